"""Mappings and lists that tell what is taken from them."""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from typing import TypeVar, overload

from gzg.site.lookups import Lookup

V = TypeVar("V")

Note = Callable[[Lookup], None]
"""Is told of a lookup."""


class WatchedMapping(Mapping[str, V]):
    """A mapping of which each value, and that one is absent, is noted apart."""

    def __init__(
        self,
        real: Callable[[], Mapping[str, V]],
        note: Note,
        one: Callable[[str], Lookup],
        every: Lookup,
    ) -> None:
        self._real, self._note, self._one, self._every = real, note, one, every

    def __getitem__(self, key: str) -> V:
        self._note(self._one(key))
        return self._real()[key]

    def __iter__(self) -> Iterator[str]:
        self._note(self._every)
        return iter(self._real())

    def __len__(self) -> int:
        self._note(self._every)
        return len(self._real())


class WatchedSet(Set[str]):
    """A set of which is noted what was looked for."""

    def __init__(
        self,
        real: Callable[[], Set[str]],
        note: Note,
        one: Callable[[str], Lookup],
        every: Lookup,
    ) -> None:
        self._real, self._note, self._one, self._every = real, note, one, every

    def __contains__(self, key: object) -> bool:
        self._note(self._one(key) if isinstance(key, str) else self._every)
        return key in self._real()

    def __iter__(self) -> Iterator[str]:
        self._note(self._every)
        return iter(self._real())

    def __len__(self) -> int:
        self._note(self._every)
        return len(self._real())


class WatchedSequence(Sequence[V]):
    """A list that is noted as a whole."""

    def __init__(self, real: Sequence[V], note: Note, every: Lookup) -> None:
        self._real, self._note, self._every = real, note, every

    @overload
    def __getitem__(self, index: int) -> V: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[V]: ...
    def __getitem__(self, index: int | slice) -> V | Sequence[V]:
        self._note(self._every)
        return self._real[index]

    def __len__(self) -> int:
        self._note(self._every)
        return len(self._real)
