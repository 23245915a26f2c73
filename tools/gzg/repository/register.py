"""The register of municipalities: reading it, and who existed when.

Seven names have had two NIS codes, never at the same date: an id is resolved at a date.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import NamedTuple

from pydantic_core import PydanticCustomError

from gzg.diagnostics import Span
from gzg.model.dates import parse_day
from gzg.model.identifiers import is_nis, slug
from gzg.model.organisation import Municipality
from gzg.repository.faults import MOST_FAULTS, Fault, FaultName, shown

COLUMNS = (
    "nis",
    "name",
    "province",
    "valid_from",
    "valid_to",
    "successor_nis",
    "tile_col",
    "tile_row",
)

_CELLS_KEPT = 4096
"""Of how many cells the answer is kept: most rows share dates, provinces and empty cells."""

_NOT_IN_NAME = frozenset('"“”„«»;:,*?<>|\\_=#')
"""Signs that no name has and a spreadsheet or a slip leaves in one: its id would be another one."""

OTHER_SEPARATORS = (";", "\t")
"""What spreadsheets write between cells instead of a comma."""


@dataclass(frozen=True)
class Register:
    """Every municipality that the programme may name, past and present."""

    municipalities: tuple[Municipality, ...] = ()

    @cached_property
    def by_nis(self) -> Mapping[str, Municipality]:
        """Municipalities by NIS code."""
        return {each.nis: each for each in self.municipalities}

    @cached_property
    def by_id(self) -> Mapping[str, tuple[Municipality, ...]]:
        """Municipalities by id; several where a name has had two codes, oldest first."""
        found = defaultdict(list)
        for each in self.municipalities:
            found[each.id].append(each)
        oldest_first = {
            id: sorted(each, key=lambda one: one.valid_from or date.min)
            for id, each in found.items()
        }
        return {id: tuple(each) for id, each in oldest_first.items()}

    def at(self, id: str, day: date | None) -> Municipality | None:
        """The municipality of that id on that day; the latest one where no day is known."""
        candidates = self.by_id.get(id, ())
        if day is None:
            return candidates[-1] if candidates else None
        for each in candidates:
            if each.existed_at(day):
                return each
        return None

    def existing_at(self, day: date) -> tuple[Municipality, ...]:
        """Every municipality on that day."""
        return tuple(each for each in self.municipalities if each.existed_at(day))

    def successor(self, municipality: Municipality) -> Municipality | None:
        """The municipality that it became part of."""
        return self.by_nis.get(municipality.successor_nis or "")

    def predecessors(self, municipality: Municipality) -> tuple[Municipality, ...]:
        """The municipalities that became part of it."""
        return self._predecessors.get(municipality.nis, ())

    @cached_property
    def _predecessors(self) -> Mapping[str, tuple[Municipality, ...]]:
        found: dict[str, tuple[Municipality, ...]] = {}
        for each in self.municipalities:
            if each.successor_nis:
                found[each.successor_nis] = (*found.get(each.successor_nis, ()), each)
        return found


def read_register(text: str) -> tuple[Register, tuple[Fault, ...]]:
    """The register in a CSV text; a row that cannot be read is a fault and is left out.

    Rows that contradict each other are faults too, where all could be read; of two rows with one
    NIS code the first holds. Another separator than the comma is one fault; the rows are read all
    the same, so that no record misses its municipality for it.
    """
    if separated := _separator_fault(text):
        separator = str(separated.values["separator"])
        return read_register(text.replace(separator, ","))[0], (separated,)
    rows: dict[str, _Row] = {}
    unreadable: list[Fault] = []
    twice: list[Fault] = []
    for line, cells in _rows(text):
        if fault := _columns_fault(line, cells) or (line > 1 and _cell_fault(line, cells)):
            unreadable.append(fault)
        elif line > 1:
            row = _Row(_municipality(cells), _span(line, cells))
            if (first := rows.setdefault(row.municipality.nis, row)) is not row:
                twice.append(_contradiction(row, "first_line", str(first.span.line)))
    faults = unreadable or [*twice, *_contradictions(rows)]
    register = Register(tuple(rows[nis].municipality for nis in sorted(rows)))
    return register, tuple(faults[:MOST_FAULTS])


class _Row(NamedTuple):
    """A municipality and where it stands."""

    municipality: Municipality
    span: Span


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each line as its cells; one cell where the line cannot be told apart into cells."""
    for line, content in enumerate(text.split("\n"), start=1):
        if stripped := content.strip():
            try:
                yield line, next(csv.reader([stripped]), [])
            except csv.Error:
                yield line, [stripped]


def _separator_fault(text: str) -> Fault | None:
    """That a spreadsheet saved the whole register with another sign than the comma: one fault."""
    header = text.lstrip().partition("\n")[0].strip()
    first = text[: len(text) - len(text.lstrip())].count("\n") + 1
    for separator in OTHER_SEPARATORS:
        cells = [cell.strip('"') for cell in header.split(separator)]
        if tuple(cells) == COLUMNS:
            values = {"count": 1, "wanted": len(COLUMNS), "separator": separator}
            return Fault(
                FaultName.COLUMNS, span=Span(first, 1, first, len(header) + 1), values=values
            )
    return None


def _span(line: int, cells: list[str]) -> Span:
    return Span(line, 1, line, max(2, sum(map(len, cells)) + len(cells)))


def _columns_fault(line: int, cells: list[str]) -> Fault | None:
    if tuple(cells) == COLUMNS if line == 1 else len(cells) == len(COLUMNS):
        return None
    values = {"count": len(cells), "wanted": len(COLUMNS), "columns": ",".join(COLUMNS)}
    return Fault(FaultName.COLUMNS, span=_span(line, cells), values=values)


def _cell_fault(line: int, cells: list[str]) -> Fault | None:
    """The first cell that cannot be read."""
    start = 1
    for column, value in zip(COLUMNS, cells, strict=True):
        if not _is_readable(column, value):
            span = Span(line, start, line, start + max(1, len(value)))
            values = {"column": column, "value": shown(value)}
            return Fault(FaultName.CELL, span=span, values=values)
        start += len(value) + 1
    return None


def _contradiction(row: _Row, problem: str, other: str) -> Fault:
    municipality = row.municipality
    values = {"name": shown(municipality.name), "nis": municipality.nis, problem: other}
    return Fault(FaultName.REGISTER, span=row.span, values=values)


def _contradictions(rows: Mapping[str, _Row]) -> Iterator[Fault]:
    """What does not fit the other rows: dates the wrong way, an unknown successor, a name twice."""
    last: dict[str, _Row] = {}
    for row in sorted(rows.values(), key=lambda each: each.municipality.valid_from or date.min):
        found = row.municipality
        begin, end = found.valid_from or date.min, found.valid_to or date.max
        before = last.get(found.id)
        if end < begin:
            yield _contradiction(row, "ended_first", str(end))
        elif found.successor_nis and not _is_successor(found, rows):
            yield _contradiction(row, "successor", found.successor_nis)
        elif before and (before.municipality.valid_to or date.max) >= begin:
            yield _contradiction(row, "same_name", before.municipality.nis)
        last[found.id] = row


def _is_successor(municipality: Municipality, rows: Mapping[str, _Row]) -> bool:
    """Whether the successor is in the register and lasts longer, so that no row follows itself."""
    found = rows.get(municipality.successor_nis or "")
    ends = municipality.valid_to
    return bool(found and ends and (found.municipality.valid_to or date.max) > ends)


@lru_cache(maxsize=_CELLS_KEPT)
def _is_readable(column: str, value: str) -> bool:
    match column:
        case "nis":
            return is_nis(value)
        case "name" | "province":
            return bool(slug(value)) and _NOT_IN_NAME.isdisjoint(value)
        case "successor_nis":
            return not value or is_nis(value)
        case "valid_from" | "valid_to":
            return not value or _day(value) is not None
        case _:
            return not value or (value.isascii() and value.isdigit() and len(value) < 4)


def _day(value: str) -> date | None:
    try:
        return parse_day(value)
    except PydanticCustomError:
        return None


def _municipality(row: list[str]) -> Municipality:
    nis, name, province, valid_from, valid_to, successor, column, line = row
    return Municipality(
        nis=nis,
        id=slug(name),
        name=name,
        province=slug(province),
        valid_from=_day(valid_from),
        valid_to=_day(valid_to),
        successor_nis=successor or None,
        tile=(int(column), int(line)) if column and line else None,
    )
