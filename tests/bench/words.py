"""Word lists, and sentences made of them: the same sentence in Dutch and in English.

Says nothing about records; a text is a mapping from language to sentence, as records have it.
"""

from random import Random

Text = dict[str, str]
Pair = tuple[str, str]

SUBJECTS: tuple[Pair, ...] = (
    ("De gemeente", "The municipality"),
    ("Een werkgroep van zes besturen", "A working group of six governments"),
    ("Het digitale loket", "The digital desk"),
    ("De dienst burgerzaken", "The civil affairs department"),
    ("Een groep inwoners", "A group of residents"),
    ("Het consortium", "The consortium"),
    ("De dienst wonen en bouwen", "The housing and building department"),
    ("Een ploeg van vier ontwerpers", "A team of four designers"),
    ("Het sociaal huis", "The social services house"),
    ("De projectgroep", "The project group"),
)
VERBS: tuple[Pair, ...] = (
    ("bouwt", "builds"),
    ("test", "tests"),
    ("beschrijft", "describes"),
    ("vernieuwt", "renews"),
    ("deelt", "shares"),
    ("vereenvoudigt", "simplifies"),
    ("onderzoekt", "studies"),
    ("verbetert", "improves"),
    ("ontwerpt", "designs"),
    ("onderhoudt", "maintains"),
)
OBJECTS: tuple[Pair, ...] = (
    ("een digitale aangifte van geboorte", "a digital declaration of birth"),
    ("een loket op verplaatsing", "a travelling desk"),
    ("een gedeelde lijst van premies", "a shared list of grants"),
    ("een parkeervergunning op naam", "a parking permit by name"),
    ("een platform voor inspraak", "a platform for participation"),
    ("een afspraak buiten de kantooruren", "an appointment outside office hours"),
    ("een wijkbudget met stemronde", "a neighbourhood budget with a vote"),
    ("een advies over energie en wonen", "advice on energy and housing"),
    ("een vergunning voor een straatfeest", "a permit for a street party"),
    ("een onthaal zonder wachtrij", "a reception without a queue"),
    ("een werkplek in de bibliotheek", "a workplace in the library"),
    ("een aanvraag van sociale steun", "an application for social support"),
)
AIMS: tuple[Pair, ...] = (
    ("voor wie minder mobiel is", "for people who are less mobile"),
    ("in drie stappen en zonder papier", "in three steps and without paper"),
    ("met gegevens die al bekend zijn", "with data that are already known"),
    ("voor scholen en verenigingen", "for schools and associations"),
    ("samen met de buurgemeenten", "together with the neighbouring municipalities"),
    ("op basis van bestaande bouwstenen", "on the basis of existing building blocks"),
    ("met hulp aan de balie en aan huis", "with help at the counter and at home"),
    ("voor wie een nieuwe woning zoekt", "for people who look for a new home"),
    ("in een taal die iedereen begrijpt", "in a language that everybody understands"),
    ("volgens een open standaard", "by an open standard"),
)
UNKNOWNS: tuple[Pair, ...] = (
    ("De andere deelnemende besturen.", "The other participating governments."),
    ("De dag waarop het project begon.", "The day on which the project began."),
    ("Het bedrag dat al uitbetaald is.", "The amount that has already been paid."),
    ("Of het resultaat nog in gebruik is.", "Whether the result is still in use."),
    ("Het adres van de testomgeving.", "The address of the test environment."),
)
_PREFIXES = (
    "Kalk", "Berken", "Elzen", "Wilgen", "Reiger", "Distel", "Brem", "Vlas", "Hazel", "Linden",
    "Kievit", "Iepen", "Sparren", "Mossel", "Otter", "Ganzen", "Klaver", "Varen", "Zegge", "Abelen",
)  # fmt: skip
_SUFFIXES = (
    "dorp", "beke", "velde", "donk", "rode", "zande", "berge", "wijk", "mere", "akker", "poort",
    "kouter", "dijk", "haven", "gaard",
)  # fmt: skip

PLACE_NAMES = tuple(f"{prefix}{suffix}" for suffix in _SUFFIXES for prefix in _PREFIXES)
"""Names of municipalities that do not exist."""


def text(pair: Pair) -> Text:
    """The text that a pair of Dutch and English is."""
    return {"nl": pair[0], "en": pair[1]}


def title(random: Random, place: str) -> Text:
    """What a project or result is called."""
    thing, aim = random.choice(OBJECTS), random.choice(AIMS)
    dutch, english = f"{thing[0]} {aim[0]} in {place}", f"{thing[1]} {aim[1]} in {place}"
    return {"nl": _capitalised(dutch), "en": _capitalised(english)}


def sentences(random: Random, count: int) -> Text:
    """So many sentences in a row."""
    made = [_sentence(random) for _ in range(count)]
    return {"nl": " ".join(each[0] for each in made), "en": " ".join(each[1] for each in made)}


def _sentence(random: Random) -> Pair:
    parts = [random.choice(each) for each in (SUBJECTS, VERBS, OBJECTS, AIMS)]
    dutch, english = (" ".join(part[side] for part in parts) for side in (0, 1))
    return f"{dutch}.", f"{english}."


def _capitalised(line: str) -> str:
    return line[0].upper() + line[1:]
