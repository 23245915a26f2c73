"""The "did you mean" of a message."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that looks most like `word`; None where none is near."""
    return next(iter(get_close_matches(word, sorted(known), n=1, cutoff=0.6)), None)


def nearest_called(word: str, known: Iterable[str], names: Mapping[str, str]) -> str | None:
    """The known word that has this name, or looks like it, or has a name that looks like it."""
    called = {_spoken(name): each for name, each in names.items()}
    name = _spoken(word)
    if name in called:
        return called[name]
    alike = nearest(name, called)
    return nearest(word, known) or (called[alike] if alike else None)


def _spoken(word: str) -> str:
    return word.lower().replace("_", " ").replace("-", " ")
