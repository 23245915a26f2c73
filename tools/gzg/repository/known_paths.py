"""Which files and folders there are, told by halving the sorted list of files.

A check of few files asks about few paths; making the set of all folders would take it longer than
all its questions together.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from functools import cached_property


class KnownPaths(Set[str]):
    """Every file of a sorted list, and every folder above one."""

    def __init__(self, files: Sequence[str]) -> None:
        self._files = files

    def __contains__(self, path: object) -> bool:
        if not isinstance(path, str):
            return False
        return self._first_from(path) == path or self._first_from(f"{path}/").startswith(f"{path}/")

    def _first_from(self, start: str) -> str:
        """The first file that is not before `start`; nothing where there is none."""
        index = bisect_left(self._files, start)
        return self._files[index] if index < len(self._files) else ""

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    @cached_property
    def _all(self) -> frozenset[str]:
        found = set(self._files)
        for path in self._files:
            while "/" in path:
                path = path.rpartition("/")[0]
                if path in found:
                    break
                found.add(path)
        return frozenset(found)
