"""Faults planted by hand in the real content: each gives one diagnostic, at the right line."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from gzg.engine.judge import judge
from gzg.engine.report import Report
from gzg.reporters.text import render
from gzg.repository.catalogue import Catalogue
from gzg.repository.repository import Repository
from gzg.repository.tree import MemoryTree, WorkingTree
from gzg.rules.registry import rules
from gzg.rules.rule import Context
from gzg.texts import Language

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 22, 9, tzinfo=ZoneInfo("Europe/Brussels"))


@dataclass(frozen=True)
class Planted:
    """Text of a real file, what a mistaken hand made of it, and the line where that shows.

    `line` is part of the line that the diagnostic must stand on, after the change.
    """

    code: str
    path: str
    old: str
    new: str
    line: str


OPEN_SERVICES = "content/projects/open-services/project.yml"
VERVOLG = "content/projects/digitale-aangifte-overlijden-vervolg/project.yml"
README = "content/projects/digitale-aangifte-overlijden/README.md"
CALL_4 = "content/calls/oproep-4/call.yml"
CALL_5 = "content/calls/oproep-5/call.yml"

PLANTED = (
    Planted("GZG002", OPEN_SERVICES, "call: oproep-4\n", "call:\toproep-4\n", "call:\t"),
    Planted("GZG003", OPEN_SERVICES, "  nl: Toegankelijke", "  nl: 'Toegankelijke", "nl: 'Toe"),
    Planted("GZG003", OPEN_SERVICES, "  - organisation: gent", "  – organisation: gent", "–"),
    Planted("GZG008", OPEN_SERVICES, "  nl: Toegankelijke", "  nl:\xa0Toegankelijke", "nl:\xa0"),
    Planted("GZG004", CALL_5, "number: 5\n", "number: 5\nid: oproep-5\n", "id: oproep-5"),
    Planted("GZG101", OPEN_SERVICES, "status: granted\n", "", "id: open-services"),
    Planted("GZG101", OPEN_SERVICES, "status: granted\n", "status:\n", "status:"),
    Planted("GZG102", CALL_5, "maximum_grant:", "maximum_gant:", "maximum_gant"),
    Planted("GZG102", OPEN_SERVICES, "\nsummary:", "\nsumary:", "sumary"),
    Planted("GZG102", OPEN_SERVICES, "\nsummary:", "\nsamenvatting:", "samenvatting"),
    Planted("GZG104", CALL_5, "closes: 2022-07-01", "closes: 2022-06-31", "closes: 2022-06-31"),
    Planted("GZG107", OPEN_SERVICES, "status: granted", "status: grantd", "status: grantd"),
    Planted("GZG114", OPEN_SERVICES, "focus: innovatieve-dienstverlening\n", "focus:\n", "focus:"),
    Planted("GZG114", OPEN_SERVICES, "call: oproep-4\n", "call:\n", "call:"),
    Planted("GZG114", CALL_4, "closes: 2022-03-25\n", "closes:\n", "closes:"),
    Planted("GZG202", CALL_5, "opens: 2022-03-21", "opens: 2022-08-21", "closes: 2022-07-01"),
    Planted("GZG202", CALL_4, "closes: 2022-03-25", "closes: 2021-03-25", "closes: 2021-03-25"),
    Planted(
        "GZG203",
        CALL_5,
        "field: focuses\n",
        "field: closes\n    old: 2022-05-02\n",
        "old: 2022-05-27",
    ),
    Planted(
        "GZG208",
        OPEN_SERVICES,
        "mechelen\n    role: participant",
        "mechelen\n    role: lead",
        "role: lead",
    ),
    Planted(
        "GZG301",
        OPEN_SERVICES,
        "innovatieve-dienstverlening",
        "inovatieve-dienstverlening",
        "focus:",
    ),
    Planted(
        "GZG302", OPEN_SERVICES, "organisation: mechelen", "organisation: mechelem", "mechelem"
    ),
    Planted("GZG303", VERVOLG, "organisation: aalst", "organisation: nevele", "nevele"),
    Planted(
        "GZG304", VERVOLG, "project: digitale-aangifte-overlijden", "project: aangifte", "aangifte"
    ),
    Planted(
        "GZG307",
        CALL_4,
        "figure: granted\n    value: 11",
        "figure: granted\n    value: 10",
        "value: 10",
    ),
    Planted(
        "GZG314",
        OPEN_SERVICES,
        "  nl: Toegankelijke dienstverlening met Open Services\n",
        "",
        "title:",
    ),
    Planted("GZG314", OPEN_SERVICES, "  nl: Toegankelijke", "  nl: #Toegankelijke", "nl: #"),
    Planted("GZG401", "content/news/oproep-5-beslist.md", "2022-10-21", "2032-10-21", "date: 2032"),
    Planted("GZG501", README, "Vijf steden", "[Vijf](../vijf/README.md) steden", "Vijf"),
    Planted("GZG503", README, "Vijf steden", "#### Vijf\n\nVijf steden", "####"),
    Planted("GZG511", README, "Vijf steden", "Zie 85.07.30-033.28. Vijf steden", "85.07"),
    Planted("GZG515", README, "Vijf steden", "Mail jan.peeters@gent.be. Vijf steden", "jan."),
    Planted("GZG901", "content/programme.yml", "format: 1\n", "format: 9\n", "format: 9"),
)


def name_of(planted: Planted) -> str:
    return f"{planted.code} {planted.line}"


@cache
def real_files() -> dict[str, bytes]:
    tree = WorkingTree(ROOT)
    return {path: tree.read(path) for path in tree.paths()}


@pytest.mark.parametrize("planted", PLANTED, ids=name_of)
def test_a_planted_fault_gives_one_diagnostic_at_its_line(planted: Planted) -> None:
    text = real_files()[planted.path].decode()
    assert planted.old in text
    wrong = text.replace(planted.old, planted.new, 1)
    tree = MemoryTree({**real_files(), planted.path: wrong.encode()})
    found = judge(Context(Catalogue(Repository(tree)), NOW), rules())
    assert [(each.code, each.path) for each in found] == [(planted.code, planted.path)]
    assert planted.line in wrong.split("\n")[found[0].span.line - 1]


def test_the_readme_shows_what_a_check_says() -> None:
    text = real_files()[OPEN_SERVICES].decode()
    wrong = text.replace("innovatieve-dienstverlening", "innovatieve-dienstverlenig", 1).encode()
    repository = Repository(MemoryTree({**real_files(), OPEN_SERVICES: wrong}))
    found = judge(Context(Catalogue(repository), NOW), rules())
    said = render(Report(found, repository, 0), Language.NL).rpartition("\n0 records")[0]
    assert f"```text\n{said}\n```" in (ROOT / "README.md").read_text("utf-8")


def test_the_real_content_has_no_fault() -> None:
    found = judge(Context(Catalogue(Repository(MemoryTree(real_files()))), NOW), rules())
    assert found == ()
