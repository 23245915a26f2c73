"""GZG411: a dossier that came in before its call opened."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Severity
from gzg.model.submission import Submission
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule


def check(record: Record, submission: Submission, context: Context) -> Iterator[Finding]:
    arrival = context.submissions.arrival_of(record, context.now)
    if arrival is None or arrival.call.opens is None:
        return
    opens = arrival.call.opens.first_instant(arrival.zone)
    if arrival.received.timestamp() < opens.timestamp():
        values = {"received": arrival.received, "opens": opens, "call": arrival.call.id}
        yield Finding(record.at("call"), values)


RULE = RecordRule(
    code="GZG411",
    severity=Severity.ERROR,
    model=Submission,
    check=check,
    requires=("GZG410",),
)
