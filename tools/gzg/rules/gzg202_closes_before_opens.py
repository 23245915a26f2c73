"""GZG202: a call that closes before it opens."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Severity
from gzg.model.call import Call
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule


def check(record: Record, call: Call, context: Context) -> Iterator[Finding]:
    if call.opens and call.closes and call.closes.day < call.opens.day:
        values = {"opens": call.opens.day, "closes": call.closes.day}
        yield Finding(record.at("closes"), values)


RULE = RecordRule(code="GZG202", severity=Severity.ERROR, model=Call, check=check)
