"""Which values of a record are ids of something else, read from the model's own annotations.

For each model a small tree is made once, of only those fields that can hold an id or a localised
text; every record of that model is then read along it. Whether an id leads anywhere is not asked
here.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple, Protocol, get_args, get_origin

from gzg.diagnostics import FieldPath
from gzg.model.base import Localised, Model, Refers

TEXT_LANGUAGE = "text-language"
"""The kind under which the languages of localised texts are found; `""` where none is named."""

TEXT = "text"
"""The kind under which localised texts are found: the id is their languages, with spaces."""

_TEXT = get_args(Localised)[0]


class Reference(NamedTuple):
    """A value that names something: where it stands, what kind of thing, and its id."""

    field: FieldPath
    kind: str
    id: str


Names = Mapping[str, set[str]]
"""Kind → the ids of that kind that a record names."""


def references(model: Model) -> tuple[Reference, ...]:
    """Every reference in a record, in the order of its fields."""
    found: list[Reference] = []
    _fields_of(type(model), with_texts=False).read(model, (), found)
    return tuple(found)


def text_languages(model: Model) -> tuple[Reference, ...]:
    """Every localised text in a record and each of its languages, in the order of its fields."""
    found: list[Reference] = []
    _fields_of(type(model), with_texts=True).read(model, (), found)
    return tuple(each for each in found if each.kind in {TEXT, TEXT_LANGUAGE})


def names(model: Model) -> Names:
    """What a record names, without where: much cheaper than `references`."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    _fields_of(type(model), with_texts=True).name(model, found)
    return found


class _Node(Protocol):
    """A place in a model that can hold something to be found."""

    def name(self, value: Any, found: defaultdict[str, set[str]]) -> None:
        """Add what `value` names."""

    def read(self, value: Any, path: FieldPath, found: list[Reference]) -> None:
        """Add what `value` names, and where."""


class _Id(NamedTuple):
    """An id."""

    kind: str

    def name(self, value: str, found: defaultdict[str, set[str]]) -> None:
        found[self.kind].add(value)

    def read(self, value: str, path: FieldPath, found: list[Reference]) -> None:
        found.append(Reference(path, self.kind, value))


class _Ids(NamedTuple):
    """A list of ids: by far the most frequent list, so it has a way of its own."""

    kind: str

    def name(self, value: Sequence[str], found: defaultdict[str, set[str]]) -> None:
        found[self.kind].update(value)

    def read(self, value: Sequence[str], path: FieldPath, found: list[Reference]) -> None:
        found.extend(Reference((*path, index), self.kind, id) for index, id in enumerate(value))


class _Text:
    """A localised text, whose keys are languages."""

    def name(self, value: Mapping[str, str], found: defaultdict[str, set[str]]) -> None:
        found[TEXT_LANGUAGE].update(value)
        found[TEXT].add(" ".join(value))

    def read(self, value: Mapping[str, str], path: FieldPath, found: list[Reference]) -> None:
        found.append(Reference(path, TEXT, " ".join(value)))
        found.extend(Reference((*path, key), TEXT_LANGUAGE, key) for key in value)


class _Each(NamedTuple):
    """A list."""

    inner: _Node

    def name(self, value: Sequence[Any], found: defaultdict[str, set[str]]) -> None:
        name = self.inner.name
        for each in value:
            name(each, found)

    def read(self, value: Sequence[Any], path: FieldPath, found: list[Reference]) -> None:
        for index, each in enumerate(value):
            self.inner.read(each, (*path, index), found)


class _ByKey(NamedTuple):
    """A mapping; only its values are looked into."""

    inner: _Node

    def name(self, value: Mapping[str, Any], found: defaultdict[str, set[str]]) -> None:
        for each in value.values():
            self.inner.name(each, found)

    def read(self, value: Mapping[str, Any], path: FieldPath, found: list[Reference]) -> None:
        for key, each in value.items():
            self.inner.read(each, (*path, key), found)


class _Fields(NamedTuple):
    """A model, and those of its fields that matter here."""

    fields: tuple[tuple[str, _Node], ...]

    def name(self, value: Model, found: defaultdict[str, set[str]]) -> None:
        values = value.__dict__
        for field, node in self.fields:
            if inner := values[field]:
                node.name(inner, found)

    def read(self, value: Model, path: FieldPath, found: list[Reference]) -> None:
        for field, node in self.fields:
            if inner := getattr(value, field):
                node.read(inner, (*path, field), found)


@cache
def _fields_of(model: type[Model], *, with_texts: bool) -> _Fields:
    nodes = {
        name: _Id(refers.kind)
        if (refers := _marker(field.metadata))
        else _node(field.annotation, with_texts)
        for name, field in model.model_fields.items()
    }
    return _Fields(tuple((name, node) for name, node in nodes.items() if node is not None))


def _marker(metadata: Sequence[object]) -> Refers | None:
    return next((each for each in metadata if isinstance(each, Refers)), None)


def _node(annotation: Any, with_texts: bool) -> _Node | None:
    """What values of this annotation can hold; None where that is nothing."""
    if annotation == _TEXT:
        return _Text() if with_texts else None
    if isinstance(annotation, type) and issubclass(annotation, Model):
        inner = _fields_of(annotation, with_texts=with_texts)
        return inner if inner.fields else None
    if refers := _marker(getattr(annotation, "__metadata__", ())):
        return _Id(refers.kind)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is tuple:
        item = _node(arguments[0], with_texts)
        if isinstance(item, _Id):
            return _Ids(item.kind)
        return None if item is None else _Each(item)
    if origin in {dict, Mapping}:
        value = _node(arguments[1], with_texts)
        return None if value is None else _ByKey(value)
    found = (node for each in arguments if (node := _node(each, with_texts)) is not None)
    return next(found, None)
