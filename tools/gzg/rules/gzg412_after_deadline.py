"""GZG412: a dossier that came in after its call closed."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Severity
from gzg.model.submission import Submission
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule
from gzg.rules.submissions import zone_of


def check(record: Record, submission: Submission, context: Context) -> Iterator[Finding]:
    call, zone = context.submissions.call_of(record), zone_of(context.catalogue)
    if call is None or call.closes is None or zone is None:
        return
    if call.opens and call.closes.day < call.opens.day:
        return  # One of the two is wrong, and that is told at the call.
    received = context.submissions.instant_of(record, context.now)
    closes = call.closes.last_instant(zone)
    # The whole of the last second is still in time: 23:59:59.4 too.
    if received and int(received.timestamp()) > closes.timestamp():
        yield Finding(record.at("call"), {"received": received, "closes": closes, "call": call.id})


RULE = RecordRule(
    code="GZG412",
    severity=Severity.ERROR,
    model=Submission,
    check=check,
    requires=("GZG410",),
)
