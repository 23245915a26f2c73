"""YAML to plain data in one walk over the parser's events, and to positions in a second one.

A text in the plain style that most records have needs no walk for its data: see `yaml_plain`.

Of YAML only what a person needs to write a record is allowed: mappings, lists, text, whole
numbers, numbers with a point (a `Decimal`), `true` and `false`. Everything else that is plain is
text: dates, `no`, `1:30`. Anchors, aliases, tags, a second document and a key that stands twice
are faults. A key without a value counts as absent, and is told apart.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from sys import intern
from typing import Any, NamedTuple

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from gzg.diagnostics import FILE_START, FieldPath, Span, Step
from gzg.repository.faults import MOST_FAULTS, Fault, FaultName, Problem, shown
from gzg.repository.yaml_plain import plain_data, scalar
from gzg.repository.yaml_syntax import syntax_fault

DEEPEST = 24
_YAML_TAG = "tag:yaml.org,2002:"


class _StopError(Exception):
    """The rest of the text is not read: it goes too deep, or has too many faults already."""


@dataclass(slots=True)
class Positions:
    """Where every value, and every key, of a file stands."""

    values: dict[FieldPath, Span] = field(default_factory=dict)
    keys: dict[FieldPath, Span] = field(default_factory=dict)

    def of(self, path: FieldPath) -> Span:
        """The span of a field's key, or of an item in a list; of the parent of an absent field."""
        while path and path not in self.values:
            path = path[:-1]
        return self.keys.get(path) or self.values.get(path, FILE_START)


class Parsed(NamedTuple):
    """The plain data of a YAML text, what could not be accepted in it, and keys with no value."""

    data: Any
    faults: tuple[Fault, ...]
    without_value: tuple[FieldPath, ...]


def read(text: str) -> Parsed:
    """The data of a YAML text, and what was found on the way to it."""
    data = plain_data(text)
    return walked(text) if data is None else Parsed(data, (), ())


def walked(text: str) -> Parsed:
    """Everything that one walk over a YAML text gives: the same as `read`, which is faster."""
    walk = _Walk(text, None)
    return Parsed(walk.document(), tuple(walk.faults), tuple(walk.without_value))


def parse(text: str) -> tuple[Any, tuple[Fault, ...]]:
    """The plain data of a YAML text, and what could not be accepted in it."""
    data, faults, _ = read(text)
    return data, faults


def locate(text: str) -> Positions:
    """Where the fields of a YAML text stand, from the same walk as `parse`."""
    positions = Positions()
    _Walk(text, positions).document()
    return positions


def _span(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _line(fault: Fault) -> int:
    return fault.span.line if fault.span else 0


class _Walk:
    """One pass over the events of one text."""

    def __init__(self, text: str, positions: Positions | None) -> None:
        self.text = text
        self.parser = CParser(text)
        self.next_event: Callable[[], Any] = self.parser.get_event
        self.positions = positions
        self.faults: list[Fault] = []
        self.without_value: list[FieldPath] = []
        self.path: list[Step] = []

    def document(self) -> object:
        """The first document's data; None where there is none."""
        data = None
        try:
            self.next_event()
            if type(self.next_event()) is not StreamEndEvent:
                data = self.node(self.next_event())
                self.next_event()
                self.refuse_second_document()
        except yaml.YAMLError as error:
            fault = syntax_fault(error, self.text)
            if not any(_line(each) == _line(fault) for each in self.faults):
                self.faults.append(fault)
        except _StopError:
            pass
        return data

    def refuse(self, name: FaultName, event: Any, **values: object) -> None:
        self.faults.append(Fault(name, span=_span(event), values=values))
        if len(self.faults) >= MOST_FAULTS:
            raise _StopError

    def refuse_second_document(self) -> None:
        event = self.next_event()
        if type(event) is DocumentStartEvent:
            self.refuse(FaultName.SECOND_DOCUMENT, event)

    def node(self, event: Any) -> object:
        """The value that begins with `event`."""
        kind = type(event)
        if kind is ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                self.refuse_properties(event)
            if self.positions is not None:
                self.positions.values[tuple(self.path)] = _span(event)
            value = event.value
            return value if event.style else scalar(value)
        if kind is AliasEvent:
            self.refuse(FaultName.ANCHOR, event, anchor=shown(f"*{event.anchor}"))
            return None
        if event.anchor is not None or event.tag is not None:
            self.refuse_properties(event)
        if len(self.path) >= DEEPEST:
            self.refuse(FaultName.TOO_LARGE, event, depth=DEEPEST)
            raise _StopError
        return self.mapping(event) if kind is MappingStartEvent else self.sequence(event)

    def mapping(self, start: Any) -> dict[str, object]:
        found: dict[str, object] = {}
        keys: dict[str, Any] = {}
        path, next_event = self.path, self.next_event
        while type(event := next_event()) is not MappingEndEvent:
            key = self.key(event)
            path.append(key)
            if key in keys:
                first = str(keys[key].start_mark.line + 1)
                self.refuse(FaultName.DUPLICATE_KEY, event, key=shown(key), first_line=first)
                self.unrecorded(next_event())
            else:
                keys[key] = event
                if self.positions is not None:
                    self.positions.keys[tuple(path)] = _span(event)
                value = self.node(next_event())
                if value is not None:
                    found[key] = value
                else:
                    self.without_value.append(tuple(path))
            path.pop()
        self.record_container(start, event)
        return found

    def sequence(self, start: Any) -> list[object]:
        found: list[object] = []
        path, next_event = self.path, self.next_event
        path.append(0)
        while type(event := next_event()) is not SequenceEndEvent:
            path[-1] = len(found)
            found.append(self.node(event))
        path.pop()
        self.record_container(start, event)
        return found

    def key(self, event: Any) -> str:
        if type(event) is ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                self.refuse_properties(event)
            return intern(event.value)
        self.refuse(FaultName.SYNTAX, event, problem=Problem.KEY)
        raise _StopError

    def unrecorded(self, event: Any) -> None:
        """Walk over a value that does not count."""
        positions, self.positions = self.positions, None
        self.node(event)
        self.positions = positions

    def refuse_properties(self, event: Any) -> None:
        if event.anchor is not None:
            self.refuse(FaultName.ANCHOR, event, anchor=shown(f"&{event.anchor}"))
        if event.tag is not None:
            tag = str(event.tag)
            short = f"!!{tag.removeprefix(_YAML_TAG)}" if tag.startswith(_YAML_TAG) else tag
            self.refuse(FaultName.TAG, event, tag=shown(short))

    def record_container(self, start: Any, end: Any) -> None:
        if self.positions is not None:
            first, last = start.start_mark, end.end_mark
            span = Span(first.line + 1, first.column + 1, last.line + 1, last.column + 1)
            self.positions.values[tuple(self.path)] = span
