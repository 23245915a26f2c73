"""What texts about a subject find in the real catalogue, and that other texts find nothing."""

from pathlib import Path

import pytest

from gzg.commands.options import open_catalogue
from gzg.resemblance.catalogued import documents
from gzg.resemblance.index import Index, Resemblance, build, nearest

ROOT = Path(__file__).parents[2]

DEATH = """
Digitaal aangeven van een overlijden. Wie een naaste verliest, moet vandaag naar drie diensten:
burgerzaken, de begraafplaats en de financiële dienst. Begrafenisondernemers mailen papieren
attesten van de arts door en bellen om te horen of de akte klaar is. Ons consortium van zes
gemeenten en een intercommunale bouwt één toepassing waarin de begrafenisondernemer het overlijden
aangeeft, de arts het attest digitaal aflevert en de ambtenaar van de burgerlijke stand de akte
opmaakt. De nabestaanden volgen de stand van het dossier en krijgen een overzicht van wat hen nog
te doen staat. Aanpak: we beginnen met gesprekken met nabestaanden, ondernemers en ambtenaren, maken
een prototype, beproeven het in twee gemeenten en breiden daarna uit. De begroting omvat personeel,
ontwikkeling, begeleiding en communicatie. Risico's: de koppeling met de databank van de burgerlijke
stand kan later klaar zijn; daarom voorzien we een tussenoplossing. De resultaten, zoals
procesbeschrijving, koppelvlakken en broncode, komen ter beschikking van alle lokale besturen onder
een open licentie. Wij meten het aantal digitale aangiften, de doorlooptijd en de tevredenheid van
de gebruikers.
"""
PARKING = """
Parkeren zonder papier. Inwoners, zorgverleners en handelaars vragen een parkeervergunning aan. Nu
doen zij dat aan de balie met een formulier en een kopie van het inschrijvingsbewijs. Het consortium
wil dat de aanvraag digitaal verloopt en dat de nummerplaat automatisch wordt nagekeken. De controle
in de straat gebeurt met scanwagens. We vereenvoudigen het reglement, tekenen de klantenreis uit met
bewoners en bouwen een loket dat andere gemeenten kunnen overnemen. De parkeerwachters krijgen een
toepassing op hun toestel. De begroting voorziet personeel, ontwikkeling en opleiding.
"""
SWIMMING_POOL = """
Renovatie van het gemeentelijk zwembad. Het zwembad dateert van 1974 en verbruikt te veel energie.
Wij vervangen de filters, de tegels en de ramen, en plaatsen een warmtepomp en zonnepanelen. Scholen
en zwemclubs gebruiken het bad elke dag. Tijdens de werken gaan zij naar het bad van een
buurgemeente. Ons plan omvat een aanbesteding, een planning van achttien maanden en een begroting
met personeel, werken en begeleiding. Risico's zijn de prijs van materialen en de vergunning. De
inwoners krijgen informatie via een nieuwsbrief en een infoavond. We meten het verbruik, het aantal
bezoekers en de tevredenheid van de gebruikers.
"""
FIRE_ENGINES = """
De brandweerzone koopt twee nieuwe ladderwagens. De oude wagens zijn aan vervanging toe. De aankoop
gebeurt met een aanbesteding. De manschappen krijgen een opleiding en de kazerne wordt aangepast. De
kosten worden verdeeld over de gemeenten volgens hun aantal inwoners.
"""
STREET = """
De heraanleg van de Dorpsstraat met fietspaden, riolering en nieuwe bomen. De werken duren tot het
najaar en het verkeer volgt een omleiding.
"""


@pytest.fixture(scope="module")
def index() -> Index:
    return build(documents(open_catalogue(ROOT)))


def ids(found: tuple[Resemblance, ...]) -> list[str]:
    return [each.id for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "overlijden aangeven",
            {
                "digitale-aangifte-overlijden",
                "digitale-aangifte-overlijden-vervolg",
                "platform-overlijdensadministratie",
            },
        ),
        (DEATH, {"digitale-aangifte-overlijden"}),
        (
            "Een parkeervergunning aanvragen voor parkeren op straat",
            {"digitalisering-parkeervergunning-handicap", "digitale-klantenreis-parkeren-gas"},
        ),
        (PARKING, {"digitalisering-parkeervergunning-handicap"}),
        ("Automatisch berekenen wie recht heeft op leefloon", {"automatisch-advies-leefloon"}),
        (
            "Relatives register a death online, together with doctors and funeral businesses",
            {"digitale-aangifte-overlijden"},
        ),
    ],
)
def test_a_text_finds_what_is_about_the_same(index: Index, text: str, expected: set[str]) -> None:
    found = nearest(index, text)
    assert found[0].id in expected
    assert set(ids(found)) >= expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024 & 100 %",
        "Renovatie van het zwembad: nieuwe tegels, filters en een glijbaan voor kinderen.",
        SWIMMING_POOL,
        FIRE_ENGINES,
        "Schil de appels, meng bloem, boter en suiker, en bak de taart in een hete oven.",
        STREET,
        "De bibliotheek koopt strips en romans en verlengt haar openingsuren op zaterdag.",
        "Speelpleinen voor kinderen in de zomer: inschrijven, begeleiders zoeken, uitstappen.",
        "Huisvuil ophalen: de kalender, het recyclagepark en de prijs van de vuilniszak.",
        "Oude kranten van het stadsarchief scannen en online zetten voor heemkundigen.",
        "Renovation of the public swimming pool with new tiles and a slide for children",
    ],
)
def test_a_text_about_something_else_finds_nothing(index: Index, text: str) -> None:
    assert nearest(index, text) == ()


def test_the_reason_is_in_the_words_of_the_text(index: Index) -> None:
    found = nearest(index, "Nabestaanden willen een Overlijden digitaal kunnen aangeven.", limit=1)
    assert [(each.kind, each.id, each.why) for each in found] == [
        ("project", "digitale-aangifte-overlijden", ("Overlijden", "Nabestaanden", "digitaal"))
    ]


def test_a_record_is_nearest_to_itself(index: Index) -> None:
    catalogue = open_catalogue(ROOT)
    for project in catalogue.projects.values():
        text = f"{project.title['nl']}. {project.summary['nl']}"
        assert project.id in ids(nearest(index, text)), project.id
