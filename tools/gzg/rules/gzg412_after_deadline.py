"""GZG412: a dossier that came in after its call closed."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Severity
from gzg.model.submission import Submission
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule


def check(record: Record, submission: Submission, context: Context) -> Iterator[Finding]:
    arrival = context.submissions.arrival_of(record, context.now)
    if arrival is None or arrival.call.closes is None:
        return
    closes = arrival.call.closes.last_instant(arrival.zone)
    # The whole of the last second is still in time: 23:59:59.4 too.
    if int(arrival.received.timestamp()) > closes.timestamp():
        values = {"received": arrival.received, "closes": closes, "call": arrival.call.id}
        yield Finding(record.at("call"), values)


RULE = RecordRule(
    code="GZG412",
    severity=Severity.ERROR,
    model=Submission,
    check=check,
    requires=("GZG410",),
)
