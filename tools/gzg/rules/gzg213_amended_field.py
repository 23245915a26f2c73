"""GZG213: an amendment of a field that calls do not have."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Severity
from gzg.model.call import Call
from gzg.repository.repository import Record
from gzg.rules.field_names import field_names
from gzg.rules.rule import Context, RecordRule
from gzg.rules.suggestion import nearest
from gzg.rules.unresolved import MOST_SUGGESTIONS


def check(record: Record, call: Call, context: Context) -> Iterator[Finding]:
    known = field_names(Call)
    for index, amendment in enumerate(call.amendments):
        if amendment.field not in known:
            candidates = known if index < MOST_SUGGESTIONS else ()
            values = {"field": amendment.field, "suggestion": nearest(amendment.field, candidates)}
            yield Finding(record.at("amendments", index, "field"), values)


RULE = RecordRule(code="GZG213", severity=Severity.ERROR, model=Call, check=check)
