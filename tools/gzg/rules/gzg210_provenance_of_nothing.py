"""GZG210: provenance of a field that is not there, or a conflict about a field that cannot be."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Severity
from gzg.model.facts import Sourced
from gzg.repository.repository import Record
from gzg.rules.field_names import field_names, value_at
from gzg.rules.rule import Context, RecordRule
from gzg.rules.suggestion import nearest
from gzg.rules.unresolved import MOST_SUGGESTIONS


def check(record: Record, model: Sourced, context: Context) -> Iterator[Finding]:
    for number, field in enumerate(model.provenance):
        if value_at(record.source.data, field) is None:
            yield Finding(record.at("provenance", field), values_of(field, model, number))
    for index, conflict in enumerate(model.conflicts):
        # Sources may disagree on what nobody could settle: such a field has no value.
        if conflict.field and conflict.field not in field_names(type(model)):
            place = record.at("conflicts", index, "field")
            yield Finding(place, values_of(conflict.field, model, index))


def values_of(field: str, model: Sourced, number: int) -> dict[str, object]:
    """The field, and whether records of this kind can have it; if not, which one is meant."""
    known = field_names(type(model))
    if field in known:
        return {"field": field, "empty": True}
    candidates = known if number < MOST_SUGGESTIONS else ()
    return {"field": field, "suggestion": nearest(field, candidates)}


RULE = RecordRule(
    code="GZG210", severity=Severity.ERROR, model=Sourced, check=check, requires=("GZG114",)
)
