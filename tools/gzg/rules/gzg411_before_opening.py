"""GZG411: a dossier that came in before its call opened."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Severity
from gzg.model.submission import Submission
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule
from gzg.rules.submissions import zone_of


def check(record: Record, submission: Submission, context: Context) -> Iterator[Finding]:
    call, zone = context.submissions.call_of(record), zone_of(context.catalogue)
    if call is None or call.opens is None or zone is None:
        return
    if call.closes and call.closes.day < call.opens.day:
        return  # One of the two is wrong, and that is told at the call.
    received = context.submissions.instant_of(record, context.now)
    opens = call.opens.first_instant(zone)
    if received and received.timestamp() < opens.timestamp():
        yield Finding(record.at("call"), {"received": received, "opens": opens, "call": call.id})


RULE = RecordRule(
    code="GZG411",
    severity=Severity.ERROR,
    model=Submission,
    check=check,
    requires=("GZG410",),
)
