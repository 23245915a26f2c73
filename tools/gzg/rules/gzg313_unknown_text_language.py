"""GZG313: a text in a language that the programme does not have."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Place, Severity
from gzg.model.base import Model
from gzg.model.references import TEXT_LANGUAGE
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule
from gzg.rules.unresolved import has_unresolved


def check(record: Record, model: Model, context: Context) -> Iterator[Finding]:
    for reference in context.catalogue.unresolved(record):
        if reference.kind == TEXT_LANGUAGE:
            known = ", ".join(sorted(context.catalogue.ids("language")))
            values = {"language": reference.id, "known": known}
            yield Finding(Place(record.path, reference.field), values)


RULE = RecordRule(
    code="GZG313",
    severity=Severity.WARNING,
    model=Model,
    check=check,
    only_if=has_unresolved,
)
