"""Which values of a record are ids of something else, read from the model's own annotations."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple, get_args, get_origin

from gzg.diagnostics import FieldPath
from gzg.model.base import Model, Refers


class Reference(NamedTuple):
    """A value that names something: where it stands, what kind of thing, and its id."""

    field: FieldPath
    kind: str
    id: str


Reader = Callable[[Any, FieldPath], Iterator[Reference]]


def references(model: Model) -> tuple[Reference, ...]:
    """Every reference in a record, in the order of its fields."""
    return tuple(_reader_of(type(model))(model, ()))


@cache
def _reader_of(model: type[Model]) -> Reader:
    """A function that reads the references of one model; made once for each model."""
    readers = []
    for name, field in model.model_fields.items():
        if refers := _marker(field.metadata):
            readers.append((name, _id_reader(refers.kind)))
        elif reader := _reader(field.annotation):
            readers.append((name, reader))

    def read(value: Model, path: FieldPath) -> Iterator[Reference]:
        for name, reader in readers:
            if inner := getattr(value, name):
                yield from reader(inner, (*path, name))

    return read


def _marker(metadata: Any) -> Refers | None:
    return next((each for each in metadata if isinstance(each, Refers)), None)


def _id_reader(kind: str) -> Reader:
    def read(value: Any, path: FieldPath) -> Iterator[Reference]:
        yield Reference(path, kind, value)

    return read


def _reader(annotation: Any) -> Reader | None:
    """The function that reads references out of values of this annotation, if it can hold any."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return _reader_of(annotation)
    if refers := _marker(getattr(annotation, "__metadata__", ())):
        return _id_reader(refers.kind)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is tuple:
        return _each(_reader(arguments[0]))
    if origin is dict:
        return _each_value(_reader(arguments[1]))
    return next((found for each in arguments if (found := _reader(each))), None)


def _each(reader: Reader | None) -> Reader | None:
    if reader is None:
        return None

    def read(values: Any, path: FieldPath) -> Iterator[Reference]:
        for index, value in enumerate(values):
            yield from reader(value, (*path, index))

    return read


def _each_value(reader: Reader | None) -> Reader | None:
    if reader is None:
        return None

    def read(values: Mapping[str, Any], path: FieldPath) -> Iterator[Reference]:
        for key, value in values.items():
            yield from reader(value, (*path, key))

    return read
