"""From which count on a shade holds: four shades, and none for nothing."""

from collections.abc import Iterable

Steps = tuple[int, int, int, int]
"""The least count of each shade, lightest first."""

_ONE_BY_ONE = (1, 2, 3, 4)
_MOST_ONE_BY_ONE = 12


def steps(counts: Iterable[int]) -> Steps:
    """One, two, three and more; equal parts of the largest where it is much larger."""
    largest = max(counts, default=0)
    if largest <= _MOST_ONE_BY_ONE:
        return _ONE_BY_ONE
    part = -(-largest // len(_ONE_BY_ONE))
    return 1, part, 2 * part, 3 * part


def shade(count: int, least: Steps) -> str:
    """The class of a count's shade: level-0 to level-4."""
    return f"level-{sum(count >= each for each in least)}"
