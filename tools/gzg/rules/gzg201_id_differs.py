"""GZG201: an id that is not the name of its folder or file."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Severity
from gzg.model.facts import Sourced
from gzg.model.identifiers import slug
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule


def check(record: Record, model: Sourced, context: Context) -> Iterator[Finding]:
    id = getattr(model, "id", record.id)
    if id != record.id:
        values = {"id": id, "name": record.id, "rename": slug(record.id) != record.id}
        yield Finding(record.at("id"), values)


RULE = RecordRule(code="GZG201", severity=Severity.ERROR, model=Sourced, check=check)
