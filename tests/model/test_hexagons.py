"""Distances on a map whose odd rows are shifted half a tile to the right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzg.model.hexagons import Tile, steps_between

PLACES = st.tuples(st.integers(0, 40), st.integers(0, 40))


@pytest.mark.parametrize(
    ("of", "touching"),
    [
        ((5, 4), {(4, 4), (6, 4), (4, 3), (5, 3), (4, 5), (5, 5)}),
        ((5, 5), {(4, 5), (6, 5), (5, 4), (6, 4), (5, 6), (6, 6)}),
    ],
)
def test_six_tiles_touch_a_tile(of: Tile, touching: set[Tile]) -> None:
    around = {(column, row) for column in range(10) for row in range(10)}
    assert {tile for tile in around if steps_between(of, tile) == 1} == touching


@given(PLACES, PLACES, PLACES)
def test_it_is_a_distance(one: Tile, other: Tile, between: Tile) -> None:
    assert (steps_between(one, other) == 0) == (one == other)
    assert steps_between(one, other) == steps_between(other, one)
    assert steps_between(one, other) <= steps_between(one, between) + steps_between(between, other)
