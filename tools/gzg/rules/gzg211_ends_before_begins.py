"""GZG211: a period that ends before it begins."""

from collections.abc import Iterator
from datetime import date

from gzg.diagnostics import FieldPath, Finding, Place, Severity
from gzg.model.call import Call
from gzg.model.dates import PartialDate
from gzg.model.facts import Sourced
from gzg.model.project import Project
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule

Bound = date | PartialDate | None
Stretch = tuple[FieldPath, Bound, Bound]
"""The field that holds the end, the begin and the end."""


def check(record: Record, model: Sourced, context: Context) -> Iterator[Finding]:
    for field, begins, ends in stretches(model):
        if begins and ends and _latest(ends) < _earliest(begins):
            values = {"begins": _shown(begins), "ends": _shown(ends)}
            yield Finding(Place(record.path, field), values)


def stretches(model: Sourced) -> Iterator[Stretch]:
    """Every period of a record."""
    if isinstance(model, Project):
        yield ("ended",), model.started, model.ended
    elif isinstance(model, Call):
        if model.assessment:
            yield ("assessment", "ends"), model.assessment.begins, model.assessment.ends
        for index, item in enumerate(model.agenda):
            yield ("agenda", index, "ends"), item.begins, item.ends


def _earliest(bound: date | PartialDate) -> date:
    return bound.first_day if isinstance(bound, PartialDate) else bound


def _latest(bound: date | PartialDate) -> date:
    return bound.last_day if isinstance(bound, PartialDate) else bound


def _shown(bound: date | PartialDate) -> date | str:
    """A day; the month or the year as it is written, where that is all we know."""
    if isinstance(bound, PartialDate):
        return bound.first_day if bound.day else str(bound)
    return bound


RULE = RecordRule(code="GZG211", severity=Severity.ERROR, model=Sourced, check=check)
