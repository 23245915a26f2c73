"""What a check finds, as values: no text of their own and no way of printing themselves."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """What a diagnostic weighs: an error stops a merge, a warning does not, a hint is advice."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Span(NamedTuple):
    """A stretch of text; lines and columns count from 1 and the end column is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


FILE_START = Span(1, 1, 1, 1)

Step = str | int
FieldPath = tuple[Step, ...]
"""The way to a value inside a record: `("parties", 2, "role")`."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a rule sees a fault, in the record's own terms; the engine makes it concrete.

    Either a field of the file's data (`field`), or a stretch of its text (`span`).
    """

    path: str
    field: FieldPath = ()
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule yields: a place and the values that its card's sentences are filled with."""

    place: Place
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding of one rule at a concrete place."""

    code: str
    severity: Severity
    path: str
    span: Span
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def sort_key(self) -> tuple[str, int, str, Span, str]:
        """Path, line, code; then the rest of the place and the values, for one order."""
        values = repr(sorted(self.values.items(), key=str))
        return (self.path, self.span.line, self.code, self.span, values)
