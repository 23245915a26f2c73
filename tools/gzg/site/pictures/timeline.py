"""The timeline: stretches of days in rows, what was moved, and what came after.

What is unknown is not drawn: the row's note says it in words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element

from gzg.site.pictures.svg import Caption, Frame, Svg, image, lines, node, wrapped

_HEADING = 36.0
_TEXT, _SMALL = 14, 12
_LINE, _NOTE_LINE = 18.0, 15.0
_PADDING = 8.0
_MOST_LINES = 2
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


def timeline(
    rows: Sequence[Row], caption: Caption, frame: Frame, months: Sequence[str]
) -> Svg | None:
    """The rows on one axis of time; nothing where no day is known.

    `months` are the short names of the twelve.
    """
    days = [day for row in rows for day in row.days()]
    if not days:
        return None
    axis = _Axis(frame, min(days), max(days), months)
    hatch = f"moved-{frame.name}"
    drawn, bottom = [], _HEADING
    for row in rows:
        element, height = _row(row, axis, bottom, hatch)
        drawn.append(element)
        bottom += height
    children = [_hatch(hatch), *axis.lines(bottom), *drawn]
    size = (0.0, 0.0, float(frame.width), bottom + 4)
    return image(f"timeline-{frame.name}", caption, size, children, kind=f"timeline {frame.name}")


class _Axis:
    """Where a day stands between whole quarters, or whole years where there are many."""

    def __init__(self, frame: Frame, first: date, last: date, months: Sequence[str]) -> None:
        self.frame, self.months = frame, months
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
        top = 4.0 if is_year else _HEADING - 18
        yield node("line", class_=kind, x1=x, y1=top, x2=x, y2=bottom)
        if x > self.frame.width - 3 * _SMALL:
            return
        if is_year or day == self.begins:
            yield node("text", str(day.year), class_="small label", x=x + 4, y=14)
        if self.step == _QUARTER:
            month = self.months[day.month - 1]
            yield node("text", month, class_="small", x=x + 4, y=_HEADING - 6)


def _quarter(day: date) -> int:
    """The first month of a day's quarter."""
    return (day.month - 1) // _QUARTER * _QUARTER + 1


def _row(row: Row, axis: _Axis, top: float, hatch: str) -> tuple[Element, float]:
    """The row and how high it is: its words beside its marks, or above and below them."""
    gutter = axis.frame.gutter
    room = (gutter or axis.frame.width) - 14
    label = wrapped(row.label, room, _TEXT, _MOST_LINES)
    note = wrapped(row.note, room, _SMALL, _MOST_LINES) if row.note else []
    marks = 0.0 if gutter else 2 * _BAR + 6
    words = len(label) * _LINE + len(note) * _NOTE_LINE
    height = max(words + marks, 3 * _BAR if gutter else 0) + 2 * _PADDING
    middle = top + height / 2
    if not gutter:
        middle = top + _PADDING + len(label) * _LINE + marks / 2
    first = top + _PADDING + (height - 2 * _PADDING - words - marks) / 2
    below = first + len(label) * _LINE + marks
    element = node(
        "g",
        node("title", row.label),
        node("line", class_="row", x1=0, y1=top, x2=axis.frame.width, y2=top),
        *lines(label, first + _TEXT, _LINE, "label"),
        *lines(note, below + _SMALL, _NOTE_LINE, "small"),
        *_marks(row, axis, middle, hatch),
    )
    return element, height


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
        yield node("path", class_="amended", d=f"M{axis.at(day):.1f} {y - _BAR / 2:.1f}l-5 -8h10z")
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
