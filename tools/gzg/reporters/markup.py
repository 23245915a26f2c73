"""Somebody else's text inside our Markdown: it reads the same and does nothing.

A forge makes more of Markdown than CommonMark does: it notifies whoever is mentioned, links
numbers, commits and bare addresses, and draws emoji and formulas. So every sign of ASCII that
could mean something is escaped, a line stays a line, and where a forge looks at the text after
the escapes are gone, an invisible joiner parts what it looks for.
"""

import re

from gzg.reporters.text import shown

JOINER = "\u2060"
"""WORD JOINER: no width, no line break, and no forge takes it for part of a name or a number."""

LONGEST = 500
"""How much of one text is shown, in signs."""

_MEANINGFUL = re.compile(r"[!#$&()*+\-.:<=>@\[\\\]^_`{|}~]")
_ENTITIES = {"|": "&#124;", "$": "&#36;"}
"""A backslash before a pipe may itself be escaped in a cell, and one before a dollar is read by
some as the start of a formula."""

_NAMED = re.compile(
    r"(?<=[@#!$%&~])(?=\w)"  # an account, an issue, a merge request, a label …
    r"|(?<=:)(?=[\w+-]+:)"  # an emoji
    r"|(?<=:)(?=//)|(?<=www)(?=\.)|(?<=mailto)(?=:)|(?<=xmpp)(?=:)|(?<=GH)(?=-\d)",
    re.IGNORECASE,
)
_COMMIT = re.compile(r"(?<![0-9a-z])[0-9a-f]{7,64}(?![0-9a-z])", re.IGNORECASE)
_BACKTICKS = re.compile("`+")


def inert(text: str, longest: int = LONGEST) -> str:
    """The text as part of a line of Markdown, in a table or not."""
    line = _NAMED.sub(JOINER, one_line(text, longest))
    line = _COMMIT.sub(_parted, line)
    return _MEANINGFUL.sub(lambda sign: _ENTITIES.get(sign[0], f"\\{sign[0]}"), line)


def _parted(number: re.Match[str]) -> str:
    """What may be a commit's, in pieces of six: a forge links seven or more."""
    digits = number[0]
    return JOINER.join(digits[at : at + 6] for at in range(0, len(digits), 6))


def code(text: str, longest: int = LONGEST) -> str:
    """The text as code, in which no forge looks for anything; not for a table."""
    line = one_line(text, longest) or " "
    fence = "`" * (1 + max((len(run) for run in _BACKTICKS.findall(line)), default=0))
    space = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{space}{line}{space}{fence}"


def table(heads: list[str], rows: list[list[str]], numeric: frozenset[int] = frozenset()) -> str:
    """A table of cells that are Markdown already; the columns in `numeric` stand to the right."""
    rule = ["---:" if number in numeric else "---" for number in range(len(heads))]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in (heads, rule, *rows))


def one_line(text: str, longest: int) -> str:
    """The text with every run of white space as one space, and what is invisible as its code."""
    line = shown(" ".join(text[: 4 * longest].split()))
    return line if len(line) <= longest else f"{line[: longest - 1]}…"
