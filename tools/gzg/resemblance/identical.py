"""Whether two texts are nearly one: a dossier that was handed in twice.

Two texts are compared by the runs of five words that they share. That takes no index, and reckoning
it exactly is cheap for as many dossiers as one call gets.
"""

import re

RUN = 5
"""Words in a run: five in a row are seldom the same by chance, and one changed word breaks five."""

_WORD = re.compile(r"\w+")


def near_identical(a: str, b: str) -> float:
    """How much of two texts is the same, from 0 to 1: shared runs of words over all runs (Jaccard).

    Case, punctuation and white space do not count. Two texts without words share nothing.
    """
    first, second = _runs(a), _runs(b)
    every = len(first | second)
    return len(first & second) / every if every else 0.0


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    found = [word.lower() for word in _WORD.findall(text)]
    if not found:
        return frozenset()
    return frozenset(tuple(found[at : at + RUN]) for at in range(max(1, len(found) - RUN + 1)))
