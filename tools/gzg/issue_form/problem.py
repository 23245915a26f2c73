"""What is wrong with a form before there is a dossier that rules can judge, as values.

The sentences are in `texts/issue.yml`: for each name a message and a remedy.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from gzg.diagnostics import FieldPath


class ProblemName(StrEnum):
    """Each has its sentences under this key."""

    TOO_LONG = "too-long"
    NO_FORM = "no-form"
    NO_CALL = "no-call"
    NOT_BY_ISSUE = "not-by-issue"
    OTHER_CALL = "other-call"
    NOT_TICKED = "not-ticked"
    HEADING_TWICE = "heading-twice"
    TOO_MANY_LINES = "too-many-lines"
    SEVERAL_ORGANISATIONS = "several-organisations"
    BOTH = "both"
    EMPTY = "empty"


@dataclass(frozen=True)
class Problem:
    """A problem in a field of the form; about the whole of it where the path is empty."""

    name: ProblemName
    path: FieldPath = ()
    line: int | None = None
    values: Mapping[str, object] = field(default_factory=dict)
