"""The comments in a YAML text, by the field that they stand above or beside.

A comment belongs to the first field that begins below it, or on its own line; one below the last
field is part of the ending. A comment inside a text is that text and no comment.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from gzg.diagnostics import FieldPath
from gzg.repository.yaml_text import Positions, locate

_BESIDE = re.compile(r"[ :,\]}]*(?:[|>][-+0-9]*)?\s+#(.*)")


@dataclass(frozen=True)
class FoundComments:
    """Lines above fields, and lines below the last one, without their number sign."""

    above: Mapping[FieldPath, tuple[str, ...]] = field(default_factory=dict)
    ending: tuple[str, ...] = ()


def comments_in(text: str) -> FoundComments:
    """Every comment of a YAML text that can be read."""
    positions = locate(text)
    starts = _starts(positions)
    lines = text.split("\n")
    above: defaultdict[FieldPath, list[str]] = defaultdict(list)
    ending: list[str] = []
    for number, comment in _comments(lines, positions):
        owner = next((path for line, path in starts if line >= number), None)
        (ending if owner is None else above[owner]).append(comment)
    return FoundComments({path: tuple(each) for path, each in above.items()}, tuple(ending))


def _starts(positions: Positions) -> list[tuple[int, FieldPath]]:
    """The line on which each field begins, in order; of those on one line the outermost only."""
    first: dict[int, FieldPath] = {}
    for path in sorted(positions.values, key=len):
        if path:
            first.setdefault((positions.keys.get(path) or positions.values[path]).line, path)
    return sorted(first.items())


def _comments(lines: list[str], positions: Positions) -> Iterator[tuple[int, str]]:
    inside = _lines_of_texts(positions)
    last_ends = _last_ends(positions)
    for number, line in enumerate(lines, start=1):
        stripped = line.strip()
        if number in inside:
            continue
        if stripped.startswith("#"):
            yield number, stripped[1:].strip()
        elif found := _BESIDE.fullmatch(line[last_ends.get(number, len(line)) :]):
            yield number, found[1].strip()


def _lines_of_texts(positions: Positions) -> set[int]:
    """The lines on which a text that began earlier goes on, save the one that it ends on."""
    containers = {path[:-1] for path in positions.values if path}
    found: set[int] = set()
    for path, span in positions.values.items():
        if path not in containers:
            found.update(range(span.line + 1, span.end_line))
    return found


def _last_ends(positions: Positions) -> dict[int, int]:
    """Line → the column behind the last value or key on it, counted from 0."""
    found: dict[int, int] = {}
    for span in (*positions.keys.values(), *positions.values.values()):
        found[span.end_line] = max(found.get(span.end_line, 0), span.end_column - 1)
    return found
