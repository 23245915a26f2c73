"""The changes of a call on the way, in words: which field, from what, to what, when and why."""

from decimal import Decimal
from typing import get_args

from pydantic_core import PydanticCustomError

from gzg.model.base import Model, Refers
from gzg.model.call import AmendedValue, Amendment, Call
from gzg.model.dates import parse_moment
from gzg.model.schema import declaring, field_texts
from gzg.site.edition import Edition
from gzg.site.page import Data
from gzg.site.wording import Citations, day, known
from gzg.texts.formats import readable

IN_EURO = ("maximum_grant", "value")


def amendment_rows(edition: Edition, call: Call, citations: Citations) -> list[Data]:
    """Every change in the order of its making; None stands for a value or a day unknown."""
    return [_row(edition, each, citations) for each in call.amendments]


def _row(edition: Edition, amendment: Amendment, citations: Citations) -> Data:
    return {
        "field": field_label(edition, amendment.field),
        "old": _value(edition, amendment.field, amendment.old),
        "new": _value(edition, amendment.field, amendment.new),
        "date": day(edition, amendment.date) if amendment.date else None,
        "reason": edition.said(amendment.reason),
        "known": known(edition, amendment, citations),
    }


def field_label(edition: Edition, path: str) -> str:
    """The title of a call's field, also inside another: `eligibility.territory`; else its name."""
    key, _ = _field(path)
    return field_texts()[key][edition.language]["title"] if key else path


def _field(path: str) -> tuple[str | None, str | None]:
    """The key of a field's texts, and what kind of thing its value refers to."""
    model: type[Model] = Call
    key, refers = None, None
    for name in path.split("."):
        field = model.model_fields.get(name)
        if field is None:
            return None, None
        key = declaring(model, name)
        refers = _refers(field.metadata, field.annotation)
        model = _model_in(field.annotation) or Model
    return key, refers


def _refers(metadata: object, annotation: object) -> str | None:
    marks = [*(metadata if isinstance(metadata, list) else []), *_marks(annotation)]
    return next((mark.kind for mark in marks if isinstance(mark, Refers)), None)


def _marks(annotation: object) -> list[object]:
    found = list(getattr(annotation, "__metadata__", ()))
    for argument in get_args(annotation):
        found += _marks(argument)
    return found


def _model_in(annotation: object) -> type[Model] | None:
    for part in (annotation, *get_args(annotation)):
        if isinstance(part, type) and issubclass(part, Model):
            return part
    return None


def _value(edition: Edition, path: str, value: AmendedValue | None) -> str | None:
    """A value as its field means it: a day, an amount, a word of the programme, or as written."""
    if value is None:
        return None
    if isinstance(value, tuple):
        return readable([_value(edition, path, item) or "" for item in value], edition.language)
    if isinstance(value, int | Decimal):
        key = "amount.exact" if path.rpartition(".")[2] in IN_EURO else "count"
        return edition.say(key, value=value)
    _, refers = _field(path)
    if refers and value in edition.catalogue.terms(refers):
        return edition.term(refers, value)
    try:
        moment = parse_moment(value)
    except PydanticCustomError:
        return value
    if moment.clock is None:
        return day(edition, moment.day)
    clock = moment.clock.strftime("%H:%M")
    return edition.say("moment.at-hour", day=moment.day, clock=clock)
