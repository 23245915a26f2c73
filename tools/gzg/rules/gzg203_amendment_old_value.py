"""GZG203: an amendment's old value is not what the amendment before it made of the field."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Severity
from gzg.model.call import AmendedValue, Call
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule


def check(record: Record, call: Call, context: Context) -> Iterator[Finding]:
    made: dict[str, AmendedValue | None] = {}
    for index, amendment in enumerate(call.amendments):
        previous = made.get(amendment.field)
        if None not in (previous, amendment.old) and previous != amendment.old:
            values = {"field": amendment.field, "old": amendment.old, "previous": previous}
            yield Finding(record.at("amendments", index, "old"), values)
        made[amendment.field] = amendment.new


RULE = RecordRule(code="GZG203", severity=Severity.ERROR, model=Call, check=check)
