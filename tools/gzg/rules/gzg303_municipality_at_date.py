"""GZG303: a municipality that did not exist, or no longer, at the date of the record."""

from collections.abc import Iterator, Mapping
from datetime import date

from gzg.diagnostics import Finding, Place, Severity
from gzg.model.base import Model
from gzg.model.organisation import Municipality
from gzg.repository.catalogue import ORGANISATION
from gzg.repository.register import Register
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule
from gzg.rules.unresolved import has_unresolved
from gzg.texts.formats import OneOf


def check(record: Record, model: Model, context: Context) -> Iterator[Finding]:
    for reference in context.catalogue.unresolved(record):
        day = context.catalogue.date_of(record)
        candidates = context.catalogue.register.by_id.get(reference.id)
        if reference.kind == ORGANISATION and candidates and day:
            values = values_of(candidates, day, context.catalogue.register)
            yield Finding(Place(record.path, reference.field), values)


def values_of(
    candidates: tuple[Municipality, ...], day: date, register: Register
) -> Mapping[str, object]:
    """Which municipality it was or became, for one of a name that had none on that day."""
    later = next((each for each in candidates if each.valid_from and each.valid_from > day), None)
    if later:
        before = tuple(sorted({each.id for each in predecessors(later, day, register)}))
        values = {"before": OneOf(before if later.valid_from else ()), "since": later.valid_from}
        return {"name": later.name, "day": day, **values}
    gone = candidates[-1]
    now = successor(gone, day, register)
    after = now.id if now else None
    return {"name": gone.name, "day": day, "after": after, "until": gone.valid_to}


def successor(gone: Municipality, day: date, register: Register) -> Municipality | None:
    """What it had become by that day, after one merger or several."""
    for _ in register.municipalities:
        following = register.successor(gone)
        if following is None or following.existed_at(day):
            return following
        gone = following
    return None


def predecessors(later: Municipality, day: date, register: Register) -> list[Municipality]:
    """What it was made of and existed on that day, before one merger or several."""
    found, waiting, seen = [], [later], {later.nis}
    while waiting:
        for each in register.predecessors(waiting.pop()):
            if each.existed_at(day):
                found.append(each)
            elif each.nis not in seen:
                waiting.append(each)
            seen.add(each.nis)
    return found


RULE = RecordRule(
    code="GZG303",
    severity=Severity.ERROR,
    model=Model,
    check=check,
    only_if=has_unresolved,
)
