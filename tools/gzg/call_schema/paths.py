"""Values in plain data by their path: `requested`, `budget[].amount`, `agreement.date`.

The browser reads the same paths; nothing else than names, dots and `[]` is in them.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from gzg.call_schema.constraints import Where
from gzg.diagnostics import FieldPath

Found = tuple[FieldPath, object]
_ITEMS = "[]"


def read(data: object, path: str, where: Where | None = None) -> Iterator[Found]:
    """Every value at a path, with the way to it; what is absent or empty is passed over."""
    return _read(data, _steps(path), (), where)


@cache
def _steps(path: str) -> tuple[str, ...]:
    return tuple(path.replace(_ITEMS, f".{_ITEMS}").split("."))


def field_of(path: str) -> FieldPath:
    """The way to a value that is in no list."""
    return _steps(path)


def _read(
    value: object, steps: tuple[str, ...], way: FieldPath, where: Where | None
) -> Iterator[Found]:
    if not steps:
        if value is not None:
            yield way, value
        return
    step, rest = steps[0], steps[1:]
    if step == _ITEMS and isinstance(value, list):
        for index, item in enumerate(value):
            if _is_kept(item, where):
                yield from _read(item, rest, (*way, index), where)
    elif isinstance(value, Mapping) and step in value:
        yield from _read(value[step], rest, (*way, step), where)


def _is_kept(item: object, where: Where | None) -> bool:
    if not where:
        return True
    return isinstance(item, Mapping) and all(item.get(name) in few for name, few in where.items())
