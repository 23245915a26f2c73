"""A municipality that did not exist at the record's date is told its successor or predecessor."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from gzg.engine.judge import judge
from gzg.engine.report import Report
from gzg.model.organisation import Municipality
from gzg.repository.catalogue import Catalogue
from gzg.repository.register import Register
from gzg.repository.repository import Repository
from gzg.repository.tree import MemoryTree
from gzg.rules.gzg303_municipality_at_date import predecessors, successor
from gzg.rules.registry import rules
from gzg.rules.rule import Context
from gzg.texts import Language
from tests.rules.examples import smallest_files

NOW = datetime(2027, 1, 1, 12, tzinfo=ZoneInfo("Europe/Brussels"))
PROJECT = "content/projects/voorbeeld/project.yml"

REGISTER = """\
nis,name,province,valid_from,valid_to,successor_nis,tile_col,tile_row
11111,Voorbeeldstad,Oost,,,,1,1
22222,Oudedorp,Oost,,2024-12-31,22224,,
22223,Nieuwstad,Oost,,2024-12-31,22224,,
22224,Nieuwstad,Oost,2025-01-01,,,2,1
33331,Eerstbeek,Oost,,2018-12-31,33333,,
33332,Anderbeek,Oost,,2018-12-31,33333,,
33333,Middenbeek,Oost,2019-01-01,2024-12-31,33334,,
33334,Eindbeek,Oost,2025-01-01,,,3,1
44444,Wegdorp,Oost,,2024-12-31,,,
"""


def report(organisation: str, decided: str) -> Report:
    files = smallest_files()
    files["content/organisations/municipalities.csv"] = REGISTER.encode()
    text = (
        files[PROJECT]
        .decode()
        .replace("organisation: voorbeeldstad", f"organisation: {organisation}")
    )
    files[PROJECT] = f"{text}decided: {decided}\n".encode()
    repository = Repository(MemoryTree(files))
    return Report(judge(Context(Catalogue(repository), NOW), rules()), repository, records=1)


def said(organisation: str, decided: str) -> list[tuple[str, str, str]]:
    found = report(organisation, decided).worded(Language.NL)
    return [(each.diagnostic.code, each.message, each.remedy) for each in found]


@pytest.mark.parametrize(
    ("organisation", "decided"),
    [
        ("oudedorp", "2024-12-31"),
        ("nieuwstad", "2024-12-31"),
        ("nieuwstad", "2025-01-01"),
        ("middenbeek", "2019-01-01"),
        ("middenbeek", "2024-12-31"),
        ("voorbeeldstad", "1999-01-01"),
    ],
)
def test_a_municipality_of_that_day_is_in_order(organisation: str, decided: str) -> None:
    assert said(organisation, decided) == []


def test_a_municipality_that_is_gone_names_the_one_it_became_part_of() -> None:
    assert said("oudedorp", "2025-01-01") == [
        (
            "GZG303",
            "Op 1 januari 2025 was Oudedorp geen gemeente.",
            (
                "Oudedorp bestond tot en met 31 december 2024."
                " Schrijf “nieuwstad”, de gemeente waarin ze opging."
            ),
        )
    ]


def test_a_municipality_that_was_not_there_yet_names_the_ones_it_was_made_of() -> None:
    assert said("middenbeek", "2018-06-01") == [
        (
            "GZG303",
            "Op 1 juni 2018 was Middenbeek geen gemeente.",
            (
                "Middenbeek bestaat pas sinds 1 januari 2019."
                " Kies de gemeente die u bedoelt: anderbeek of eerstbeek."
            ),
        )
    ]


@pytest.mark.parametrize(
    ("organisation", "decided", "wanted"),
    [
        ("eerstbeek", "2025-03-01", "eindbeek"),
        ("eerstbeek", "2020-03-01", "middenbeek"),
        ("eindbeek", "2018-03-01", "anderbeek of eerstbeek"),
        ("eindbeek", "2020-03-01", "middenbeek"),
    ],
)
def test_two_mergers_are_followed_to_the_one_of_that_day(
    organisation: str, decided: str, wanted: str
) -> None:
    ((code, _, remedy),) = said(organisation, decided)
    assert code == "GZG303"
    assert wanted in remedy


def test_a_municipality_without_known_successor_points_at_the_register() -> None:
    ((code, _, remedy),) = said("wegdorp", "2025-03-01")
    assert code == "GZG303"
    assert "municipalities.csv" in remedy


def test_mergers_that_go_round_in_a_circle_come_to_an_end() -> None:
    first = Municipality("1", "een", "Een", "oost", None, date(2018, 12, 31), "2")
    second = Municipality("2", "twee", "Twee", "oost", date(2019, 1, 1), date(2020, 1, 1), "1")
    register = Register((first, second))
    assert successor(first, date(2022, 1, 1), register) is None
    assert predecessors(second, date(2022, 1, 1), register) == []


def test_the_code_of_a_municipality_is_answered_with_its_id() -> None:
    ((code, _, remedy),) = said('"22222"', "2024-12-31")
    assert code == "GZG302"
    assert remedy == "Bedoelde u “oudedorp”?"


def test_the_date_is_that_of_the_record_and_not_of_today() -> None:
    assert NOW.date() > date(2025, 1, 1)
    assert said("oudedorp", "2022-07-01") == []
