"""Where files come from: the working folder, a commit, or memory; always read, never run.

A tree gives paths (relative, with `/`) and bytes. It never follows a symbolic link.
"""

import os
import stat
from collections.abc import Mapping
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
        """How many bytes it has; -1 for whatever is not a plain file that can be read."""
        ...

    def read(self, path: str) -> bytes:
        """Its bytes; raises FileNotFoundError where there is no such plain file."""
        ...


@dataclass(frozen=True)
class WorkingTree:
    """The files of a folder on disk."""

    root: Path

    def paths(self) -> tuple[str, ...]:
        """Every file, and whatever else is not a folder, below the content folders."""
        found = [folder for folder in CONTENT_FOLDERS if (self.root / folder).is_symlink()]
        folders = [folder for folder in CONTENT_FOLDERS if folder not in found]
        while folders:
            folder = folders.pop()
            files, inner = _entries(f"{self.root}/{folder}", folder)
            found += files
            folders += inner
        return tuple(sorted(found))

    def size(self, path: str) -> int:
        """Bytes on disk; -1 for a link, a pipe, and what the system cannot reach."""
        try:
            status = os.lstat(f"{self.root}/{path}")
        except (OSError, ValueError):
            return -1
        return status.st_size if stat.S_ISREG(status.st_mode) else -1

    def read(self, path: str) -> bytes:
        """The file's bytes."""
        try:
            place = os.open(f"{self.root}/{path}", _READING)
        except OSError as error:
            raise FileNotFoundError(error.errno, error.strerror, path) from None
        try:
            return b"".join(iter(lambda: os.read(place, _PIECE), b""))
        finally:
            os.close(place)


_PIECE = 1 << 16
_READING = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def _entries(place: str, path: str) -> tuple[list[str], list[str]]:
    """The files and the folders in a folder; the folder itself where it cannot be listed."""
    files: list[str] = []
    folders: list[str] = []
    try:
        with os.scandir(place) as entries:
            for entry in entries:
                kind = folders if entry.is_dir(follow_symlinks=False) else files
                kind.append(f"{path}/{entry.name}")
    except FileNotFoundError:
        return [], []
    except OSError:
        return [path], []
    return files, folders


@dataclass(frozen=True)
class MemoryTree:
    """Files that only exist as values, such as the examples of a rule's card.

    At the paths in `links` there is a symbolic link.
    """

    files: Mapping[str, bytes]
    links: frozenset[str] = frozenset()

    def paths(self) -> tuple[str, ...]:
        """Every path below the content folders."""
        folders = tuple(f"{folder}/" for folder in CONTENT_FOLDERS)
        return tuple(
            sorted(path for path in {*self.files, *self.links} if path.startswith(folders))
        )

    def size(self, path: str) -> int:
        """How many bytes it has; -1 for a link and for what is not there."""
        return len(self.files[path]) if path in self.files and path not in self.links else -1

    def read(self, path: str) -> bytes:
        """The file's bytes."""
        if path in self.links or path not in self.files:
            raise FileNotFoundError(path)
        return self.files[path]


@dataclass(frozen=True)
class OverlaidTree:
    """A tree with some files put over it; of the tree itself only `base_paths`, sorted, count."""

    base: Tree
    base_paths: tuple[str, ...]
    files: Mapping[str, bytes]

    def paths(self) -> tuple[str, ...]:
        """Every path of both."""
        return tuple(sorted({*self.base_paths, *self.files})) if self.files else self.base_paths

    def size(self, path: str) -> int:
        """Bytes of the file on top."""
        return len(self.files[path]) if path in self.files else self.base.size(path)

    def read(self, path: str) -> bytes:
        """The file on top."""
        return self.files[path] if path in self.files else self.base.read(path)
