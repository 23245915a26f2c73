"""Fields named by a dotted path, such as `eligibility.territory`: which there are, and their value.

A path goes through parts of which a record has one; a list ends it.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, get_args

from gzg.model.base import Model


@cache
def field_names(model: type[Model]) -> frozenset[str]:
    """Every field of a model, and those inside its parts with a dot between."""
    found = set(model.model_fields)
    for name, field in model.model_fields.items():
        if part := _part(field.annotation):
            found |= {f"{name}.{inner}" for inner in field_names(part)}
    return frozenset(found)


def _part(annotation: Any) -> type[Model] | None:
    alternatives = (annotation, *get_args(annotation))
    return next((one for one in alternatives if _is_model(one)), None)


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Model)


def value_at(data: Mapping[str, object], name: str) -> object:
    """The plain value of a field as it was written; None where it is absent."""
    value: object = data
    for step in name.split("."):
        value = value.get(step) if isinstance(value, Mapping) else None
    return value
