"""The whole catalogue as one table for download: a row a page, with what the search narrows by.

The exports for machines are elsewhere; this is what a visitor opens in a spreadsheet.
"""

import csv
import json
from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import NamedTuple

from gzg.site.addresses import TERM_PAGES, Section
from gzg.site.edition import Edition, is_addressable
from gzg.site.filters import FILTERS
from gzg.site.page import Page

STEM = {"nl": "catalogus", "en": "catalogue"}
"""What the files are called, by language."""

BETWEEN = "; "
"""Between several values in one cell."""

_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Row = Mapping[str, str | list[str]]

_OWN = ("title", "summary", "address", "lead", "granted", "decided")
_COLUMNS = (*_OWN, *FILTERS)
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class Line(NamedTuple):
    """A row as it stands in the files; `terms` are the words that it has of each list of them."""

    address: str
    json: str
    csv: str
    terms: Mapping[str, list[str]]


def dataset_files(edition: Edition, of_pages: Iterable[Line]) -> dict[str, bytes]:
    """The table as CSV and as JSON, and the part of every focus, type and domain as CSV.

    Each is a path on the site → the bytes.
    """
    lines = sorted(of_pages, key=attrgetter("address"))
    start = f"{edition.address(Section.SEARCH)}{STEM[edition.language]}"
    found = {
        f"{start}.csv": _as_csv(edition, lines),
        f"{start}.json": f"[{','.join([line.json for line in lines])}]".encode(),
    }
    for name, section in TERM_PAGES.items():
        for id in edition.catalogue.terms(name):
            if is_addressable(id):
                title = edition.term(name, id)
                own = (line for line in lines if title in line.terms[name])
                path = f"{edition.address(section, id)}{STEM[edition.language]}.csv"
                found[path] = _as_csv(edition, own)
    return found


def line_of(page: Page) -> Line | None:
    """The row of a page; none where the search cannot narrow to it."""
    if not page.filters:
        return None
    row: Row = {
        "title": page.title,
        "summary": page.description,
        "address": page.address,
        **page.columns,
        **{name: list(page.filters.get(name, ())) for name in FILTERS},
    }
    terms = {name: list(page.filters.get(name, ())) for name in TERM_PAGES}
    cells = [_cell(row.get(name, "")) for name in _COLUMNS]
    return Line(page.address, _JSON.encode(row), _line_of(cells), terms)


class _Lines(list[str]):
    """What a writer of CSV writes, line by line."""

    def write(self, line: str) -> None:
        self.append(line)


def _line_of(cells: Iterable[str]) -> str:
    made = _Lines()
    csv.writer(made, lineterminator="\r\n").writerow(cells)
    return made[0]


def _as_csv(edition: Edition, lines: Iterable[Line]) -> bytes:
    """The lines below a heading, in UTF-8 with the mark that spreadsheets look for."""
    heading = _line_of(columns_of(edition).values())
    return "".join([heading, *[line.csv for line in lines]]).encode("utf-8-sig")


def columns_of(edition: Edition) -> dict[str, str]:
    """Each column and its heading."""
    return {name: edition.say(f"column.{name}") for name in _OWN} | {
        name: edition.say(f"filter.{name}") for name in FILTERS
    }


def _cell(value: str | list[str]) -> str:
    """The text of a cell; one that a spreadsheet would run as a formula is kept from it."""
    text = value if isinstance(value, str) else BETWEEN.join(value)
    return f"'{text}" if text.startswith(_STARTS_FORMULA) else text
