"""GZG310: an organisation that is there already, as a municipality or under another id."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Severity
from gzg.model.kinds import Kind
from gzg.model.organisation import Organisation
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule


def check(record: Record, organisation: Organisation, context: Context) -> Iterator[Finding]:
    municipalities = context.catalogue.register.by_id.get(record.id)
    if municipalities:
        taken = {"value": record.id, "owner": municipalities[-1].name}
        yield Finding(record.at("id"), taken)
    if organisation.kbo:
        first = first_with(organisation.kbo, context)
        if first != record.id:
            values = {"value": organisation.kbo, "owner": first, "kbo": True}
            yield Finding(record.at("kbo"), values)


def first_with(kbo: str, context: Context) -> str:
    """The organisation whose number it is: one that was not changed goes before one that was."""
    paths = context.catalogue.repository.index[Kind.ORGANISATION]
    ids = context.catalogue.organisations_by_kbo[kbo]
    return min(ids, key=lambda id: (paths[id] in context.history.touched, id))


RULE = RecordRule(code="GZG310", severity=Severity.ERROR, model=Organisation, check=check)
