"""GZG216: a term from which no end can be reckoned."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Severity
from gzg.model.call import Call, Duration
from gzg.model.facts import Origin
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule


def check(record: Record, call: Call, context: Context) -> Iterator[Finding]:
    if call.origin is Origin.SOURCES:
        return
    durations = {"term": call.term, "start_rule": call.start_rule}
    for field, duration in durations.items():
        if duration and not has_end(duration):
            yield Finding(record.at(field), {"months": duration.months})


def has_end(duration: Duration) -> bool:
    """Whether a day is named, or a number of months and what they count from."""
    return duration.until is not None or None not in (duration.months, duration.counts_from)


RULE = RecordRule(code="GZG216", severity=Severity.ERROR, model=Call, check=check)
