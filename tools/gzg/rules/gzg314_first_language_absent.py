"""GZG314: a text by language that is not there in the programme's first language."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Place, Severity
from gzg.model.base import Model
from gzg.model.page import News, Page
from gzg.model.references import TEXT
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule
from gzg.rules.unresolved import has_unresolved


def check(record: Record, model: Model, context: Context) -> Iterator[Finding]:
    programme = context.catalogue.programme
    if programme is None:
        return
    # A news item or a page is in one language, which may be another than the first.
    own = model.language if isinstance(model, News | Page) else None
    for reference in context.catalogue.unresolved(record):
        present = reference.id.split(" ")
        if reference.kind == TEXT and own not in present:
            first = programme.languages[0]
            written = (*reference.field, first)
            is_empty = written in record.source.without_value
            values = {"language": first, "present": present, "empty": first if is_empty else None}
            yield Finding(Place(record.path, written if is_empty else reference.field), values)


RULE = RecordRule(
    code="GZG314",
    severity=Severity.ERROR,
    model=Model,
    check=check,
    only_if=has_unresolved,
)
