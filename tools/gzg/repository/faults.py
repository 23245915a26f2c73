"""What reading a file could not accept: values that travel with the file to the rules."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from gzg.diagnostics import FieldPath, Span


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
    ROW = "row"
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


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that reading refused, at a span of the text or at a field of the data."""

    name: FaultName
    field: FieldPath = ()
    span: Span | None = None
    values: Mapping[str, object] = dataclasses.field(default_factory=dict)
