"""Horizontal bars: for each row one or two amounts on one scale, the amount written beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from xml.etree.ElementTree import Element

from gzg.site.pictures.svg import Caption, Frame, Svg, fitted, image, node

_TEXT, _SMALL = 14, 13
_LABEL = 20.0
_BAR = 14.0
_LINE = 22.0
_PADDING = 10.0
_WORDS = 0.34
"""The share of the room that the longest bar leaves for its words."""


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
    children, top = [], 0.0
    for row in rows:
        height = _height(row, frame)
        children.append(_row(row, frame, top, height, largest))
        top += height
    size = (0.0, 0.0, float(frame.width), top + 1)
    return image(f"{name}-{frame.name}", caption, size, children, kind=f"bars {frame.name}")


def _height(row: Row, frame: Frame) -> float:
    lines = max(1, len(row.bars)) * _LINE + _PADDING
    return lines if frame.gutter else lines + _LABEL


def _row(row: Row, frame: Frame, top: float, height: float, largest: Decimal) -> Element:
    room = (frame.gutter or frame.width) - 12
    first = top + _PADDING / 2 + (0 if frame.gutter else _LABEL)
    baseline = first + 16 if frame.gutter else top + 19
    return node(
        "g",
        node("title", row.label),
        node("line", class_="row", x1=0, y1=top + height, x2=frame.width, y2=top + height),
        node("text", fitted(row.label, room, _TEXT), class_="label", x=0, y=baseline),
        *_bars(row, frame, first, largest),
    )


def _bars(row: Row, frame: Frame, top: float, largest: Decimal) -> Iterator[Element]:
    room = frame.width - frame.gutter
    if not row.bars:
        yield node("text", row.note, class_="small", x=frame.gutter, y=top + 16)
    for number, bar in enumerate(row.bars):
        y = top + number * _LINE + (_LINE - _BAR) / 2
        length = float(bar.value / largest) * room * (1 - _WORDS)
        yield node(
            "rect",
            class_=bar.kind,
            x=frame.gutter + 1,
            y=y,
            width=max(1.0, length),
            height=_BAR,
        )
        words = frame.gutter + length + 8
        yield node("text", bar.words, class_="value", x=words, y=y + _SMALL - 1)
