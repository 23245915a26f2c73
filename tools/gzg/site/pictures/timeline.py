"""The timeline: stretches of days in rows, what was moved, and what came after.

What is unknown is not drawn: the row's note says it in words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element

from gzg.site.pictures.svg import Caption, Frame, Svg, fitted, image, node

_HEADING = 24.0
_TEXT, _SMALL = 14, 12
_BAR = 12.0
_MARK = 6.0
_FEWEST_YEARS_FOR_YEARS = 4
_MOST_YEARS = 12
_QUARTER = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One row: open between two days, moved from earlier last days, then looked at and decided.

    `moved_from` are the last days that once held, `changed` the days of other changes, `note` says
    what cannot be drawn.
    """

    label: str
    opens: date | None = None
    closes: date | None = None
    moved_from: tuple[date, ...] = ()
    assessed: tuple[date | None, date | None] = (None, None)
    decided: date | None = None
    changed: tuple[date, ...] = ()
    note: str = ""

    def days(self) -> Iterator[date]:
        """Every day that is known of it."""
        known = (self.opens, self.closes, *self.assessed, self.decided)
        for day in (*known, *self.moved_from, *self.changed):
            if day:
                yield day


def timeline(rows: Sequence[Row], caption: Caption, frame: Frame) -> Svg | None:
    """The rows on one axis of time; nothing where no day is known."""
    days = [day for row in rows for day in row.days()]
    if not days:
        return None
    axis = _Axis(frame, min(days), max(days))
    height = 46.0 if frame.gutter else 68.0
    bottom = _HEADING + len(rows) * height
    hatch = f"moved-{frame.name}"
    children = [
        _hatch(hatch),
        *axis.lines(bottom),
        *(
            _row(row, axis, _HEADING + number * height, height, hatch)
            for number, row in enumerate(rows)
        ),
    ]
    size = (0.0, 0.0, float(frame.width), bottom + 4)
    return image(f"timeline-{frame.name}", caption, size, children, kind=f"timeline {frame.name}")


class _Axis:
    """Where a day stands between whole quarters, or whole years where there are many."""

    def __init__(self, frame: Frame, first: date, last: date) -> None:
        self.frame = frame
        self.step = 1 if last.year - first.year >= _FEWEST_YEARS_FOR_YEARS else _QUARTER
        begins, ends = date(first.year, 1, 1), date(last.year, 12, 31)
        if self.step == _QUARTER:
            begins = date(first.year, _quarter(first), 1)
            quarter = _quarter(last) + _QUARTER
            ends = date(last.year + quarter // 12, quarter % 12, 1)
        self.begins, self.ends = begins, ends

    def at(self, day: date) -> float:
        """From the left, in units of the picture."""
        room = self.frame.width - self.frame.gutter - 2 * _MARK
        share = (day - self.begins).days / max(1, (self.ends - self.begins).days)
        return self.frame.gutter + _MARK + share * room

    def lines(self, bottom: float) -> Iterator[Element]:
        """A line for each quarter or year; the first of a year has its number."""
        years = range(self.begins.year, self.ends.year + 1)
        skip = -(-len(years) // _MOST_YEARS)
        for year in years:
            for month in (1, 4, 7, 10) if self.step == _QUARTER else (1,):
                day = date(year, month, 1)
                if self.begins <= day <= self.ends and (year - years[0]) % skip == 0:
                    yield from self._line(day, bottom)

    def _line(self, day: date, bottom: float) -> Iterator[Element]:
        x = self.at(day)
        is_year = day.month == 1
        kind = "axis year" if is_year else "axis"
        top = 4.0 if is_year else _HEADING - 6
        yield node("line", class_=kind, x1=x, y1=top, x2=x, y2=bottom)
        is_first = day == self.begins
        if (is_year or is_first) and x < self.frame.width - 3 * _SMALL:
            yield node("text", str(day.year), class_="small", x=x + 4, y=float(_TEXT))


def _quarter(day: date) -> int:
    """The first month of a day's quarter."""
    return (day.month - 1) // _QUARTER * _QUARTER + 1


def _row(row: Row, axis: _Axis, top: float, height: float, hatch: str) -> Element:
    room = (axis.frame.gutter or axis.frame.width) - 12
    middle = top + height / 2 if axis.frame.gutter else top + 34
    label = top + 20 if axis.frame.gutter else top + 18
    note = top + 36 if axis.frame.gutter else top + 56
    texts = [node("text", fitted(row.label, room, _TEXT), class_="label", x=0, y=label)]
    if row.note:
        texts.append(node("text", fitted(row.note, room, _SMALL), class_="small", x=0, y=note))
    return node(
        "g",
        node("title", row.label),
        node("line", class_="row", x1=0, y1=top, x2=axis.frame.width, y2=top),
        *texts,
        *_marks(row, axis, middle, hatch),
    )


def _marks(row: Row, axis: _Axis, y: float, hatch: str) -> Iterator[Element]:
    first = min(row.moved_from, default=None)
    if row.opens and row.closes:
        steady = min(first, row.closes) if first else row.closes
        yield _stretch(axis, row.opens, steady, y, "open")
    if first and row.closes and first < row.closes:
        yield _stretch(axis, first, row.closes, y, "moved", fill=f"url(#{hatch})")
    for day in row.moved_from:
        x = axis.at(day)
        yield node("line", class_="former", x1=x, y1=y - _BAR, x2=x, y2=y + _BAR)
    if row.closes:
        x = axis.at(row.closes)
        yield node("line", class_="closing", x1=x, y1=y - _BAR, x2=x, y2=y + _BAR)
    if row.opens and not row.closes:
        x = axis.at(row.opens)
        yield node(
            "path", class_="open", d=f"M{x:.1f} {y - _MARK:.1f}v{2 * _MARK}l{_MARK} -{_MARK}z"
        )
    begins, ends = row.assessed
    if begins and ends:
        yield _stretch(axis, begins, ends, y, "assessed")
    for day in row.changed:
        yield node("path", class_="changed", d=f"M{axis.at(day):.1f} {y - _BAR / 2:.1f}l-5 -8h10z")
    if row.decided:
        x = axis.at(row.decided)
        yield node("path", class_="decided", d=diamond(x, y))


def _stretch(
    axis: _Axis, begins: date, ends: date, y: float, kind: str, fill: str | None = None
) -> Element:
    left, right = axis.at(begins), axis.at(ends)
    return node(
        "rect",
        class_=kind,
        fill=fill,
        x=left,
        y=y - _BAR / 2,
        width=max(1.0, right - left),
        height=_BAR,
    )


def diamond(x: float, y: float) -> str:
    """The path of the mark of a decision."""
    return f"M{x:.1f} {y - _MARK - 1:.1f}l7 7l-7 7l-7 -7z"


def _hatch(id: str) -> Element:
    stripe = node("rect", class_="stripe", width=3, height=6)
    pattern = node(
        "pattern",
        stripe,
        id=id,
        width=6,
        height=6,
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )
    return node("defs", pattern)
