"""What the rules make of the past: records that went away, calls that changed while open."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from gzg.diagnostics import Diagnostic
from gzg.engine.judge import judge
from gzg.repository.catalogue import Catalogue
from gzg.repository.history import History
from gzg.repository.repository import Repository
from gzg.repository.source_file import read_source
from gzg.repository.tree import MemoryTree
from gzg.rules.registry import rules
from gzg.rules.rule import Context
from tests.rules.examples import laid_over, smallest_files

NOW = datetime(2022, 6, 1, 12, tzinfo=ZoneInfo("Europe/Brussels"))
CALL = "content/calls/voorbeeldoproep/call.yml"
SMALLEST_CALL = smallest_files()[CALL].decode()


def judged(
    now: Mapping[str, str], before: Mapping[str, str], at: datetime = NOW
) -> list[Diagnostic]:
    files = smallest_files() | {path: text.encode() for path, text in now.items()}
    past = {path: read_source(path, text.encode()) for path, text in before.items()}
    history = History(past, frozenset({*now, *before}))
    context = Context(Catalogue(Repository(MemoryTree(files))), at, history)
    found = (each for each in judge(context, rules()) if each.code.startswith("GZG4"))
    return [each for each in found if not each.path.startswith("submissions/")]


def call(fragment: str) -> str:
    return laid_over(fragment, SMALLEST_CALL, []).decode()


def changes(before: str, now: str, at: datetime = NOW) -> list[str]:
    """The fields of which GZG403 says that no amendment tells their change."""
    found = judged({CALL: call(now)}, {CALL: call(before)}, at)
    assert {each.code for each in found} <= {"GZG403"}
    return [str(each.values["field"]) for each in found]


@pytest.mark.parametrize(
    ("before", "now", "fields"),
    [
        ("closes: 2022-07-01\n", "closes: 2022-07-15\n", ["closes"]),
        ("opens: 2022-03-21\n", "opens: 2022-09-01\ncloses: 2022-10-01\n", ["closes", "opens"]),
        ("focuses: [nabij]\n", "focuses: [nabij, open]\n", ["focuses"]),
        ("maximum_grant: 100\n", "maximum_grant: 100.50\n", ["maximum_grant"]),
        ("", "maximum_grant: 100\n", ["maximum_grant"]),
        ("maximum_grant: 100\n", "", ["maximum_grant"]),
        ("budget: {value: 5}\n", "budget: {value: 6, note: Meer}\n", ["budget.value"]),
        ("openness: public\n", "openness: at_decision\n", ["openness"]),
        ("term: {months: 24}\n", "term: {months: 12, note: Korter}\n", ["term.months"]),
        ("minimum_grant: 10\n", "minimum_grant: 20\n", ["minimum_grant"]),
        (
            "cofinancing: {minimum_percentage: 10}\n",
            "cofinancing: {minimum_percentage: 20}\n",
            ["cofinancing.minimum_percentage"],
        ),
        ("asks: [shares]\n", "asks: [shares, agreement]\n", ["asks"]),
        (
            "eligibility: {minimum_other_local_governments: 1}\n",
            "eligibility: {minimum_other_local_governments: 2, territory: Oost}\n",
            ["eligibility.minimum_other_local_governments", "eligibility.territory"],
        ),
        ("", "dossier_parts: [{part: plan}]\n", ["dossier_parts"]),
        (
            "scoring: {clusters: [{id: a, title: A, criteria: []}]}\n",
            "scoring: {clusters: [{id: a, title: B, criteria: []}]}\n",
            ["scoring.clusters"],
        ),
    ],
)
def test_a_change_after_the_opening_must_be_told(before: str, now: str, fields: list[str]) -> None:
    assert sorted(changes(before, now)) == fields


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("closes: 2022-07-01\n", "closes: 2022-07-01\ntitle: Andere titel\n"),
        ("draft: true\n", "closes: 2022-07-15\n"),
        ("origin: sources\n", "origin: sources\ncloses: 2022-07-15\n"),
        ("opens: 2022-06-02\n", "opens: 2022-06-03\n"),
        ("opens: 2022-06-01T12:00:01\n", "opens: 2022-06-03\n"),
        ("opens: binnenkort\n", "closes: 2022-07-15\n"),
        ("maximum_grant: 100\n", "maximum_grant: 100.00\n"),
        ("budget: {value: 5}\n", "budget: {value: 5, note: Zeker}\n"),
        ("dossier_parts: [{part: plan}]\n", "dossier_parts: [{part: plan, note: Kort}]\n"),
        ("title: [\n", "closes: 2022-07-15\n"),
    ],
)
def test_what_is_no_change_of_an_open_call_need_not_be_told(before: str, now: str) -> None:
    assert changes(before, now) == []


@pytest.mark.parametrize(
    ("before", "now", "amendments"),
    [
        (
            "closes: 2022-07-01",
            "closes: 2022-07-15",
            "{field: closes, old: 2022-07-01, new: 2022-07-15}",
        ),
        (
            "closes: 2022-07-01",
            "closes: 2022-07-15",
            "{field: closes, old: 2022-07-01, new: 2022-07-08}, {field: closes, new: 2022-07-15}",
        ),
        ("maximum_grant: 100", "maximum_grant: 150", "{field: maximum_grant, old: 100, new: 150}"),
        ("number: 1", "maximum_grant: 150", "{field: maximum_grant, new: 150}"),
        (
            "focuses: [nabij]",
            "focuses: [nabij, open]",
            "{field: focuses, old: [nabij], new: [nabij, open]}",
        ),
        (
            "dossier_parts: []",
            "dossier_parts: [{part: plan}]",
            "{field: dossier_parts, old: [], new: [plan]}",
        ),
        (
            "eligibility: {territory: {nl: Oost}}",
            "eligibility: {territory: {nl: West}}",
            "{field: eligibility.territory.nl, old: Oost, new: West}",
        ),
        (
            "scoring: {clusters: [{id: a, title: A, criteria: []}]}",
            "scoring: {clusters: [{id: a, title: B, criteria: []}]}",
            "{field: scoring.clusters, old: De groep A, new: De groep heet nu B}",
        ),
    ],
)
def test_an_amendment_with_old_and_new_tells_it(before: str, now: str, amendments: str) -> None:
    assert changes(f"{before}\n", f"{now}\namendments: [{amendments}]\n") == []


@pytest.mark.parametrize(
    "amendments",
    [
        "{field: closes, old: 2022-06-30, new: 2022-07-15}",
        "{field: closes, old: 2022-07-01, new: 2022-07-14}",
        "{field: closes, new: 2022-07-15}",
        "{field: opens, old: 2022-07-01, new: 2022-07-15}",
    ],
)
def test_an_amendment_that_says_something_else_does_not(amendments: str) -> None:
    before, now = "closes: 2022-07-01\n", f"closes: 2022-07-15\namendments: [{amendments}]\n"
    found = judged({CALL: call(now)}, {CALL: call(before)})
    assert [(each.code, each.values["field"]) for each in found] == [("GZG403", "closes")]


def test_the_remedy_gives_the_amendment_as_it_must_be_written() -> None:
    before, now = "focuses: [nabij]\n", "focuses: [nabij, open]\n"
    (found,) = judged({CALL: call(now)}, {CALL: call(before)})
    assert found.values["change"] == "old: [nabij], new: [nabij, open]"


def test_a_renamed_record_is_recognised_by_its_title() -> None:
    before = {"content/calls/lente/call.yml": "title: Oproep van de lente\n"}
    now = {"content/calls/voorjaar/call.yml": call("id: voorjaar\ntitle: Oproep van de lente\n")}
    (found,) = judged(now, before)
    assert (found.code, found.path, found.span[:2]) == (
        "GZG402",
        "content/calls/lente/call.yml",
        (1, 1),
    )
    assert found.values == {"place": "content/calls/lente", "new_place": "content/calls/voorjaar"}


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("content/organisations/firma.yml", "content/organisations/firma.yml"),
        ("content/news/lente.md", "content/news/lente.md"),
        ("content/projects/lente/project.yml", "content/projects/lente"),
    ],
)
def test_a_record_that_went_away_is_named_as_a_person_sees_it(path: str, place: str) -> None:
    (found,) = judged({}, {path: ""})
    assert (found.code, found.values) == ("GZG402", {"place": place, "new_place": None})


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("content/calls/lente/call.yml", "draft: true\n"),
        ("content/calls/lente/README.md", "# Lente\n"),
        ("content/projects/voorbeeld/project.yml", "title: Oud\n"),
    ],
)
def test_a_draft_a_text_and_a_record_that_stayed_are_not_gone(path: str, text: str) -> None:
    assert judged({}, {path: text}) == []


@pytest.mark.parametrize(
    ("zone", "codes"), [("Europe/Brussels", []), ("Atlantic/Azores", ["GZG401"])]
)
def test_today_is_the_day_in_the_zone_of_the_check(zone: str, codes: list[str]) -> None:
    """Half past midnight in Brussels is still the evening before on the Azores."""
    moment = datetime(2022, 6, 1, 0, 30, tzinfo=ZoneInfo("Europe/Brussels"))
    text = "---\ntitle: Nieuws\ndate: 2022-06-01\n---\n\nTekst.\n"
    found = judged({"content/news/nieuws.md": text}, {}, moment.astimezone(ZoneInfo(zone)))
    assert [each.code for each in found] == codes


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("2022", []),
        ("2022-06", []),
        ("2022-06-01", []),
        ("2022-06-02", ["GZG401"]),
        ("2022-07", ["GZG401"]),
        ("2023", ["GZG401"]),
    ],
)
def test_a_month_or_year_lies_ahead_only_when_all_of_it_does(
    written: str, codes: list[str]
) -> None:
    path = "content/projects/voorbeeld/project.yml"
    text = laid_over(f"ended: {written}\n", smallest_files()[path].decode(), []).decode()
    assert [each.code for each in judged({path: text}, {})] == codes
