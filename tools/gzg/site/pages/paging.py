"""Long lists in parts: the first at the address of the list, the others below it.

A part holds so much that a browser shows it at once. What is in a part is for the page to say.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from gzg.site.edition import Edition
from gzg.site.page import Data, Page, link

ROWS = 250
"""In one part."""

FOLDER = "p/"
"""Between the address of a list and the number of a part; the same in every language."""

Row = TypeVar("Row")


def in_parts(rows: Sequence[Row]) -> list[Sequence[Row]]:
    """The rows of each part; one part without rows where there are none."""
    return [rows[start : start + ROWS] for start in range(0, len(rows), ROWS)] or [rows]


def paged(
    edition: Edition, page: Page, records: Sequence[Data], places: Sequence[Sequence[str]]
) -> Iterator[Page]:
    """The page with each of the records: as it is where there is but one.

    Of several, each part changed when something that stands on it did: its files are in `places`.
    """
    if len(records) == 1:
        yield replace(page, record=records[0])
        return
    for number, record in enumerate(records, start=1):
        part = replace(
            page,
            record={**record, "paging": _paging(page, number, len(records))},
            changed=edition.changed(*places[number - 1]),
        )
        yield part if number == 1 else _later(edition, part, number, len(records))


def _later(edition: Edition, page: Page, number: int, of: int) -> Page:
    return replace(
        page,
        address=_address(page, number),
        title=edition.say("paging.title", title=page.title, number=number, of=of),
        crumbs=(*page.crumbs, link(page.title, page.address)),
    )


def _paging(page: Page, number: int, of: int) -> Data:
    """Links to all parts, and to the one before and the one after."""
    return {
        "number": number,
        "parts": [link(each, _address(page, each)) for each in range(1, of + 1)],
        "previous": _address(page, number - 1) if number > 1 else None,
        "next": _address(page, number + 1) if number < of else None,
    }


def _address(page: Page, number: int) -> str:
    return page.address if number == 1 else f"{page.address}{FOLDER}{number}/"
