"""Plain data to a typed record; what the model refuses becomes faults at fields."""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from gzg.diagnostics import FieldPath
from gzg.repository.faults import Fault, FaultName

M = TypeVar("M", bound=BaseModel)

_NAMES = {
    "missing": FaultName.MISSING,
    "extra_forbidden": FaultName.UNKNOWN_KEY,
    "enum": FaultName.CHOICE,
    "literal_error": FaultName.CHOICE,
    "string_pattern_mismatch": FaultName.SLUG,
    "string_too_short": FaultName.LENGTH,
    "string_too_long": FaultName.LENGTH,
    "date": FaultName.DATE,
    "money": FaultName.MONEY,
    "nis": FaultName.NUMBER,
    "kbo": FaultName.NUMBER,
    "licence": FaultName.LICENCE,
    "address": FaultName.ADDRESS,
}
_WANTED = {
    "string_type": "text",
    "text_type": "text",
    "amended_value": "text",
    "int_type": "whole-number",
    "bool_type": "truth",
    "tuple_type": "list",
    "dict_type": "mapping",
    "mapping_type": "mapping",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
}


def validated(model: type[M], data: Mapping[str, object]) -> tuple[M | None, tuple[Fault, ...]]:
    """The record that `data` is, or None and what is wrong with it."""
    try:
        return model.model_validate(data), ()
    except ValidationError as error:
        details = error.errors(include_url=False)
        return None, tuple(_fault(model, detail) for detail in details)


def _fault(model: type[BaseModel], detail: ErrorDetails) -> Fault:
    name = _NAMES.get(detail["type"], FaultName.WRONG_TYPE)
    field = tuple(step for step in detail["loc"] if step != "[key]")
    return Fault(name, field, values=_values(model, name, field, detail))


def _values(
    model: type[BaseModel], name: FaultName, field: FieldPath, detail: ErrorDetails
) -> dict[str, object]:
    values: dict[str, object] = {"field": str(field[-1]) if field else "", "value": shown(detail)}
    if name is FaultName.UNKNOWN_KEY:
        values["known"] = sorted(_keys_at(model, field[:-1]))
    elif name is FaultName.CHOICE:
        values["known"] = sorted(_choices(detail))
    elif name is FaultName.WRONG_TYPE:
        values["wanted"] = _WANTED.get(detail["type"], detail["type"])
    return values


def shown(detail: ErrorDetails) -> str:
    """The value as a message may repeat it: one line, not too long."""
    value = detail["input"]
    text = {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:57]}..."


def _choices(detail: ErrorDetails) -> list[str]:
    expected = str(detail.get("ctx", {}).get("expected", ""))
    return [part.strip("'") for part in expected.replace(" or ", ", ").split(", ")]


def _keys_at(model: type[BaseModel], field: FieldPath) -> list[str]:
    """The keys that the model knows at a place inside it."""
    place: Any = model
    for step in field:
        place = _inner_model(place, step)
    return list(place.model_fields) if place is not None else []


def _inner_model(model: Any, step: object) -> Any:
    if isinstance(step, int):
        return model
    found = getattr(model, "model_fields", {}).get(step)
    return model_inside(found.annotation) if found else model


def model_inside(annotation: Any) -> Any:
    """The model in an annotation such as `tuple[Party, ...]` or `Amount | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    arguments = getattr(annotation, "__args__", ())
    return next((inner for argument in arguments if (inner := model_inside(argument))), None)
