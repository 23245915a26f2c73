"""The programme of this repository, copied, and what a person answers for the practice call."""

import shutil
from pathlib import Path

ROOT = Path(__file__).parents[2]


def copied(folder: Path) -> Path:
    """A copy to make dossiers in."""
    for name in ("content", "submissions", "schemas"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def story(about: str, sentences: int = 6) -> str:
    """A text of about ten words a sentence."""
    return "\n".join(
        f"Zin {number} van {about} zegt iets dat nog niet eerder gezegd werd."
        for number in range(1, sentences + 1)
    )


RECORD_ANSWERS = (
    ("Projectnaam", "Eén loket voor de markt"),
    ("Samenvatting", "Marktkramers regelen hun standplaats: online, op één plaats."),
    ("Focus", "1"),
    ("Domeinen", "verenigingen, digitaal loket"),
    ("Geplande start", "1/9/2026"),
    ("Gepland einde", "31 augustus 2028"),
    ("Gevraagd bedrag", "€ 100.000"),
    ("Eigen inbreng", "30 000,50"),
    ("Partijen 1 – Organisatie", "demo lindekerke"),
    ("– Rol", "penhouder"),
    ("– Taak", "Leidt het project."),
    ("– Aandeel", "60.000"),
    ("– Eigen inbreng", "20.000"),
    ("Partijen 2 – Organisatie", "demo-waterveld"),
    ("– Rol", "initiatiefnemer"),
    ("– Taak", ""),
    ("– Aandeel", "40.000"),
    ("– Eigen inbreng", "10.000,50"),
    ("Partijen 3 – Organisatie", ""),
    ("Begroting 1 – Partij", "1"),
    ("– Jaar", "2027"),
    ("– Omschrijving", "Ontwikkeling: het loket zelf"),
    ("– Bedrag", "80.000"),
    ("Begroting 2 – Partij", "2"),
    ("– Jaar", "2028"),
    ("– Omschrijving", "Opleiding"),
    ("– Bedrag", "50.000,50"),
    ("Begroting 3 – Partij", ""),
    ("Succesmeting 1 – Wat u meet", "Aandeel online"),
    ("– Nulmeting", "10 procent"),
    ("– Doel", "60 procent"),
    ("– Datum", "30 juni 2028"),
    ("Succesmeting 2", ""),
    ("resultaten 1 – Naam", "Procesbeschrijving"),
    ("– Soorten", "proces, werkwijze"),
    ("– Licentie", "CC-BY-4.0"),
    ("– Samenvatting", ""),
    ("resultaten 2", ""),
    ("Bouwstenen 1 – Naam", "MAGDA"),
    ("– Herbruikbaar resultaat", ""),
    ("– Webadres", "www.vlaanderen.be/magda"),
    ("Bouwstenen 2", ""),
    ("Standaarden", "OSLO Persoon, OSLO Adresregister"),
    ("Verbetering van", ""),
    ("Samenwerkingsovereenkomst – Datum", "16/2/2026"),
    ("– Controlegetal", "525dece4b4a917e0e6e4706d55d16d39d8212b2f86d302530a47916f0162b1d5"),
    ("– Bewaard door", "1"),
    ("– Orgaan", "College van burgemeester en schepenen"),
    ("– Datum", "9/2/2026"),
    ("– Orgaan", "College van burgemeester en schepenen"),
    ("– Datum", "10 februari 2026"),
    ("Contact – Dienst", "Dienst Markten"),
    ("– Mailbox", "markten@lindekerke.example"),
    ("Accounts", "1234567"),
)
"""Part of the question's name → what is typed."""

TEXT_QUESTIONS = (
    "Pitch: Het probleem",
    "Pitch: Onze oplossing",
    "Pitch: Waarom samen",
    "Impactmap: Doel",
    "Impactmap: Voor wie",
    "Impactmap: Beoogde impact",
    "Blauwdruk: Het proces vandaag en morgen",
    "Blauwdruk: Bouwstenen en standaarden",
    "Blauwdruk: Planning en aanpak",
    "Succesmeting: Wat we meten",
    "Succesmeting: Hoe we meten",
    "Succesmeting: Na het project",
)
