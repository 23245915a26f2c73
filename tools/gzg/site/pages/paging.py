"""Long lists in parts: the first at the address of the list, the others below it.

A part holds so much that a browser shows it at once. What is in a part is for the page to say.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from gzg.site.edition import Edition
from gzg.site.later import Later
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
    address: str, make: Callable[..., Page], parts: Sequence[Sequence[str]], *about: str
) -> Iterator[Later]:
    """A page for each part of a list; `parts` name what stands in each.

    It is made by `make(edition, *about, part, *names)`, where `part` tells which of how many it is.
    """
    for number, names in enumerate(parts, start=1):
        part = f"{number}/{len(parts)}"
        yield Later(_address(address, number), make, (*about, part, *names))


def is_first(part: str) -> bool:
    """Whether a part is the first: all that is not cut in parts stands there."""
    return part.startswith("1/")


def as_part(edition: Edition, page: Page, part: str, places: Sequence[str]) -> Page:
    """The page of a list as the page of one part: as it is where there is but one.

    Of several, each part changed when something that stands on it did: its files are in `places`.
    """
    number, of = (int(each) for each in part.split("/"))
    if of == 1:
        return page
    page = replace(
        page,
        record={**page.record, "paging": _paging(page.address, number, of)},
        changed=edition.changed(*places),
    )
    if number == 1:
        return page
    return replace(
        page,
        address=_address(page.address, number),
        title=edition.say("paging.title", title=page.title, number=number, of=of),
        crumbs=(*page.crumbs, link(page.title, page.address)),
    )


def _paging(address: str, number: int, of: int) -> Data:
    """Links to all parts, and to the one before and the one after."""
    return {
        "number": number,
        "parts": [link(each, _address(address, each)) for each in range(1, of + 1)],
        "previous": _address(address, number - 1) if number > 1 else None,
        "next": _address(address, number + 1) if number < of else None,
    }


def _address(address: str, number: int) -> str:
    return address if number == 1 else f"{address}{FOLDER}{number}/"
