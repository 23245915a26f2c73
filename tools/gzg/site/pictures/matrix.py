"""Who shares with whom: one half of a square of numbers, each row named at its end.

Row and column of a cell are two of the names; the cell says how much they share.
"""

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element

from gzg.site.pictures.shades import Steps, shade, steps
from gzg.site.pictures.svg import Caption, Svg, fitted, image, node

_CELL = 26.0
_TEXT = 13
_NAMES = 190.0


def matrix(
    names: Sequence[str], shared: Mapping[tuple[int, int], int], caption: Caption
) -> Svg | None:
    """`shared` is for two positions in `names`, the larger first; nothing where none share."""
    if not shared:
        return None
    side = len(names) * _CELL
    least = steps(shared.values())
    children = [_row(number, name, shared, least) for number, name in enumerate(names)]
    return image("matrix", caption, (0.0, 0.0, side + _NAMES, side + 2), children, kind="matrix")


def _row(row: int, name: str, shared: Mapping[tuple[int, int], int], least: Steps) -> Element:
    y = 1 + row * _CELL
    cells = [_cell(column, y, shared.get((row, column), 0), least) for column in range(row)]
    label = node(
        "text",
        fitted(name, _NAMES - 8, _TEXT),
        class_="label",
        x=row * _CELL + 6,
        y=y + _CELL / 2 + _TEXT / 3,
    )
    return node("g", node("title", name), *cells, label)


def _cell(column: int, y: float, count: int, least: Steps) -> Element:
    x = column * _CELL
    box = node("rect", x=x + 1, y=y, width=_CELL - 2, height=_CELL - 2)
    if not count:
        return node("g", box, class_=shade(0, least))
    text = node("text", str(count), x=x + _CELL / 2, y=y + _CELL / 2 + _TEXT / 3 - 1)
    return node("g", box, text, class_=shade(count, least))
