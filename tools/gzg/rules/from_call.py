"""A rule whose judge is data: a part of the call's schema, or one of the call's constraints.

What is judged stands in `call_schema`; the rule gives it a code, a severity and a card.
"""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Place, Severity
from gzg.model.submission import Submission
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule


def call_rule(code: str, severity: Severity = Severity.ERROR) -> RecordRule[Submission]:
    """The rule that tells of every breach with this code."""

    def check(record: Record, submission: Submission, context: Context) -> Iterator[Finding]:
        for breach in context.submissions.breaches(record, code):
            yield Finding(Place(record.path, breach.field), breach.values)

    return RecordRule(
        code=code, severity=severity, model=Submission, check=check, only_if=has_breaches
    )


def has_breaches(record: Record, context: Context) -> bool:
    """Whether a dossier has anything against what its call asks."""
    return context.submissions.has_breaches(record)
