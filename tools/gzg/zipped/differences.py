"""What a newer version of a dossier changes, file by file, for whoever replaces the older."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gzg.repository.layout import TEXT_SUFFIXES


@dataclass(frozen=True)
class Difference:
    """A file that is new, gone or other: `sign` is +, - or ~.

    `added` and `removed` count lines of a text that is there in both; else they are None.
    """

    sign: str
    path: str
    added: int | None = None
    removed: int | None = None


def differences(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> tuple[Difference, ...]:
    """All that differs between two versions, by path."""
    return tuple(_found(old, new))


def _found(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> Iterator[Difference]:
    for path in sorted({*old, *new}):
        if path not in old:
            yield Difference("+", path)
        elif path not in new:
            yield Difference("-", path)
        elif old[path] != new[path]:
            yield _changed(path, old[path], new[path])


def _changed(path: str, old: bytes, new: bytes) -> Difference:
    """Lines are counted whatever their order: comparing in order takes far longer for some."""
    if not path.endswith(TEXT_SUFFIXES):
        return Difference("~", path)
    before, after = Counter(old.splitlines()), Counter(new.splitlines())
    return Difference("~", path, (after - before).total(), (before - after).total())
