"""Horizontal bars: for each row one or two amounts on one scale, the amount written beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from xml.etree.ElementTree import Element

from gzg.site.pictures.svg import Caption, Frame, Svg, image, length, lines, node, wrapped

_TEXT, _SMALL = 14, 13
_TEXT_LINE = 18.0
_MOST_LINES = 2
_BAR = 14.0
_LINE = 22.0
_PADDING = 10.0
_GAP = 8.0
"""Between a bar and its words."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One amount: `kind` is its class, `words` the amount as it is read."""

    kind: str
    value: Decimal
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """What the amounts are about; `note` stands where there is none."""

    label: str
    bars: tuple[Bar, ...] = ()
    note: str = ""


def bars(name: str, rows: Sequence[Row], caption: Caption, frame: Frame) -> Svg | None:
    """The rows below each other, longest bar as long as there is room; nothing without a bar."""
    largest = max((bar.value for row in rows for bar in row.bars), default=Decimal())
    if largest <= 0:
        return None
    scale = _scale(rows, frame, largest)
    children, top = [], 0.0
    for row in rows:
        element, height = _row(row, frame, top, scale)
        children.append(element)
        top += height
    size = (0.0, 0.0, float(frame.width), top + 1)
    return image(f"{name}-{frame.name}", caption, size, children, kind=f"bars {frame.name}")


def _scale(rows: Sequence[Row], frame: Frame, largest: Decimal) -> float:
    """Units of the picture for a euro, so that the longest words still fit beside their bar."""
    room = frame.width - frame.gutter - 2 * _GAP
    return min(
        (room - length(bar.words, _SMALL)) / float(bar.value or largest)
        for row in rows
        for bar in row.bars
    )


def _row(row: Row, frame: Frame, top: float, scale: float) -> tuple[Element, float]:
    """The row and how high it is: its words beside its bars, or above them."""
    room = (frame.gutter or frame.width) - 14
    label = wrapped(row.label, room, _TEXT, _MOST_LINES)
    words, marks = len(label) * _TEXT_LINE, max(1, len(row.bars)) * _LINE
    height = (max(words, marks) if frame.gutter else words + marks) + _PADDING
    first = top + _PADDING / 2
    marks_top = first + (max(0.0, words - marks) / 2 if frame.gutter else words)
    element = node(
        "g",
        node("title", row.label),
        node("line", class_="row", x1=0, y1=top + height, x2=frame.width, y2=top + height),
        *lines(label, first + _TEXT + 1, _TEXT_LINE, "label"),
        *_bars(row, frame, marks_top, scale),
    )
    return element, height


def _bars(row: Row, frame: Frame, top: float, scale: float) -> Iterator[Element]:
    if not row.bars:
        yield node("text", row.note, class_="small", x=frame.gutter, y=top + 16)
    for number, bar in enumerate(row.bars):
        y = top + number * _LINE + (_LINE - _BAR) / 2
        width = max(1.0, float(bar.value) * scale)
        x = frame.gutter + 1
        yield node("rect", class_=bar.kind, x=x, y=y, width=width, height=_BAR)
        yield node("text", bar.words, class_="amount", x=x + width + _GAP, y=y + _SMALL - 1)
