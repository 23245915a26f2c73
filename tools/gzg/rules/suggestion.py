"""The "did you mean" of a message."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that looks most like `word`; None where none is near."""
    return next(iter(get_close_matches(word, sorted(known), n=1, cutoff=0.6)), None)


def nearest_called(word: str, known: Iterable[str], names: Mapping[str, str]) -> str | None:
    """The known word that has this name, or looks like it, or has a name that looks like it."""
    name = word.lower().replace("_", " ")
    if name in names:
        return names[name]
    alike = nearest(name, names)
    return nearest(word, known) or (names[alike] if alike else None)
