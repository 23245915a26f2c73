"""The plain style of YAML that most records have, read line by line: some times faster.

Keys of letters and digits, one a line; words and numbers, also over several lines; lists of words
between brackets; text between quotes on one line; mappings and lists by indentation. Everything
else, and whatever has a fault, is for the walk over the parser's events in `yaml_text`, which also
is the only one to tell places. What is read here is what that walk would read.
"""

import re
from decimal import Decimal
from functools import lru_cache
from sys import intern
from typing import Any

DEEPEST_PLAIN = 16
LONGEST_PLAIN = 50_000
"""Signs of a text that is taken apart into lines at once; what people write is far shorter."""

LONGEST_NUMBER = 18
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?", re.ASCII)
_WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}

_LINE = re.compile(
    r"^( *)(- )?(?:([A-Za-z0-9][A-Za-z0-9_-]{0,99}):(?: (?=\S)|$))?"
    r"(?:([^\W_](?:.*\S)?)|(.*))$",
    re.MULTILINE,
)
"""Indentation, the dash of a list, a key, then a value without quotes or anything else."""

_LIST = re.compile(r"\[((?:[A-Za-z0-9][\w.-]*(?:, [A-Za-z0-9][\w.-]*)*)?)\]", re.ASCII)
_QUOTED = re.compile(r"'((?:[^']|'')*)'")
_DOUBLE_QUOTED = re.compile(r'"([^"\\]*)"')


@lru_cache(maxsize=4096)
def scalar(text: str) -> object:
    """What an unquoted word means: a number, a truth value, nothing, or the text itself."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in "-0123456789" and len(text) <= LONGEST_NUMBER:
        number = _NUMBER.fullmatch(text)
        if number:
            return Decimal(text) if number[1] else int(text)
    return text


def plain_data(text: str) -> dict[str, object] | None:
    """The data of a text in the plain style; None where it is not, or not sure to be, in it."""
    if len(text) > LONGEST_PLAIN or " #" in text or not text.replace("\n", "").isprintable():
        return None
    lines = _Lines()
    try:
        for indent, dash, key, plain, other in _LINE.findall(text):
            if plain or key or dash:
                lines.read(len(indent), dash, key, plain, other)
            elif not other or (other[0] == "#" and not indent):
                lines.text = None  # nothing goes on after an empty line or a remark
            else:
                return None
    except _OtherStyleError:
        return None
    return lines.root if lines.root and lines.waiting is None else None


class _OtherStyleError(Exception):
    """A line that is not in the plain style."""


class _Lines:
    """What was read so far: the mappings and lists that are open, and what the last line began.

    `waiting` is the key whose value begins on the next line; `text` a value without quotes that
    may go on there, and `slot` its place in the innermost mapping or list.
    """

    __slots__ = ("column", "inner", "outer", "root", "slot", "text", "waiting")

    def __init__(self) -> None:
        self.root: dict[str, object] = {}
        self.inner: Any = self.root
        self.column = 0
        self.outer: list[tuple[int, Any]] = []
        self.waiting: str | None = None
        self.text: str | None = None
        self.slot: str | int = ""

    def read(self, column: int, dash: str, key: str, plain: str, other: str) -> None:
        """A line that is not empty and no remark."""
        if plain and (": " in plain or plain[-1] == ":"):
            raise _OtherStyleError
        if self.waiting is None and column > self.column:
            self.go_on(dash or key or other, plain)
            return
        if dash:
            self.go_to(column, list)
            if not key:
                self.inner.append(self.value(plain, other))
                self.slot = -1
                return
            item: dict[str, object] = {}
            self.inner.append(item)
            self.open(column + len(dash), item)
        elif self.waiting is not None or column != self.column or type(self.inner) is list:
            self.go_to(column, dict)
        if not key or key in self.inner:
            raise _OtherStyleError
        self.slot = key = intern(key)
        if plain or other:
            self.inner[key] = self.value(plain, other)
        else:
            self.waiting, self.text = key, None

    def go_on(self, begins_anew: str, plain: str) -> None:
        """Another line of the value that the last one began."""
        if begins_anew or self.text is None:
            raise _OtherStyleError
        self.text = self.inner[self.slot] = f"{self.text} {plain}"

    def go_to(self, column: int, kind: type) -> None:
        """Make the mapping or list that a line belongs to the innermost one."""
        if self.waiting is not None:
            if column < self.column or (column == self.column and kind is not list):
                raise _OtherStyleError
            self.inner[self.waiting] = made = kind()
            self.waiting = None
            self.open(column, made)
            return
        while column < self.column or (kind is dict and type(self.inner) is list):
            self.column, self.inner = self.outer.pop()
        if column != self.column or type(self.inner) is not kind:
            raise _OtherStyleError

    def open(self, column: int, made: object) -> None:
        self.outer.append((self.column, self.inner))
        if len(self.outer) > DEEPEST_PLAIN:
            raise _OtherStyleError
        self.column, self.inner = column, made

    def value(self, plain: str, other: str) -> object:
        """What a line says after its key or dash; a key without a value is told elsewhere."""
        self.text = plain or None
        if " " in plain:
            return plain
        found: object = None
        if plain:
            found = scalar(plain)
        elif words := _LIST.fullmatch(other):
            found = [scalar(word) for word in words[1].split(", ")] if words[1] else []
        elif quoted := _QUOTED.fullmatch(other):
            found = quoted[1].replace("''", "'")
        elif quoted := _DOUBLE_QUOTED.fullmatch(other):
            found = quoted[1]
        if found is None:
            raise _OtherStyleError
        return found
