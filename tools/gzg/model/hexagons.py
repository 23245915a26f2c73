"""Places on a map of hexagons: how far apart two are. Drawing the map is elsewhere.

A place is a column and a row; odd rows are shifted half a tile to the right. The distance is that
of the three axes of such a grid: https://www.redblobgames.com/grids/hexagons/#distances
"""

Tile = tuple[int, int]
"""Column and row."""


def steps_between(one: Tile, other: Tile) -> int:
    """The fewest steps from tile to touching tile."""
    (one_left, one_right), (other_left, other_right) = _axes(one), _axes(other)
    left, right = one_left - other_left, one_right - other_right
    return max(abs(left), abs(right), abs(left + right))


def _axes(tile: Tile) -> tuple[int, int]:
    """Two of its three axes; the third is what makes their sum zero."""
    column, row = tile
    return column - (row - row % 2) // 2, row
