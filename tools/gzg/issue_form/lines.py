"""A list of the dossier as it is typed or pasted in a field: an item a line.

Semicolons, the tabs of a spreadsheet and the bars of a Markdown table (which GitHub makes of a
pasted spreadsheet) all part what stands on a line.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gzg.model.identifiers import slug

MOST_LINES = 100
NOTHING = frozenset({"-", "–", "—", "…", "?"})
"""What people put where they have nothing to say."""

_BULLET = re.compile(r"(?:[-*•]|[0-9]{1,3}[.)])[ \t]+")
_RULE = frozenset("|:- \t")


class Line(NamedTuple):
    """One item: the number of its line, counted from 1, and its pieces."""

    number: int
    pieces: tuple[str, ...]


def lines_of(text: str, titles: Sequence[str]) -> Iterator[Line]:
    """Every item, in as many pieces as there are titles; empty pieces are there as nothing."""
    for number, line in enumerate(text.split("\n"), start=1):
        pieces = [_piece(each) for each in _parted(line.strip(), len(titles))]
        if any(pieces) and not _is_heading(pieces, titles):
            yield Line(number, tuple(pieces))


def _parted(line: str, count: int) -> list[str]:
    if line.startswith("|"):
        return [] if _RULE.issuperset(line) else line.strip("|").split("|", count - 1)
    bullet = _BULLET.match(line)
    rest = line[bullet.end() :] if bullet else line
    return rest.split("\t" if "\t" in rest and ";" not in rest else ";", count - 1)


def _piece(text: str) -> str:
    piece = " ".join(text.split())
    return "" if piece in NOTHING else piece


def _is_heading(pieces: list[str], titles: Sequence[str]) -> bool:
    """Whether a line only repeats what the columns are called."""
    return [slug(each) for each in pieces] == [slug(each) for each in titles[: len(pieces)]]
