"""Plain data of a record by the way to a value: read, and changed without changing what was given.

Plain data are what a YAML text holds: mappings, lists, text, numbers and truth values.
"""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias, get_args

from gzg.diagnostics import FieldPath
from gzg.model.base import Model

Data: TypeAlias = Mapping[str, Any]
"""A record as plain data: its values are as varied as YAML."""


def value_at(data: Any, path: FieldPath) -> Any:
    """The value at a path; None where there is nothing."""
    for step in path:
        if isinstance(data, Mapping):
            data = data.get(str(step))
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data


def with_value(data: Any, path: FieldPath, value: object) -> Any:
    """The data with a value at a path; None takes away what is there.

    A list grows by one item at most: a step beyond its end is the next item.
    """
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        items = list(data) if isinstance(data, list) else []
        inner = with_value(items[step] if step < len(items) else None, rest, value)
        kept = [] if inner in (None, {}) else [inner]
        return items[:step] + kept + items[step + 1 :]
    inner = with_value(data.get(step) if isinstance(data, Mapping) else None, rest, value)
    others = dict(data) if isinstance(data, Mapping) else {}
    if inner in (None, {}, []):
        others.pop(step, None)
        return others
    return others | {step: inner}


def in_order(data: Any, annotation: Any) -> Any:
    """The data with keys in the order of the model's fields; unknown keys come last."""
    if isinstance(data, list):
        return [in_order(item, annotation) for item in data]
    model = _model_in(annotation)
    if model is None or not isinstance(data, Mapping):
        return data
    fields = model.model_fields
    known = [name for name in fields if name in data]
    ordered = {name: in_order(data[name], fields[name].annotation) for name in known}
    return ordered | {name: value for name, value in data.items() if name not in fields}


def paths_in(data: Any, before: FieldPath = ()) -> Iterator[FieldPath]:
    """The way to every value, containers before what is in them."""
    inner: list[tuple[Any, Any]] = []
    if isinstance(data, Mapping):
        inner = list(data.items())
    elif isinstance(data, list):
        inner = list(enumerate(data))
    for step, value in inner:
        yield (*before, step)
        yield from paths_in(value, (*before, step))


def _model_in(annotation: Any) -> type[Model] | None:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    return next((found for each in get_args(annotation) if (found := _model_in(each))), None)
