"""Dossiers for both judges: good ones, each mistake that a rule finds, combinations and edges."""

import copy
import random
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import yaml

from gzg.diagnostics import FieldPath
from gzg.repository.yaml_text import parse
from gzg.wizard.dossier_text import TextKey, chapters
from gzg.wizard.plain_data import paths_in, value_at, with_value
from tests.form.judging import Case, Setting
from tests.form.odd_values import MONEY, ODD, PERSONAL, PROSE, SPECIAL, TITLES
from tests.site.programmes import ROOT

Data = dict[str, Any]
SEED = 5

PRACTICE = Setting("oefenoproep")


def _closing() -> Setting:
    """A call with hours, that closed before some towns merged, and asks other things."""
    call = yaml.safe_load((ROOT / "content/calls/oefenoproep/call.yml").read_text("utf-8"))
    call |= {
        "id": "proefoproep",
        "opens": "2024-09-02T09:00",
        "closes": "2024-12-02T12:00",
        "maximum_grant": 99999.99,
        "term": {"until": "2026-12-31"},
        "asks": ["budget", "agreement"],
        "amendments": [],
        "focuses": ["werkplek-van-de-toekomst"],
    }
    call["eligibility"]["minimum_other_local_governments"] = 2
    call["eligibility"]["lead_kinds"] = ["gemeente"]
    text = yaml.safe_dump(call, allow_unicode=True, sort_keys=False)
    return Setting("proefoproep", (("content/calls/proefoproep/call.yml", text),))


CLOSING = _closing()


def good(setting: Setting, record: str = "digitaal-loket") -> Case:
    """A dossier of the practice call, for this call."""
    folder = ROOT / "submissions/oefenoproep" / record
    data = parse((folder / "submission.yml").read_text("utf-8"))[0]
    assert isinstance(data, dict)
    kept = {name: value for name, value in data.items() if name not in {"id", "call"}}
    return Case("good", kept, texts(setting))


def texts(setting: Setting, words: int = 60) -> dict[TextKey, str]:
    """A text below every heading, long enough."""
    sentence = "Wij tellen elke zin die hier staat, en schrijven ze gewoon uit."
    return {
        each.key: "\n".join([sentence] * (words // 10))
        for each in chapters(setting.call, setting.programme)
    }


def about_the_call(setting: Setting) -> tuple[Case, ...]:
    """What the answer depends on the call for: fields, sums, parties, answers, chapters, values."""
    base = good(setting)
    improved = good(setting, "digitaal-loket-verbeterd")
    return (
        base,
        improved,
        *_absent(base),
        *_sums(base),
        *_parties(base),
        *_answers(improved),
        *_chapters(base, setting),
        *_values(base),
    )


def corpus(setting: Setting) -> tuple[Case, ...]:
    """Every case."""
    base = good(setting)
    return (*about_the_call(setting), *_prose(base), *_personal(base), *_pairs(base))


def changed(base: Case, name: str, *changes: tuple[FieldPath, Any]) -> Case:
    """The case with other values; None takes one away."""
    data: Any = copy.deepcopy(dict(base.data))
    for path, value in changes:
        data = with_value(data, path, value)
    return Case(name, data, base.texts, base.comments)


def _absent(base: Case) -> Iterator[Case]:
    """Each field that is there left out, once."""
    seen: set[str] = set()
    for path in paths_in(base.data):
        pattern = ".".join("" if isinstance(step, int) else step for step in path)
        if pattern not in seen and not isinstance(path[-1], int):
            seen.add(pattern)
            yield changed(base, f"without {path}", (path, None))


def _values(base: Case) -> Iterator[Case]:
    """Other values at fields of each kind."""
    for ways, values in ODD:
        for way in ways:
            yield from (changed(base, f"{way}: {value!r:.40}", (way, value)) for value in values)
    yield from _special(base)


def _special(base: Case) -> Iterator[Case]:
    for path, values in SPECIAL.items():
        for value in values:
            if isinstance(value, Decimal):
                continue  # Outside amounts the browser has no numbers with a point.
            yield changed(base, f"{path}: {value!r:.50}", (path, value))
    misspelt = changed(base, "begins misspelt", (("begins",), None), (("begin",), "2026-09-01"))
    yield misspelt
    yield changed(base, "several faults", (("begins",), "x"), (("requested",), "y"), (("foo",), 1))


def _sums(base: Case) -> Iterator[Case]:
    """Amounts that do not add up, by more and by less, in each of the ways."""
    for cents in (1, -1, 100, -2500, 1_000_000):
        more = Decimal(cents) / 100
        for way in (
            ("requested",), ("own_contribution",), ("parties", 0, "share"), ("budget", 1, "amount"),
            ("parties", 1, "own_contribution"),
        ):  # fmt: skip
            old = value_at(base.data, way)
            yield changed(base, f"{way} {more:+}", (way, old + more))
    yield changed(base, "own part too small", (("own_contribution",), 5000))
    yield changed(base, "no shares", *((("parties", n, "share"), None) for n in range(3)))
    yield changed(base, "no own", *((("parties", n, "own_contribution"), None) for n in range(3)))
    alone = [
        (("parties", n, name), None) for n in range(3) for name in ("share", "own_contribution")
    ]
    cheaper = (("budget", 0, "amount"), 7500)
    yield changed(base, "no shares and cheaper", *alone, cheaper)
    yield changed(base, "all zero", (("requested",), 0), (("own_contribution",), 0))
    doubled = [*base.data["budget"], *base.data["budget"]]
    yield changed(base, "budget twice", (("budget",), doubled))
    small = [{**line, "amount": Decimal("0.01")} for line in base.data["budget"]]
    yield changed(base, "budget of cents", (("budget",), small))


def _parties(base: Case) -> Iterator[Case]:
    """Roles, kinds and places of organisations."""
    for organisation in (
        "gent", "brugge", "tielt", "deinze", "meulebeke", "melle", "merelbeke", "nevele", "pelt",
        "44021", "44088", "demo-hogeschool", "hasselt", "kortessem", "zwijndrecht", "lokeren",
        "merelbeke-melle", "tongeren-borgloon", "puurs", "puurs-sint-amands", "wingene",
    ):  # fmt: skip
        for index in (0, 1):
            yield changed(
                base,
                f"party {index} {organisation}",
                (("parties", index, "organisation"), organisation),
            )
    for role in (
        "lead",
        "initiator",
        "partner",
        "subcontractor",
        "participant",
        "penhouder",
        "baas",
    ):
        for index in (0, 1, 3, 4):
            yield changed(base, f"party {index} is {role}", (("parties", index, "role"), role))
    yield changed(base, "a party twice", (("parties", 2, "organisation"), "demo-heidebeke"))
    yield changed(base, "paid subcontractor", (("parties", 4, "share"), 10))
    yield changed(base, "one party", (("parties",), base.data["parties"][:1]))
    unknown = [{"organisation": f"onbekend-{n}", "role": "initiator"} for n in range(30)]
    yield changed(base, "thirty unknown", (("parties",), [*base.data["parties"], *unknown]))


def _answers(base: Case) -> Iterator[Case]:
    """A resubmission and its answers."""
    yield changed(base, "no earlier", (("resubmission_of",), None))
    yield changed(base, "no answers", (("answers",), None))
    yield changed(base, "one answer less", (("answers", 1), None))
    yield changed(base, "empty answers", (("answers",), []))
    for id in ("nulmetin", "iets-anders", "beheer", "Nulmeting"):
        yield changed(base, f"answers {id}", (("answers", 0, "recommendation"), id))
    yield changed(base, "empty answer", (("answers", 0, "answer"), ""))


def retold(base: Case, name: str, key: TextKey, text: str) -> Case:
    """The case with another text below a heading."""
    return Case(name, base.data, {**base.texts, key: text}, base.comments)


def _chapters(base: Case, setting: Setting) -> Iterator[Case]:
    """Texts that are absent, too short, too long, or change the headings."""
    keys = list(base.texts)
    yield Case("no texts", base.data, {})
    for words in (1, 10, 20, 30, 90, 200, 500):
        yield Case(f"texts of {words}", base.data, texts(setting, words))
    first, last = keys[0], keys[-1]
    for text in TITLES:
        yield retold(base, f"first text {text!r:.30}", first, text)
        yield retold(base, f"last text {text!r:.30}", last, f"Voor.\n\n{text}\n\nNa.")


def _prose(base: Case) -> Iterator[Case]:
    """Markdown that a rule refuses, and its neighbours that are fine."""
    key = list(base.texts)[1]
    for text in PROSE:
        yield retold(base, f"prose {text!r:.40}", key, f"Zo gaat het {text} verder.\n\n{text}\n")
    yield retold(base, "all prose", key, "\n\n".join(PROSE))


def _personal(base: Case) -> Iterator[Case]:
    """Details of persons in the text and in the data."""
    key = list(base.texts)[2]
    for text in PERSONAL:
        yield retold(base, f"text {text}", key, f"Bel of mail: {text}.")
        yield changed(
            base, f"data {text}", (("summary",), f"Voor {text} is alles klaar, en ook {text}.")
        )
    yield changed(base, "service of a person", (("contact", "service"), "Jan, 0475 12 34 56"))
    unseen = "Een\u200bwoord"
    yield retold(base, "unseen in text", key, unseen)
    yield changed(base, "unseen in data", (("summary",), unseen))
    yield retold(base, "bom", key, "\ufeffTekst")
    folded = "woord " * 30
    yield changed(base, "no-break at a fold", (("summary",), f"{folded}\xa0los {folded}"))


def _pairs(base: Case) -> Iterator[Case]:
    """Two and three mistakes together, drawn once and for all."""
    draw = random.Random(SEED)
    singles: list[tuple[FieldPath, Any]] = [
        (path, value)
        for path, values in SPECIAL.items()
        for value in values
        if not isinstance(value, Decimal)
    ]
    ways: tuple[FieldPath, ...] = (("requested",), ("own_contribution",), ("parties", 0, "share"))
    singles += [(way, value) for way in ways for value in MONEY]
    for number in range(150):
        case = base
        names = []
        for path, value in draw.sample(singles, draw.choice((2, 2, 3))):
            try:
                case = changed(case, f"{path}={value!r:.20}", (path, value))
            except (TypeError, IndexError, AttributeError):
                continue  # an earlier change took away what this one is in
            names.append(case.name)
        yield Case(f"{number}: {' + '.join(names)}", case.data, case.texts)
