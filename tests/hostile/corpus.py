"""All hostile cases together; each has one name, and is played in each of its homes."""

from tests.hostile import annexes, data, names, texts, texts_without_end, values
from tests.hostile.case import Case, Home

MODULES = (names, data, texts, texts_without_end, values, annexes)
CASES: tuple[Case, ...] = tuple(case for module in MODULES for case in module.CASES)
PLAYED: tuple[tuple[Case, Home], ...] = tuple((case, home) for case in CASES for home in case.homes)


def label(played: tuple[Case, Home]) -> str:
    """The name of a case in a home, for a test's name."""
    return f"{played[0].name}-{played[1]}"
