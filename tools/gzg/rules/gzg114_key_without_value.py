"""GZG114: a key that stands there with nothing behind it; one that must be there is GZG101's."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Place, Severity
from gzg.model.base import Model
from gzg.repository.faults import MOST_FAULTS, shown
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule


def check(record: Record, model: Model, context: Context) -> Iterator[Finding]:
    for field in record.source.without_value[:MOST_FAULTS]:
        yield Finding(Place(record.path, field), {"field": shown(field[-1])})


def has_some(record: Record, context: Context) -> bool:
    return bool(record.source.without_value)


RULE = RecordRule(
    code="GZG114", severity=Severity.WARNING, model=Model, check=check, only_if=has_some
)
