"""Where files come from: the working folder, a commit, or memory; always read, never run.

A tree gives paths (relative, with `/`) and bytes. It never follows a symbolic link.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

CONTENT_FOLDERS = ("content", "submissions")
LARGEST_FILE = 1_000_000
"""Bytes of a text file that is still read; annexes and files for download may be larger."""


class Tree(Protocol):
    """Files by path."""

    def paths(self) -> tuple[str, ...]:
        """Every file below `content/` and `submissions/`, sorted."""
        ...

    def size(self, path: str) -> int:
        """How many bytes it has; -1 for a symbolic link."""
        ...

    def read(self, path: str) -> bytes:
        """Its bytes; raises FileNotFoundError where there is no such file."""
        ...


@dataclass(frozen=True)
class WorkingTree:
    """The files of a folder on disk."""

    root: Path

    def paths(self) -> tuple[str, ...]:
        """Every file and link below the content folders."""
        found: list[str] = []
        for folder in CONTENT_FOLDERS:
            found.extend(_files_below(f"{self.root}/{folder}", folder))
        return tuple(sorted(found))

    def size(self, path: str) -> int:
        """Bytes on disk; -1 for a link, a pipe and whatever else is not a plain file."""
        place = self.root / path
        return -1 if place.is_symlink() or not place.is_file() else place.stat().st_size

    def read(self, path: str) -> bytes:
        """The file's bytes."""
        with open(f"{self.root}/{path}", "rb", buffering=0) as file:  # noqa: PTH123  10 times a path's speed
            return file.read()


def _files_below(place: str, path: str) -> Iterator[str]:
    try:
        entries = os.scandir(place)
    except (FileNotFoundError, NotADirectoryError):
        return
    with entries:
        for entry in entries:
            name = f"{path}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from _files_below(entry.path, name)
            else:
                yield name


@dataclass(frozen=True)
class MemoryTree:
    """Files that only exist as values, such as the examples of a rule's card."""

    files: Mapping[str, bytes]

    def paths(self) -> tuple[str, ...]:
        """Every path below the content folders."""
        folders = tuple(f"{folder}/" for folder in CONTENT_FOLDERS)
        return tuple(sorted(path for path in self.files if path.startswith(folders)))

    def size(self, path: str) -> int:
        """How many bytes it has."""
        return len(self.files[path])

    def read(self, path: str) -> bytes:
        """The file's bytes."""
        try:
            return self.files[path]
        except KeyError:
            raise FileNotFoundError(path) from None
