"""The outcome of a benchmark: as JSON for a program, as tables for a person."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from rich.console import Console
from rich.table import Column, Table

from tests.bench.measured import Measured


@dataclass(frozen=True)
class Row:
    """One measured command, and how many things it went over; `unit` says what they are."""

    id: str
    title: str
    count: int
    unit: str
    measured: Measured

    @property
    def milliseconds_each(self) -> float:
        """Wall time for one of the things."""
        return self.measured.seconds / self.count * 1000


@dataclass(frozen=True)
class Goal:
    """A number that is to stay at or under `reach`, or is only told where that is absent."""

    id: str
    title: str
    value: float
    reach: float | None

    @property
    def is_met(self) -> bool | None:
        """Whether it does."""
        return None if self.reach is None else self.value <= self.reach


@dataclass(frozen=True)
class Report:
    """Everything that one run of the benchmark found; `reading` in microseconds a record."""

    machine: Mapping[str, str | int]
    rows: tuple[Row, ...]
    goals: tuple[Goal, ...]
    reading: Mapping[str, float]


REACHED = {True: "yes", False: "no", None: ""}
READING_TITLES = {
    "parse": "parse a project's YAML",
    "parse_with_positions": "parse it and keep every position",
    "validate": "make it a typed record",
    "plain_load": "plain PyYAML load, without positions",
}


def as_json(report: Report) -> dict[str, Any]:
    """The report as it is written to a file."""
    return {
        "version": 1,
        "machine": dict(report.machine),
        "measurements": [
            {
                "id": row.id,
                "count": row.count,
                "unit": row.unit,
                **{key: round(value, 3) for key, value in asdict(row.measured).items()},
                "milliseconds_each": round(row.milliseconds_each, 3),
            }
            for row in report.rows
        ],
        "goals": [
            {"id": each.id, "value": round(each.value, 4), "reach": each.reach, "met": each.is_met}
            for each in report.goals
        ],
        "reading_microseconds": {key: round(value, 1) for key, value in report.reading.items()},
    }


def show(report: Report, console: Console) -> None:
    """Print the tables."""
    console.print(", ".join(f"{key} {value}" for key, value in report.machine.items()))
    console.print(_measurements(report.rows))
    console.print(_goals(report.goals))
    console.print(_reading(report.reading))


def _measurements(rows: tuple[Row, ...]) -> Table:
    table = Table("Command", *_right("Count", "Seconds", "Each", "Peak memory"), title="Measured")
    for row in rows:
        table.add_row(
            row.title,
            f"{row.count:,} {row.unit}",
            f"{row.measured.seconds:.2f}",
            f"{row.milliseconds_each:.2f} ms",
            f"{row.measured.peak_megabytes:.0f} MB",
        )
    return table


def _goals(goals: tuple[Goal, ...]) -> Table:
    table = Table("Goal", *_right("Found", "At most"), "Reached", title="Goals")
    for goal in goals:
        reach = "" if goal.reach is None else f"{goal.reach:g}"
        table.add_row(goal.title, f"{goal.value:.3g}", reach, REACHED[goal.is_met])
    return table


def _reading(found: Mapping[str, float]) -> Table:
    table = Table("Reading one project", *_right("Microseconds"), title="In one process")
    for key, title in READING_TITLES.items():
        table.add_row(title, f"{found[key]:.0f}")
    return table


def _right(*titles: str) -> list[Column]:
    return [Column(title, justify="right") for title in titles]
