"""What reading a file could not accept: values that travel with the file to the rules."""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import TypeVar

from gzg.diagnostics import FieldPath, Span

T = TypeVar("T")


class FaultName(StrEnum):
    """What went wrong; each name belongs to exactly one rule."""

    NOT_UTF8 = "not-utf8"
    TAB = "tab"
    INVISIBLE = "invisible-character"
    SYNTAX = "syntax"
    DUPLICATE_KEY = "duplicate-key"
    ANCHOR = "anchor"
    TAG = "tag"
    SECOND_DOCUMENT = "second-document"
    TOO_LARGE = "too-large"
    LINK = "link"
    CELL = "cell"
    COLUMNS = "columns"
    REGISTER = "register"
    FORMAT = "format"
    NO_FIELDS = "no-fields"
    MISSING = "missing"
    UNKNOWN_KEY = "unknown-key"
    WRONG_TYPE = "wrong-type"
    DATE = "date"
    MONEY = "money"
    SLUG = "slug"
    CHOICE = "choice"
    LENGTH = "length"
    NUMBER = "official-number"
    LICENCE = "licence"
    ADDRESS = "address"
    LANGUAGE = "language"
    FORM = "form"


class Problem(StrEnum):
    """Why YAML cannot be read, as far as the parser's own words tell; `OTHER` where they do not."""

    COLON = "colon"
    COLON_IN_TEXT = "colon_in_text"
    INDENTATION = "indentation"
    QUOTE = "quote"
    AFTER_QUOTE = "after_quote"
    BRACKET = "bracket"
    SPECIAL = "special"
    ESCAPE = "escape"
    DASH = "dash"
    NO_DASH = "no_dash"
    KEY = "key"
    FRONT_MATTER = "front_matter"
    CONFLICT = "conflict"
    OTHER = "other"


MOST_FAULTS = 100
"""How many faults of one file are told: beyond that a person reads no more, and time has an end."""

LONGEST_SHOWN = 60


def shown(value: object) -> str:
    """A value as a message may repeat it: one line, not too long; empty where there is none."""
    match value:
        case None:
            text = ""
        case bool():
            text = "true" if value else "false"
        case {} | [] if not value:
            text = "[]" if isinstance(value, list) else "{}"
        case Mapping():
            text = ", ".join(f"{key}: {shown(each)}" for key, each in _first(value.items()))
        case list():
            text = ", ".join(shown(each) for each in _first(value))
        case _:
            text = str(value)[: 4 * LONGEST_SHOWN]
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_SHOWN else f"{line[: LONGEST_SHOWN - 1]}…"


def _first(values: Iterable[T]) -> Iterator[T]:
    """As many as can be shown."""
    return islice(values, LONGEST_SHOWN)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that reading refused, at a span of the text or at a field of the data."""

    name: FaultName
    field: FieldPath = ()
    span: Span | None = None
    values: Mapping[str, object] = dataclasses.field(default_factory=dict)
