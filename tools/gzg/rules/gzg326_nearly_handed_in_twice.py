"""GZG326: a dossier that is nearly another one for the same call."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Place, Severity, Span
from gzg.model.submission import Submission
from gzg.repository.repository import Record
from gzg.rules.dossier_text import readme_of
from gzg.rules.rule import Context, RecordRule
from gzg.rules.twins import IDENTICAL


def check(record: Record, submission: Submission, context: Context) -> Iterator[Finding]:
    twin = context.submissions.twins.of(record.id)
    if twin and twin.share < IDENTICAL:
        values = {"twin": twin.id, "percentage": float(round(twin.share * 100))}
        yield Finding(Place(readme_of(record), span=Span(1, 1, 1, 1)), values)


RULE = RecordRule(code="GZG326", severity=Severity.WARNING, model=Submission, check=check)
