"""GZG401: something that already happened has a day that is still to come."""

from collections.abc import Iterator
from datetime import date

from gzg.diagnostics import FieldPath, Finding, Severity
from gzg.model.blueprint import Availability, Blueprint
from gzg.model.call import Call
from gzg.model.dates import PartialDate
from gzg.model.facts import Sourced
from gzg.model.page import News
from gzg.model.project import Project
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule


def check(record: Record, model: Sourced, context: Context) -> Iterator[Finding]:
    today = context.now.date()
    for field, day in happened(model):
        first = day.first_day if isinstance(day, PartialDate) else day
        if first and first > today:
            is_whole = isinstance(day, date) or day is None or day.day is not None
            values = {"date": first if is_whole else str(day), "today": today}
            yield Finding(record.at(*field), values)


def happened(model: Sourced) -> Iterator[tuple[FieldPath, date | PartialDate | None]]:
    """The dates in a record that only make sense once they are past."""
    match model:
        case News():
            yield ("date",), model.date
        case Project():
            yield ("decided",), model.decided
            yield ("ended",), model.ended
        case Blueprint() if model.availability is not Availability.ANNOUNCED:
            yield ("published",), model.published
        case Call():
            yield ("decision", "date"), model.decision.date if model.decision else None
            for index, amendment in enumerate(model.amendments):
                yield ("amendments", index, "date"), amendment.date


RULE = RecordRule(code="GZG401", severity=Severity.ERROR, model=Sourced, check=check)
