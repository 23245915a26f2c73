"""What pages are narrowed by, and the table that can be downloaded."""

import csv
import io
import json
from collections.abc import Iterable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzg.site.dataset import Line, dataset_files, line_of
from gzg.site.filters import FILTERS, STEPS, amount_range, amount_ranges
from gzg.site.page import Page
from gzg.site.pages.kinds import all_pages
from gzg.texts import Language
from tests.site.programmes import edition, page_at, real_edition
from tests.site.test_pages import BLUEPRINT, PROJECT, PROJECT_START


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("49999.99", "minder dan 50.000 euro"),
        ("50000", "50.000 tot 100.000 euro"),
        ("999999.99", "500.000 tot 1.000.000 euro"),
        ("1000000", "1.000.000 euro of meer"),
    ],
)
def test_an_amount_lies_in_the_range_that_begins_with_it(amount: str, words: str) -> None:
    assert amount_range(edition(), Decimal(amount)) == words


def test_an_unknown_amount_has_a_word_of_its_own() -> None:
    assert amount_range(edition(), None) == amount_ranges(edition())[-1] == "bedrag niet bekend"


@given(st.decimals(0, 10**8, places=2))
def test_every_amount_lies_in_one_of_the_ranges(amount: Decimal) -> None:
    found = edition()
    assert amount_range(found, amount) in amount_ranges(found)
    assert len(amount_ranges(found)) == len(STEPS) + 2


def test_a_blueprint_without_a_licence_can_be_asked_for() -> None:
    text = "id: voorbeeld\ntitle: Kit\nkinds: [kit]\nproject: voorbeeld\nsummary: Kort.\n"
    page = page_at("herbruikbaar/voorbeeld/", edition({BLUEPRINT: text}))
    assert page.filters["licence"] == ("niet bekend",)
    assert page.filters["call"] == ("Voorbeeldoproep",)


@pytest.mark.parametrize("language", Language)
def test_every_filter_has_a_value_in_the_real_catalogue(language: Language) -> None:
    pages = list(all_pages(real_edition(language)))
    assert {name for page in pages for name in page.filters} == set(FILTERS)


def lines_of(pages: Iterable[Page]) -> list[Line]:
    return [line for page in pages if (line := line_of(page))]


def test_the_table_has_a_row_for_every_page_that_is_narrowed() -> None:
    found = real_edition()
    pages = list(all_pages(found))
    files = dataset_files(found, lines_of(pages))
    rows = json.loads(files["zoeken/catalogus.json"])
    assert len(rows) == sum(bool(page.filters) for page in pages)
    text = files["zoeken/catalogus.csv"].decode("utf-8-sig")
    assert len(list(csv.reader(io.StringIO(text)))) == len(rows) + 1


def test_a_focus_has_its_own_part_of_the_table() -> None:
    found = real_edition()
    pages = list(all_pages(found))
    page = next(each for each in pages if each.template == "term.html" and each.record["calls"])
    text = dataset_files(found, lines_of(pages))[f"{page.address}catalogus.csv"].decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert rows
    assert all(page.title in row["Focus"] for row in rows)


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_cell_is_a_formula(start: str) -> None:
    title = f"title: '{start}HYPERLINK(\"https://example.org\")'"
    text = PROJECT_START.replace("title: Voorbeeld", title)
    found = edition({PROJECT: text})
    files = dataset_files(found, lines_of([page_at("projecten/voorbeeld/", found)]))
    line = files["zoeken/catalogus.csv"].decode("utf-8-sig").splitlines()[1]
    assert next(csv.reader([line]))[0].startswith(f"'{start}")


def test_the_pages_of_the_programmes_words_list_what_has_them() -> None:
    record = page_at("focus/nabij/", edition()).record
    projects = record["projects"]
    assert isinstance(projects, list)
    assert [row["href"] for row in projects] == ["projecten/voorbeeld/"]
