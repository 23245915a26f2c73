"""GZG104: a date or a time that does not exist, or is not written year first."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from gzg.diagnostics import Severity
from gzg.repository.faults import Fault, FaultName
from gzg.rules.rule import FaultRule

_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?!\d)", re.ASCII)
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})[-/. ]+(\d{1,2}|[a-z]+)\.?[-/. ]+(\d{4})(?!\d)", re.ASCII)
_CLOCK = re.compile(
    r"(?<![\d:.-])([01]?\d|2[0-3])(?:[:.u]|\s*uur\s*)([0-5]\d)?(:[0-5]\d)?(?![\d.-])", re.ASCII
)
_MONTHS = {
    "jan": 1, "feb": 2, "maa": 3, "mrt": 3, "mar": 3, "apr": 4, "mei": 5, "may": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
"""The first three letters of a month, in Dutch and in English."""

A_DAY, A_MOMENT, AN_INSTANT = "2021-11-12", "2021-11-12T12:00", "2021-11-12T12:00:00+01:00"


def suggestion(text: str) -> str | None:
    """The day that was meant by `12/11/2021`, `12 november 2021` or `2021-1-5`, as a record has it.

    The day stands before the month, as everywhere in Belgium.
    """
    for year, month, day in _readings(text.lower()):
        try:
            return date(int(year), _MONTHS.get(month[:3]) or int(month), int(day)).isoformat()
        except ValueError:
            continue
    return None


def _readings(text: str) -> Iterator[tuple[str, str, str]]:
    if found := _YEAR_FIRST.search(text):
        yield found[1], found[2], found[3]
    if found := _DAY_FIRST.search(text):
        yield found[3], found[2], found[1]


def clock_in(text: str) -> str:
    """The hour in `12/11/2021 om 9.30 uur` as a record has it, after the T that begins it."""
    rest = _DAY_FIRST.sub(" ", _YEAR_FIRST.sub(" ", text.lower().replace("t", " ")))
    found = _CLOCK.search(rest)
    return f"T{int(found[1]):02}:{found[2] or '00'}{found[3] or ''}" if found else ""


def values(fault: Fault) -> Mapping[str, object]:
    text = str(fault.values["value"])
    day, form = suggestion(text), fault.values.get("form")
    if form == "instant":
        # Which offset from UTC was meant cannot be told from the text.
        return {**fault.values, "wanted": AN_INSTANT, "suggestion": None, "instant": True}
    clock = clock_in(text) if form == "moment" else ""
    wanted = A_MOMENT if clock else A_DAY
    return {**fault.values, "wanted": wanted, "suggestion": f"{day}{clock}" if day else None}


RULE = FaultRule(code="GZG104", severity=Severity.ERROR, faults=(FaultName.DATE,), values=values)
