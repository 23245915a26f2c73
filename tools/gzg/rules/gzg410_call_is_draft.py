"""GZG410: a dossier for a call that is still a draft."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Severity
from gzg.model.submission import Submission
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule


def check(record: Record, submission: Submission, context: Context) -> Iterator[Finding]:
    call = context.submissions.call_of(record)
    if call and call.draft:
        yield Finding(record.at("call"), {"call": call.id})


RULE = RecordRule(code="GZG410", severity=Severity.ERROR, model=Submission, check=check)
