"""GZG302: an organisation that the catalogue does not have."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Place, Severity
from gzg.model.base import Model
from gzg.repository.catalogue import ORGANISATION
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule
from gzg.rules.unresolved import has_unresolved, unresolved


def check(record: Record, model: Model, context: Context) -> Iterator[Finding]:
    register = context.catalogue.register
    for reference, suggestion in unresolved(record, context, (ORGANISATION,)):
        if reference.id not in register.by_id:
            by_code = register.by_nis.get(reference.id)
            values = {"id": reference.id, "suggestion": by_code.id if by_code else suggestion}
            yield Finding(Place(record.path, reference.field), values)


RULE = RecordRule(
    code="GZG302",
    severity=Severity.ERROR,
    model=Model,
    check=check,
    only_if=has_unresolved,
)
