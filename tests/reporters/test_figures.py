"""The figures as the command writes them."""

import json

from rich.console import Console

from gzg.figures.compute import compute
from gzg.reporters.figures import as_json, as_table
from gzg.repository.catalogue import Catalogue
from gzg.repository.repository import Repository
from gzg.repository.tree import MemoryTree
from gzg.texts import Language
from tests.rules.examples import laid_over, smallest_files

CALL = "content/calls/voorbeeldoproep/call.yml"
OFFICIAL = """\
official_figures:
  - {figure: granted, value: 1, sources: [bericht]}
  - {figure: amount, value: 1107397.55, sources: [bericht]}
  - {figure: submitted, value: 1100000, approximate: true, sources: [bericht]}
"""


def catalogue() -> Catalogue:
    files = smallest_files()
    files[CALL] = laid_over(OFFICIAL, files[CALL].decode(), [])
    return Catalogue(Repository(MemoryTree(files)))


def rows() -> dict[str, dict[str, object]]:
    chosen = catalogue()
    shown = json.loads(as_json(compute(chosen), chosen, Language.EN))
    assert shown["version"] == 1
    return {row["id"]: row for row in shown["figures"]}


def test_a_row_has_its_definition_both_numbers_the_coverage_and_the_sources() -> None:
    assert rows()["voorbeeldoproep.granted"] == {
        "id": "voorbeeldoproep.granted",
        "title": "Granted projects – Voorbeeldoproep",
        "definition": "Projects that certainly received a grant.",
        "official": 1,
        "approximate": False,
        "computed": 1,
        "coverage": {"known": 1, "of": 1, "full": True},
        "sources": [
            {
                "id": "bericht",
                "title": "Bericht over het voorbeeld",
                "publisher": "Dienst Voorbeeld",
                "kind": "official",
                "url": None,
            }
        ],
    }


def test_cents_stay_and_what_is_not_known_is_null() -> None:
    row = rows()["voorbeeldoproep.amount"]
    assert row["official"] == 1107397.55
    assert row["computed"] is None


def test_a_rounded_number_says_so() -> None:
    assert rows()["voorbeeldoproep.submitted"]["approximate"] is True
    assert "ongeveer 1.100.000" in table(Language.NL)
    assert "about 1,100,000" in table(Language.EN)


def test_the_table_writes_amounts_as_people_do() -> None:
    assert "1.107.397,55 euro" in table(Language.NL)
    assert "1 van 1" in table(Language.NL)


def table(language: Language) -> str:
    chosen = catalogue()
    console = Console(width=160)
    with console.capture() as capture:
        console.print(as_table(compute(chosen), chosen, language))
    return capture.get()
