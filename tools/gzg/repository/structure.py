"""Plain data to a typed record; what the model refuses becomes faults at fields."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from gzg.diagnostics import FieldPath
from gzg.model.admissibility import RULE_PATTERN
from gzg.model.base import MAIN_LANGUAGE, SLUG_PATTERN, Model
from gzg.model.identifiers import COMMIT_PATTERN, DIGEST_PATTERN, MAILBOX_PATTERN
from gzg.model.page import News, Page
from gzg.model.programme import FORMAT, Programme
from gzg.model.schema import fields_by_title, values_by_label
from gzg.model.submission import SUBMISSION_PATTERN
from gzg.repository.faults import MOST_FAULTS, Fault, FaultName, shown

M = TypeVar("M", bound=BaseModel)

_NAMES = {
    "missing": FaultName.MISSING,
    "extra_forbidden": FaultName.UNKNOWN_KEY,
    "enum": FaultName.CHOICE,
    "literal_error": FaultName.CHOICE,
    "string_pattern_mismatch": FaultName.LANGUAGE,
    "string_too_short": FaultName.LENGTH,
    "string_too_long": FaultName.LENGTH,
    "too_short": FaultName.LENGTH,
    "date": FaultName.DATE,
    "money": FaultName.MONEY,
    "nis": FaultName.NUMBER,
    "kbo": FaultName.NUMBER,
    "licence": FaultName.LICENCE,
    "address": FaultName.ADDRESS,
}
_FORMS = {
    MAILBOX_PATTERN: "mailbox",
    DIGEST_PATTERN: "digest",
    COMMIT_PATTERN: "commit",
    SUBMISSION_PATTERN: "submission",
    RULE_PATTERN: "rule",
}
"""What is written in a form of its own, by the pattern of that form."""

_WANTED = {
    "string_type": "text",
    "text_type": "text",
    "amended_value": "text",
    "int_type": "whole_number",
    "int_from_float": "whole_number",
    "greater_than_equal": "whole_number",
    "less_than_equal": "whole_number",
    "bool_type": "truth",
    "tuple_type": "list",
    "dict_type": "mapping",
    "mapping_type": "mapping",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
}

_NO_STEPS = {"[key]", MAIN_LANGUAGE}
"""What Pydantic or a model adds to the way to a value, and nobody wrote in the file."""


def validated(model: type[M], data: Mapping[str, object]) -> tuple[M | None, tuple[Fault, ...]]:
    """The record that `data` is, or None and what is wrong with it."""
    if model is Programme and (newer := _newer_format(data)):
        return None, (newer,)
    if not data and (required := _required(model)):
        values = {"fields": required, "front_matter": model in {News, Page}}
        return None, (Fault(FaultName.NO_FIELDS, values=values),)
    try:
        return model.model_validate(data), ()
    except ValidationError as error:
        details = [each for each in error.errors(include_url=False) if not _follows(each)]
        return None, tuple(_fault(model, detail) for detail in details[:MOST_FAULTS])


def _required(model: type[BaseModel]) -> list[str]:
    return [name for name, field in model.model_fields.items() if field.is_required()]


def _newer_format(data: Mapping[str, object]) -> Fault | None:
    """The one fault of a programme that a later gzg wrote: nothing else in it can be judged."""
    found = data.get("format")
    if type(found) is not int or found <= FORMAT:
        return None
    return Fault(FaultName.FORMAT, ("format",), values={"found": str(found), "read": str(FORMAT)})


def _follows(detail: ErrorDetails) -> bool:
    """Whether a list is called too short only because an item of it has a fault of its own."""
    return detail["type"] == "too_short" and bool(detail["input"])


def _fault(model: type[BaseModel], detail: ErrorDetails) -> Fault:
    name = _name(detail)
    field = tuple(step for step in detail["loc"] if step not in _NO_STEPS)
    return Fault(name, field, values=_values(model, name, field, detail))


def _name(detail: ErrorDetails) -> FaultName:
    name = _NAMES.get(detail["type"], FaultName.WRONG_TYPE)
    if name in {FaultName.MISSING, FaultName.UNKNOWN_KEY, FaultName.CHOICE}:
        return name
    if detail["input"] is None or detail["input"] == "":
        return FaultName.LENGTH
    pattern = detail.get("ctx", {}).get("pattern")
    if pattern in _FORMS:
        return FaultName.FORM
    return FaultName.SLUG if pattern == SLUG_PATTERN else name


def _values(
    model: type[BaseModel], name: FaultName, field: FieldPath, detail: ErrorDetails
) -> dict[str, object]:
    named = next((step for step in reversed(field) if isinstance(step, str)), "")
    values: dict[str, object] = {"field": shown(named)}
    if name is not FaultName.MISSING:
        values["value"] = shown(detail["input"])
    match name:
        case FaultName.UNKNOWN_KEY:
            values["known"] = sorted(_keys_at(model, field[:-1]))
            place = _model_of(_at(model, field[:-1]))
            values["names"] = fields_by_title(place) if place else {}
        case FaultName.CHOICE:
            values["known"] = sorted(_choices(detail))
            values["names"] = _labels(_at(model, field))
        case FaultName.LENGTH if detail["type"] == "string_too_long":
            values["largest"] = detail["ctx"]["max_length"]
            values["length"] = len(detail["input"])
        case FaultName.DATE:
            values["form"] = detail.get("ctx", {}).get("form", "day")
        case FaultName.FORM:
            values[_FORMS[detail["ctx"]["pattern"]]] = True
        case FaultName.WRONG_TYPE:
            values["wanted"] = _WANTED.get(detail["type"], "text")
            values["known"] = sorted(_keys_at(model, field))
            values["is_plain"] = not isinstance(detail["input"], list | dict)
            values |= detail.get("ctx", {})
    return values


def _choices(detail: ErrorDetails) -> list[str]:
    expected = str(detail.get("ctx", {}).get("expected", ""))
    return [part.strip("'") for part in expected.replace(" or ", ", ").split(", ")]


def _keys_at(model: type[BaseModel], field: FieldPath) -> list[str]:
    """The keys that the model knows at a place inside it; none where there is no model."""
    found = _model_of(_at(model, field))
    return list(found.model_fields) if found else []


def _at(model: type[BaseModel], field: FieldPath) -> Any:
    """The annotation of a place inside a model; None where the model does not go so deep."""
    place: Any = model
    for step in field:
        place = _inside(place, step)
    return place


def _labels(annotation: Any) -> Mapping[str, str]:
    """What the values of a closed list are called; nothing for a list of another kind."""
    lists = (annotation, *get_args(annotation))
    found = (each for each in lists if isinstance(each, type) and issubclass(each, StrEnum))
    return {name: value for each in found for name, value in values_by_label(each).items()}


def _inside(annotation: Any, step: object) -> Any:
    """The annotation of what a step leads to: a field, an item of a list, a value by its key."""
    if model := _model_of(annotation):
        field = model.model_fields.get(str(step))
        return field.annotation if field else None
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is tuple:
        return arguments[0]
    if origin in {dict, Mapping}:
        return arguments[1]
    return next((found for each in arguments if (found := _inside(each, step))), None)


def _model_of(annotation: Any) -> type[Model] | None:
    """The model in an annotation such as `Amount` or `Amount | None`, but not inside a list."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    if get_origin(annotation) in {tuple, dict, Mapping}:
        return None
    return next((inner for each in get_args(annotation) if (inner := _model_of(each))), None)
