"""What the rules on personal data share: where a find stands, and how to tell without repeating it.

What Git once holds, everybody can read for ever, and the logs of a check are public too. So no
finding has the value that was found: `masked` is all that a message may say of it, and a report
covers the value in the lines that it shows.
"""

import re
from bisect import bisect_right
from functools import lru_cache

from gzg.diagnostics import Finding, Place, Span
from gzg.repository.source_file import SourceFile

MASK = "•"
_SIGNS = r" \u00a0\u202f.\-\u2010-\u2013/"
GAP = f"[{_SIGNS}]"
"""A sign that people put between the groups of a number."""

_MAYBE_LONG = re.compile(rf"[0-9][0-9{_SIGNS}()]{{8}}")
_LONG_NUMBER = re.compile(rf"[0-9](?:[{_SIGNS}()]{{0,3}}[0-9]){{8}}")
_NATIONAL = re.compile(
    rf"(?<![0-9A-Za-z+])(?<![0-9]\.)"
    rf"[0-9]{{2}}{GAP}{{0,3}}[0-9]{{2}}{GAP}{{0,3}}[0-9]{{2}}{GAP}{{0,3}}[0-9]{{3}}{GAP}{{0,3}}[0-9]{{2}}"
    rf"(?![0-9A-Za-z])"
)


def masked(value: str, keep: int = 0) -> str:
    """`value` with a dot for every letter and digit after the first `keep` signs."""
    return value[:keep] + "".join(MASK if sign.isalnum() else sign for sign in value[keep:])


def finding(source: SourceFile, start: int, end: int, shown: str) -> Finding:
    """A finding at a stretch of the text, of which a message may say `shown`."""
    starts = _line_starts(source.text)
    line = bisect_right(starts, start)
    column = start - starts[line - 1] + 1
    span = Span(line, column, line, column + end - start)
    return Finding(Place(source.path, span=span), {"masked": shown})


@lru_cache(maxsize=1)
def _line_starts(text: str) -> list[int]:
    """Where each line begins: a text full of finds is counted through only once."""
    return [0, *(found.end() for found in re.finditer("\n", text))]


def has_long_number(text: str) -> bool:
    """Whether there are nine digits close together: the one scan that four rules rely on."""
    maybe = _MAYBE_LONG.search(text)
    return maybe is not None and _LONG_NUMBER.search(text, maybe.start()) is not None


def national_numbers(text: str) -> list[tuple[int, int, str]]:
    """Whatever has the form of a national or BIS number: where, and its eleven digits."""
    return [
        (found.start(), found.end(), re.sub("[^0-9]", "", found[0]))
        for found in _NATIONAL.finditer(text)
    ]
