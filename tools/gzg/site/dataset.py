"""The whole catalogue as one table for download: a row a page, with what the search narrows by.

The exports for machines are elsewhere; this is what a visitor opens in a spreadsheet.
"""

import csv
import json
from collections.abc import Iterable, Mapping

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


def dataset_files(edition: Edition, of_pages: Iterable[Row]) -> dict[str, bytes]:
    """The table as CSV and as JSON, and the part of every focus, type and domain as CSV.

    Each is a path on the site → the bytes.
    """
    rows = sorted(of_pages, key=lambda row: str(row["address"]))
    lines = _lines(edition, rows)
    start = f"{edition.address(Section.SEARCH)}{STEM[edition.language]}"
    found = {
        f"{start}.csv": _together(edition, lines),
        f"{start}.json": json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode(),
    }
    for name, section in TERM_PAGES.items():
        for id in edition.catalogue.terms(name):
            if is_addressable(id):
                title = edition.term(name, id)
                own = (line for row, line in zip(rows, lines, strict=True) if title in row[name])
                path = f"{edition.address(section, id)}{STEM[edition.language]}.csv"
                found[path] = _together(edition, own)
    return found


def row_of(page: Page) -> Row | None:
    """The row of a page; none where the search cannot narrow to it."""
    if not page.filters:
        return None
    return {
        "title": page.title,
        "summary": page.description,
        "address": page.address,
        **page.columns,
        **{name: list(page.filters.get(name, ())) for name in FILTERS},
    }


def as_csv(edition: Edition, rows: Iterable[Row]) -> bytes:
    """The rows with a heading each column, in UTF-8 with the mark that spreadsheets look for."""
    return _together(edition, _lines(edition, rows))


class _Lines(list[str]):
    """What a writer of CSV writes, line by line: most lines stand in several tables."""

    def write(self, line: str) -> None:
        self.append(line)


def _lines(edition: Edition, rows: Iterable[Row]) -> _Lines:
    made, columns = _Lines(), tuple(columns_of(edition))
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerows([_cell(row.get(name, "")) for name in columns] for row in rows)
    return made


def _together(edition: Edition, lines: Iterable[str]) -> bytes:
    heading = _Lines()
    csv.writer(heading, lineterminator="\r\n").writerow(columns_of(edition).values())
    return "".join((*heading, *lines)).encode("utf-8-sig")


def columns_of(edition: Edition) -> dict[str, str]:
    """Each column and its heading."""
    own = ("title", "summary", "address", "lead", "granted", "decided")
    return {name: edition.say(f"column.{name}") for name in own} | {
        name: edition.say(f"filter.{name}") for name in FILTERS
    }


def _cell(value: str | list[str]) -> str:
    """The text of a cell; one that a spreadsheet would run as a formula is kept from it."""
    text = value if isinstance(value, str) else BETWEEN.join(value)
    return f"'{text}" if text.startswith(_STARTS_FORMULA) else text
