"""The "did you mean" of a message."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that looks most like `word`; None where none is near."""
    return next(iter(get_close_matches(word, sorted(known), n=1, cutoff=0.6)), None)
