"""The register of municipalities: reading it, and who existed when.

Seven names have had two NIS codes, never at the same date: an id is resolved at a date.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pydantic_core import PydanticCustomError

from gzg.diagnostics import Span
from gzg.model.dates import parse_day
from gzg.model.identifiers import is_nis, slug
from gzg.model.organisation import Municipality
from gzg.repository.faults import Fault, FaultName

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
        return next((each for each in candidates if each.existed_at(day)), None)

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
    """The register in a CSV text; a row that cannot be read is a fault and is left out."""
    found: list[Municipality] = []
    faults: list[Fault] = []
    for line, row in _rows(text):
        problem = _problem(row) if line > 1 else _header_problem(row)
        if problem:
            width = sum(map(len, row)) + len(row)
            span = Span(line, 1, line, max(2, width))
            faults.append(Fault(FaultName.ROW, span=span, values=problem))
        elif line > 1:
            found.append(_municipality(row))
    return Register(tuple(sorted(found, key=lambda each: each.nis))), tuple(faults)


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    for line, content in enumerate(text.splitlines(), start=1):
        if content.strip():
            yield line, next(csv.reader([content]))


def _header_problem(row: list[str]) -> dict[str, object]:
    if tuple(row) == COLUMNS:
        return {}
    return {"column": "nis", "value": ",".join(row)[:60], "wanted": ",".join(COLUMNS)}


def _problem(row: list[str]) -> dict[str, object]:
    """The first column whose value cannot be read, with its value; empty where all can."""
    if len(row) != len(COLUMNS):
        return {"column": COLUMNS[min(len(row), len(COLUMNS) - 1)], "value": str(len(row))}
    for column, value in zip(COLUMNS, row, strict=True):
        if not _is_readable(column, value):
            return {"column": column, "value": value}
    return {}


def _is_readable(column: str, value: str) -> bool:
    match column:
        case "nis":
            return is_nis(value)
        case "name" | "province":
            return bool(slug(value))
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
