"""Hexagons on a plane: where a tile's middle is, its outline, and the borders between groups.

Tiles stand on a point; a place is a column and a row, odd rows are shifted half a tile to the
right: https://www.redblobgames.com/grids/hexagons/#coordinates-offset
"""

from collections.abc import Iterable, Iterator, Mapping
from math import sqrt

Place = tuple[int, int]
Point = tuple[float, float]

RADIUS = 10.0
WIDTH = sqrt(3) * RADIUS
GAP = 0.7
"""Between a tile's drawn outline and the true one."""

MARGIN = 1.5

_CORNERS = (
    (0.0, -RADIUS),
    (WIDTH / 2, -RADIUS / 2),
    (WIDTH / 2, RADIUS / 2),
    (0.0, RADIUS),
    (-WIDTH / 2, RADIUS / 2),
    (-WIDTH / 2, -RADIUS / 2),
)
"""Clockwise from the top; side number n goes from corner n to the next."""

_NEIGHBOURS = (
    ((0, -1), (1, 0), (0, 1), (-1, 1), (-1, 0), (-1, -1)),
    ((1, -1), (1, 0), (1, 1), (0, 1), (-1, 0), (0, -1)),
)
"""What touches side n: of a tile in an even row, and of one in an odd row."""


def middle(place: Place) -> Point:
    """The middle of a tile."""
    column, row = place
    return (column + row % 2 / 2) * WIDTH, row * RADIUS * 1.5


def outline(place: Place) -> str:
    """The path around a tile, a little inside its true sides."""
    x, y = middle(place)
    size = 1 - GAP / RADIUS
    half, quarter = WIDTH / 2 * size, RADIUS / 2 * size
    return (
        f"M{x:.1f} {y - 2 * quarter:.1f}l{half:.1f} {quarter:.1f}v{2 * quarter:.1f}"
        f"l{-half:.1f} {quarter:.1f}l{-half:.1f} {-quarter:.1f}v{-2 * quarter:.1f}z"
    )


def borders(groups: Mapping[Place, str]) -> str:
    """The path around each group of tiles, along every side that only one tile of it has."""
    return "".join(_sides(groups))


def _sides(groups: Mapping[Place, str]) -> Iterator[str]:
    for place in sorted(groups):
        x, y = middle(place)
        for side, (columns, rows) in enumerate(_NEIGHBOURS[place[1] % 2]):
            other = (place[0] + columns, place[1] + rows)
            is_first = other not in groups or other > place
            if is_first and groups.get(other) != groups[place]:
                (x1, y1), (x2, y2) = _CORNERS[side], _CORNERS[(side + 1) % 6]
                yield f"M{x + x1:.1f} {y + y1:.1f}L{x + x2:.1f} {y + y2:.1f}"


def extent(places: Iterable[Place]) -> tuple[float, float, float, float]:
    """Left, top, width and height of all tiles together."""
    middles = [middle(place) for place in places]
    left = min(x for x, _ in middles) - WIDTH / 2 - MARGIN
    top = min(y for _, y in middles) - RADIUS - MARGIN
    right = max(x for x, _ in middles) + WIDTH / 2 + MARGIN
    bottom = max(y for _, y in middles) + RADIUS + MARGIN
    return left, top, right - left, bottom - top
