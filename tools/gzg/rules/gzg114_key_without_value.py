"""GZG114: a key that stands there with nothing behind it.

One that must be there is GZG101's, the programme's first language in a text GZG314's.
"""

from collections.abc import Iterator
from itertools import islice

from gzg.diagnostics import Finding, Place, Severity
from gzg.model.base import Model
from gzg.model.references import TEXT
from gzg.repository.faults import MOST_FAULTS, shown
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule


def check(record: Record, model: Model, context: Context) -> Iterator[Finding]:
    first = context.catalogue.programme.languages[0] if context.catalogue.programme else ""
    texts = (each for each in context.catalogue.unresolved(record) if each.kind == TEXT)
    told = {(*text.field, first) for text in texts}
    found = (field for field in record.source.without_value if field not in told)
    for field in islice(found, MOST_FAULTS):
        yield Finding(Place(record.path, field), {"field": shown(field[-1])})


def has_some(record: Record, context: Context) -> bool:
    return bool(record.source.without_value)


RULE = RecordRule(
    code="GZG114", severity=Severity.WARNING, model=Model, check=check, only_if=has_some
)
