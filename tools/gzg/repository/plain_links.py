"""The links of a Markdown text that is plain enough to be read at a glance.

A reader of Markdown takes a millisecond for a text, which for ten thousand is a tenth of a check.
Where a text has nothing that could make a link of something else, or something else of a link,
looking for `[words](place)` finds the same. In doubt there is no answer, and the reader is asked.
"""

import re
from typing import NamedTuple

_NOT_PLAIN = ("`", "<", ">", "&", "\\", "~", "\t", "\r", "    ", "![", "]:", "][", "\0")
"""What begins code, HTML, a quote, a character by its name, an image or a definition."""

_NESTED = re.compile(r"\n *(?:(?:[-+*]|\d{1,9}[.)]) +){3}")
"""Lists within lists on one line: a reader goes no deeper than its limit."""

_LINK = re.compile(r"\[[^\[\]\n]*\]\(((?:https?://)?[A-Za-z0-9./_#-]+)\)")


class PlainLink(NamedTuple):
    """Where a link leads, and the stretch of the text that it takes."""

    target: str
    start: int
    end: int


def plain_links(text: str) -> tuple[PlainLink, ...] | None:
    """Every link in a plain text, in order; None for a text that is to be parsed."""
    if any(sign in text for sign in _NOT_PLAIN) or _NESTED.search(f"\n{text}"):
        return None
    found = tuple(PlainLink(each[1], *each.span()) for each in _LINK.finditer(text))
    brackets = (text.count("["), text.count("]"))
    return found if brackets == (len(found), len(found)) else None
