"""GZG304: a reference to a record that is not there."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Place, Severity
from gzg.model.base import Model
from gzg.repository import layout
from gzg.repository.catalogue import RECORD_REFERENCES, SOURCE
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule
from gzg.rules.unresolved import has_unresolved, unresolved

PLACES = {
    SOURCE: layout.SOURCES,
    **{kind: f"{layout.PLACES[records]}/" for kind, records in RECORD_REFERENCES.items()},
}


def check(record: Record, model: Model, context: Context) -> Iterator[Finding]:
    for reference, suggestion in unresolved(record, context, PLACES):
        values = {"id": reference.id, "place": PLACES[reference.kind], "suggestion": suggestion}
        yield Finding(Place(record.path, reference.field), values)


RULE = RecordRule(
    code="GZG304",
    severity=Severity.ERROR,
    model=Model,
    check=check,
    only_if=has_unresolved,
)
