"""One generated record of each kind, as plain data in the order in which a person writes it.

Shares, lengths and gaps follow the real catalogue: most projects have two to six parties, half
have no amount, one in seven has sources that disagree. Where records lie is for the generator.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.bench import words

Data = dict[str, object]

FOCUSES = ("dienstverlening", "inspraak", "werkplek")
DOMAINS = ("parkeren", "wonen", "burgerzaken", "digitaal-loket", "sociale-steun", "verenigingen")
TYPES = {"verkenning": 150_000, "uitvoering": 500_000}
PARTS = ("plan-van-aanpak", "begroting", "overeenkomst")
BLUEPRINT_KINDS = ("handleiding", "toepassing", "gegevensmodel")
LICENCES = ("EUPL-1.2", "CC-BY-4.0", "MIT OR Apache-2.0")
REGIONS = ("Kuststreek", "Heuvelland", "Stadsrand")
AUTHORITY = "dienst-vernieuwing"
ORGANISATION_KINDS = ("welzijnsbestuur", "samenwerkingsverband", "overheid", "onderneming")

FIRST_OPENING = date(2021, 2, 1)
LAST_OPENING = date(2022, 5, 1)
MERGED_FROM = date(2024, 1, 1)
MERGERS = 10
"""Municipalities that became one of two older ones; no project is decided as late as that."""

PARTY_COUNTS = (1, 2, 3, 4, 5, 6, 7, 8, 10, 12)
PARTY_WEIGHTS = (8, 14, 18, 18, 15, 10, 6, 5, 4, 2)


@dataclass(frozen=True)
class Names:
    """The ids that records may refer to."""

    municipalities: tuple[str, ...]
    organisations: tuple[str, ...]
    sources: tuple[str, ...]
    projects: tuple[str, ...]


def register() -> Sequence[tuple[str, ...]]:
    """The rows of a register: most municipalities have always been there, some have merged."""
    rows = []
    for index, name in enumerate(words.PLACE_NAMES):
        nis, region = 11_001 + index, REGIONS[index % len(REGIONS)]
        begins = ends = successor = ""
        if index < MERGERS:
            begins = MERGED_FROM.isoformat()
        elif index < 3 * MERGERS:
            ends = (MERGED_FROM - timedelta(days=1)).isoformat()
            successor = str(11_001 + index % MERGERS)
        tile = ("", "") if ends else (str(index % 20), str(index // 20))
        rows.append((str(nis), name, region, begins, ends, successor, *tile))
    return rows


def sources(random: Random, names: Names) -> Data:
    """Publications that facts come from."""
    publishers = random.choices(words.PLACE_NAMES, k=len(names.sources))
    return {
        "sources": {
            id: {
                "title": words.title(random, publisher)["nl"],
                "publisher": f"Stad {publisher}",
                "kind": random.choice(("official", "participant", "press")),
                "url": f"https://{id}.example/nieuws",
                "date": FIRST_OPENING + timedelta(days=random.randrange(1000)),
            }
            for id, publisher in zip(names.sources, publishers, strict=True)
        }
    }


def organisation(random: Random, id: str, name: str, names: Names) -> Data:
    """A body, firm or association."""
    return {
        "id": id,
        "name": name,
        "kind": "overheid" if id == AUTHORITY else random.choice(ORGANISATION_KINDS),
        "website": f"https://{id}.example/",
        "description": words.sentences(random, 1),
        **_sourced(random, names),
    }


def call(random: Random, id: str, number: int, share: float, names: Names) -> Data:
    """A call; `share` says how far it lies between the first and the last one."""
    opens = FIRST_OPENING + (LAST_OPENING - FIRST_OPENING) * share
    closes = opens + timedelta(days=60)
    kind = random.choice(tuple(TYPES))
    return {
        "id": id,
        "number": number,
        "title": words.title(random, f"oproep {number}"),
        "summary": words.sentences(random, 2),
        "type": kind,
        "focuses": list(FOCUSES),
        "opens": opens,
        "closes": closes,
        "assessment": {"begins": closes + timedelta(7), "ends": closes + timedelta(35)},
        "term": {"months": 24, "counts_from": "award"},
        "amendments": [_amendment(random, closes, names)],
        "maximum_grant": TYPES[kind],
        "eligibility": {
            "lead_kinds": ["gemeente", "welzijnsbestuur", "samenwerkingsverband"],
            "partner_kinds": ["gemeente", "welzijnsbestuur", "samenwerkingsverband", "overheid"],
            "subcontractor_kinds": ["onderneming"],
            "already_running": words.sentences(random, 2),
        },
        "dossier_parts": [{"part": part, "sources": _some(random, names, 1)} for part in PARTS],
        "scoring": {"total": 100, "clusters": [_cluster(random, n) for n in range(1, 4)]},
        "support": [{"title": words.sentences(random, 1)} for _ in range(4)],
        "decision": {"date": closes + timedelta(90)},
        **_sourced(random, names),
        "unknown": _unknown(random, 2),
    }


def project(random: Random, index: int, call: Data, names: Names) -> Data:
    """The project with that number, granted in `call`."""
    maximum = TYPES[str(call["type"])]
    closes = call["closes"]
    assert isinstance(closes, date)
    decided = closes + timedelta(days=90)
    return {
        "id": names.projects[index],
        "title": words.title(random, random.choice(words.PLACE_NAMES)),
        "call": call["id"],
        "type": call["type"],
        "focus": random.choice(FOCUSES),
        "domains": random.sample(DOMAINS, random.choice((1, 1, 2, 3))),
        "status": random.choice(("granted", "granted", "running", "finished")),
        "summary": words.sentences(random, random.choice((1, 2))),
        **_often(random, 0.8, {"decided": decided}),
        **_often(random, 0.4, {"started": (decided + timedelta(60)).isoformat()[:7]}),
        "parties": _parties(random, names),
        **_often(random, 0.3, {"groups": [_group(random, names)]}),
        **_often(random, 0.1 if index else 0, {"relations": [_relation(random, index, names)]}),
        **_often(random, 0.5, {"amounts": _amounts(random, maximum, names)}),
        **_sourced(random, names),
        **_often(random, 0.6, {"provenance": {"focus": _inferred(random, names)}}),
        **_often(random, 0.15, {"conflicts": [_conflict(random, names)]}),
        **_often(random, 0.7, {"unknown": _unknown(random, random.choice((1, 2, 3)))}),
    }


def blueprint(random: Random, id: str, project: str, names: Names) -> Data:
    """A result of `project` that others can reuse."""
    return {
        "id": id,
        "title": words.title(random, random.choice(words.PLACE_NAMES)),
        "kinds": random.sample(BLUEPRINT_KINDS, random.choice((1, 2))),
        "project": project,
        "summary": words.sentences(random, 1),
        "availability": random.choice(("published", "in-use")),
        "published": f"2023-{random.randint(1, 12):02}",
        "licence": random.choice(LICENCES),
        "url": f"https://{id}.example/",
        "owners": [random.choice(names.municipalities)],
        "intended_users": words.text(random.choice(words.SUBJECTS)),
        "domains": random.sample(DOMAINS, 1),
        **_sourced(random, names),
    }


def news(random: Random, language: str, call: Data, project: str, names: Names) -> Data:
    """The front matter of a message about a call and a project of it."""
    return {
        "title": words.sentences(random, 1)[language],
        "date": call["closes"],
        "language": language,
        "summary": {language: words.sentences(random, 1)[language]},
        "calls": [call["id"]],
        "projects": [project],
        **_sourced(random, names),
    }


def _often(random: Random, share: float, fields: Data) -> Data:
    return fields if random.random() < share else {}


def _some(random: Random, names: Names, count: int) -> list[str]:
    return random.sample(names.sources, count)


def _sourced(random: Random, names: Names) -> Data:
    return {"origin": "sources", "sources": _some(random, names, random.choice((1, 1, 2, 3)))}


def _inferred(random: Random, names: Names) -> Data:
    note = words.sentences(random, 1)
    return {"basis": "inferred", "sources": _some(random, names, 1), "note": note}


def _unknown(random: Random, count: int) -> list[words.Text]:
    return [words.text(pair) for pair in random.sample(words.UNKNOWNS, count)]


def _parties(random: Random, names: Names) -> list[Data]:
    count = random.choices(PARTY_COUNTS, PARTY_WEIGHTS)[0]
    lead, *others = random.sample(names.municipalities, count)
    role = random.choice(("initiatiefnemer", "deelnemer", "deelnemer"))
    parties: list[Data] = [{"organisation": lead, "role": "penhouder"}]
    if random.random() < 0.4:
        parties[0] |= _inferred(random, names)
    parties += [{"organisation": each, "role": role} for each in others]
    return parties


def _group(random: Random, names: Names) -> Data:
    name = {"nl": "Andere gemeenten", "en": "Other municipalities"}
    return {"name": name, "count": random.randint(2, 40), **_inferred(random, names)}


def _relation(random: Random, index: int, names: Names) -> Data:
    earlier = names.projects[random.randrange(index)] if index else ""
    kind = random.choice(("continues", "linked-with"))
    return {"kind": kind, "project": earlier, "sources": _some(random, names, 1)}


def _amounts(random: Random, maximum: int, names: Names) -> Data:
    cents = random.randrange(2_000_000, maximum * 100)
    requested = {"value": maximum, "sources": _some(random, names, 1)}
    granted = {"value": cents / 100, "basis": "reported", "sources": _some(random, names, 1)}
    return {"requested": requested, "granted": granted}


def _conflict(random: Random, names: Names) -> Data:
    claims = [
        {"says": words.sentences(random, 1), "sources": _some(random, names, 1)} for _ in range(2)
    ]
    return {
        "about": {"nl": "Deelnemers", "en": "Participants"},
        "field": "parties",
        "claims": claims,
        "taken": claims[0]["says"],
        "why": words.sentences(random, 1),
    }


def _amendment(random: Random, closes: date, names: Names) -> Data:
    return {
        "field": "closes",
        "old": closes - timedelta(14),
        "new": closes,
        "date": closes - timedelta(21),
        "reason": words.sentences(random, 1),
        "sources": _some(random, names, 1),
    }


def _cluster(random: Random, number: int) -> Data:
    criteria = [
        {
            "id": f"criterium-{number}-{each}",
            "title": words.text(random.choice(words.OBJECTS)),
            "description": words.sentences(random, 1),
        }
        for each in range(1, 4)
    ]
    title = {"nl": f"Cluster {number}", "en": f"Cluster {number}"}
    return {"id": f"cluster-{number}", "title": title, "criteria": criteria}
