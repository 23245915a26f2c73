"""GZG413: an agreement that was signed after the dossier came in."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Severity
from gzg.model.submission import Submission
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule


def check(record: Record, submission: Submission, context: Context) -> Iterator[Finding]:
    if submission.agreement is None or context.submissions.call_of(record) is None:
        return
    received = context.submissions.instant_of(record, context.now)
    if received and submission.agreement.date > received.date():
        values = {"signed": submission.agreement.date, "received": received.date()}
        yield Finding(record.at("agreement", "date"), values)


RULE = RecordRule(code="GZG413", severity=Severity.ERROR, model=Submission, check=check)
