"""Days, deadlines, instants and dates of which only the month or the year is known."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, date, datetime, time
from typing import Annotated, NamedTuple
from zoneinfo import ZoneInfo

from pydantic import Field, PlainValidator, StrictInt, WithJsonSchema
from pydantic_core import PydanticCustomError

FIRST_BARE_YEAR = 1000
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)", re.ASCII)
_INSTANT = re.compile(
    r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)", re.ASCII
)
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def _not_a_date(form: str = "day") -> PydanticCustomError:
    return PydanticCustomError("date", "not a date that exists", {"form": form})


def parse_day(value: object) -> date:
    """The day that `2021-11-12` names; a Pydantic error for everything else."""
    if type(value) is date:
        return value
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise _not_a_date()


@dataclass(frozen=True, order=True, slots=True)
class Moment:
    """A day, or a minute or second of a day, in the programme's own time zone."""

    day: date
    clock: time | None = None

    def first_instant(self, zone: ZoneInfo) -> datetime:
        """The start of the day where no hour is given."""
        return datetime.combine(self.day, self.clock or time.min, zone)

    def last_instant(self, zone: ZoneInfo) -> datetime:
        """The last second of the day where no hour is given: "tot en met 12 november".

        An hour that comes twice, when summer time ends, is meant the second time.
        """
        clock = self.clock or time(23, 59, 59)
        both = (datetime.combine(self.day, clock.replace(fold=fold), zone) for fold in (0, 1))
        return max(both, key=datetime.timestamp)

    def __str__(self) -> str:
        """As it is written in a record."""
        return f"{self.day}T{self.clock:%H:%M:%S}" if self.clock else str(self.day)


def parse_moment(value: object) -> Moment:
    """The moment that `2021-11-12` or `2021-11-12T12:00` names."""
    if isinstance(value, Moment):
        return value
    if isinstance(value, str) and (found := _MOMENT.fullmatch(value)):
        try:
            return Moment(date.fromisoformat(found[1]), time.fromisoformat(found[2]))
        except ValueError:
            raise _not_a_date("moment") from None
    try:
        return Moment(parse_day(value))
    except PydanticCustomError:
        raise _not_a_date("moment") from None


def parse_instant(value: object) -> datetime:
    """The instant that `2026-03-02T14:05:09+01:00` names: to the second, with its offset."""
    if isinstance(value, datetime) and value.tzinfo:
        return value
    if isinstance(value, str) and _INSTANT.fullmatch(value):
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            pass
    raise _not_a_date("instant")


class PartialDate(NamedTuple):
    """A date of which the day, or the month too, may be unknown."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first_day(self) -> date:
        """The earliest day that it can be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The latest day that it can be."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def __str__(self) -> str:
        """As it is written in a record: 2022, 2022-12 or 2022-12-01."""
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        return "-".join(parts)


def parse_partial(value: object) -> PartialDate:
    """The date that `2022`, `2022-12` or `2022-12-01` names; a bare year may be a number."""
    if isinstance(value, PartialDate):
        return value
    if type(value) is int and FIRST_BARE_YEAR <= value <= MAXYEAR:
        return PartialDate(value)
    if isinstance(value, str) and (found := _PARTIAL.fullmatch(value)):
        partial = PartialDate(*(int(part) if part else None for part in found.groups()))  # type: ignore[arg-type]
        try:
            if partial.month != 0 and partial.day != 0 and partial.first_day:
                return partial
        except ValueError:
            pass
    raise _not_a_date()


_DAY_SCHEMA = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_MOMENT_SCHEMA = {
    "type": "string",
    "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?)?$",
}
_INSTANT_SCHEMA = {
    "type": "string",
    "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})$",
}
_PARTIAL_SCHEMA = {
    "anyOf": [
        {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"},
        {"type": "integer", "minimum": FIRST_BARE_YEAR, "maximum": MAXYEAR},
    ]
}

Day = Annotated[date, PlainValidator(parse_day), WithJsonSchema(_DAY_SCHEMA)]
Deadline = Annotated[Moment, PlainValidator(parse_moment), WithJsonSchema(_MOMENT_SCHEMA)]
KnownDate = Annotated[PartialDate, PlainValidator(parse_partial), WithJsonSchema(_PARTIAL_SCHEMA)]
Instant = Annotated[datetime, PlainValidator(parse_instant), WithJsonSchema(_INSTANT_SCHEMA)]
Year = Annotated[StrictInt, Field(ge=FIRST_BARE_YEAR, le=MAXYEAR)]
