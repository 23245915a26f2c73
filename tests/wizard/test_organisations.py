"""Organisations by the names that people use."""

from datetime import date

import pytest

from gzg.commands.options import open_catalogue
from gzg.texts import Language
from gzg.wizard.organisations import Directory
from gzg.wizard.questions import Wording
from tests.wizard.programmes import ROOT

CATALOGUE = open_catalogue(ROOT)
assert CATALOGUE.programme is not None
WORDS = Wording(CATALOGUE.programme, Language.NL)
DIRECTORY = Directory(CATALOGUE, WORDS, date(2026, 3, 1))


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("Sint Niklaas", "sint-niklaas"),
        ("gent", "gent"),
        ("GENT ", "gent"),
        ("De Haan", "de-haan"),
        ("demo-duinmeer", "demo-duinmeer"),
        ("Vlaamse Gemeenschapscommissie", "vgc"),
    ],
)
def test_a_name_or_id_is_found_without_a_question(typed: str, id: str) -> None:
    found = DIRECTORY.find(typed)

    assert found.is_sure
    assert [each.id for each in found.choices] == [id]


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("Sint-Nicklaas", ["sint-niklaas"]),
        ("duinmeer", ["demo-duinmeer", "demo-ocmw-duinmeer"]),
        ("Antwerpn", ["antwerpen"]),
    ],
)
def test_what_looks_like_it_is_offered(typed: str, ids: list[str]) -> None:
    found = DIRECTORY.find(typed)

    assert not found.is_sure
    assert [each.id for each in found.choices][: len(ids)] == ids


@pytest.mark.parametrize("typed", ["", "?!", "Atlantis aan Zee"])
def test_what_looks_like_nothing_gives_nothing(typed: str) -> None:
    assert DIRECTORY.find(typed).choices == ()


def test_a_municipality_is_offered_only_while_it_exists() -> None:
    before = Directory(CATALOGUE, WORDS, date(2018, 6, 1))

    assert before.find("Aalter").is_sure
    assert before.find("Knesselare").is_sure
    assert not DIRECTORY.find("Knesselare").is_sure


def test_an_organisation_is_shown_with_its_kind() -> None:
    assert DIRECTORY.choice("gent").title == "Gent"
    assert DIRECTORY.choice("gent").description == "Gemeente"
