"""The files of a commit, read from Git's objects: nothing is checked out and nothing is run.

A change of a branch is laid over the files of another, which gives the files as they would be
after merging. Few processes: one lists, and two that stay open tell sizes and read.
"""

import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType
from typing import IO, NamedTuple

from gzg.repository.git import GitError, GitProblem, command_of, git, surroundings
from gzg.repository.tree import CONTENT_FOLDERS

_FOLDERS = tuple(f"{folder}/" for folder in CONTENT_FOLDERS)
_A_FILE = "100644"
_PLAIN = (_A_FILE, "100755")
_NOTHING = "000000"
_SIZE, _CONTENT = "--batch-check", "--batch"


class Entry(NamedTuple):
    """What stands at a path: Git's id of it, and its bytes; -1 for what is not a plain file."""

    id: str
    size: int

    @property
    def line(self) -> str:
        """As `git ls-tree` would tell it."""
        return f"{_A_FILE} blob {self.id}" if self.size >= 0 else f"- - {self.id}"


class Change(NamedTuple):
    """What a branch did to a path: what stood there where it began, and what stands there now."""

    before: str | None
    after: Entry | None


class GitObjects:
    """The contents of Git's objects, through processes that stay open until this is closed.

    A fork of this process has its own: of two that ask, each could get the other's answer.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._by_asker: dict[tuple[int, str], subprocess.Popen[bytes]] = {}
        self._sizes: dict[str, int] = {}

    def __enter__(self) -> "GitObjects":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for mode in (_SIZE, _CONTENT):
            if process := self._by_asker.pop((os.getpid(), mode), None):
                process.communicate()

    def size(self, id: str) -> int:
        """How many bytes an object has; raises GitError where the clone does not have it."""
        if id not in self._sizes:
            self._sizes[id] = self._asked(_SIZE, id)[0]
        return self._sizes[id]

    def read(self, id: str) -> bytes:
        """The bytes of an object; raises GitError where the clone does not have it."""
        size, answer = self._asked(_CONTENT, id)
        return answer.read(size + 1)[:size]

    def read_all(self, ids: Sequence[str]) -> Iterator[bytes]:
        """The bytes of many objects, one after another; raises GitError at one that is absent."""
        with TemporaryFile() as request:
            request.write("".join(f"{id}\n" for id in ids).encode())
            request.seek(0)
            with self._started(_CONTENT, request.fileno()) as process:
                assert process.stdout is not None
                for id in ids:
                    size = self._size_told(process.stdout.readline(), id)
                    yield process.stdout.read(size + 1)[:size]

    def _size_told(self, line: bytes, id: str) -> int:
        """The size in a line of Git's answer."""
        head = line.split()
        if len(head) != 3:
            reason = f"{id} is missing"
            raise GitError(GitProblem.FAILED, folder=self.folder, reason=reason)
        return int(head[2])

    def _asked(self, mode: str, id: str) -> tuple[int, IO[bytes]]:
        """The size that Git tells, and where the content can be read after it."""
        asker = (os.getpid(), mode)
        process = self._by_asker[asker] = self._by_asker.get(asker) or self._started(mode)
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{id}\n".encode())
        process.stdin.flush()
        return self._size_told(process.stdout.readline(), id), process.stdout

    def _started(self, mode: str, request: int = subprocess.PIPE) -> subprocess.Popen[bytes]:
        try:
            return subprocess.Popen(
                command_of("cat-file", mode),
                cwd=self.folder,
                env=surroundings(),
                stdin=request,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except FileNotFoundError:
            raise GitError(GitProblem.ABSENT) from None


@dataclass(frozen=True)
class GitTree:
    """Files by path, with their bytes among Git's objects.

    `lines` has for each path what `git ls-tree` tells of it; most are never taken apart.
    """

    objects: GitObjects
    lines: Mapping[str, str]

    def entry(self, path: str) -> Entry | None:
        """What stands at a path."""
        line = self.lines.get(path)
        if line is None:
            return None
        mode, _, id = line.split()
        return Entry(id, self.objects.size(id) if mode in _PLAIN else -1)

    def id(self, path: str) -> str | None:
        """Git's id of what stands at a path."""
        line = self.lines.get(path)
        return line and line.rpartition(" ")[2]

    def paths(self) -> tuple[str, ...]:
        """Every file below the content folders."""
        return tuple(sorted(self.lines))

    def size(self, path: str) -> int:
        """How many bytes it has; -1 for a link, another repository, and what is not there."""
        entry = self.entry(path)
        return entry.size if entry else -1

    def read(self, path: str) -> bytes:
        """The file's bytes."""
        entry = self.entry(path)
        if entry is None or entry.size < 0:
            raise FileNotFoundError(path)
        return self.objects.read(entry.id)

    def read_together(self, paths: Iterable[str], most: int) -> Iterator[tuple[str, bytes]]:
        """The plain files among these, each with its path, until `most` bytes are read."""
        found = [(path, self.lines[path]) for path in paths if path in self.lines]
        plain = [(path, line.split()[2]) for path, line in found if line.startswith(_PLAIN)]
        for (path, _), raw in zip(
            plain, self.objects.read_all([id for _, id in plain]), strict=False
        ):
            most -= len(raw)
            if most < 0:
                return
            yield path, raw

    def with_changes(self, changes: Mapping[str, Change]) -> "GitTree":
        """The same files with what a branch changed of them."""
        lines = dict(self.lines)
        for path, change in changes.items():
            lines.pop(path, None)
            if change.after and is_content(path):
                lines[path] = change.after.line
        return GitTree(self.objects, lines)

    def without(self, paths: Iterable[str]) -> "GitTree":
        """The same files but these."""
        gone = frozenset(paths)
        kept = {path: line for path, line in self.lines.items() if path not in gone}
        return GitTree(self.objects, kept)


def is_content(path: str) -> bool:
    """Whether a path is one that a tree tells of."""
    return path.startswith(_FOLDERS) or path in CONTENT_FOLDERS


def tree_of(objects: GitObjects, commit: str) -> GitTree:
    """The files of a commit."""
    listing = git(objects.folder, "ls-tree", "-r", "-z", commit, "--", *CONTENT_FOLDERS)
    # `<mode> <type> <id>` and the path, with a tab between them.
    pairs = (line.split("\t", 1) for line in os.fsdecode(listing).split("\0")[:-1])
    return GitTree(objects, {path: facts for facts, path in pairs})


def changes_of(folder: Path, base: str, head: str) -> Mapping[str, Change]:
    """What the branch of `head` changed since it left that of `base`, anywhere in the repository.

    Raises GitError where the two have no commit in common, as in a clone that is not whole.
    """
    common = git_or_nothing(folder, "merge-base", base, head)
    if not common:
        raise GitError(GitProblem.UNRELATED, base=base, head=head)
    listing = git(folder, "diff-tree", "-r", "-z", "--raw", "--no-renames", common, head)
    fields = os.fsdecode(listing).split("\0")
    raw = [(name, facts.split()) for facts, name in zip(fields[0::2], fields[1::2], strict=False)]
    sizes = iter(_sizes(folder, [facts for _, facts in raw]))
    return {name: _change(facts, sizes) for name, facts in raw}


def git_or_nothing(folder: Path, *arguments: str) -> str:
    """The one word that Git answers; empty where it has none."""
    try:
        return git(folder, *arguments).decode().strip()
    except GitError as error:
        if error.problem is GitProblem.FAILED and not error.values.get("reason"):
            return ""
        raise


def _sizes(folder: Path, raw: list[list[str]]) -> list[int]:
    """The bytes of every plain file that the changes end with, in their order."""
    ids = [new for _, mode, _, new, _ in raw if mode in _PLAIN]
    if not ids:
        return []
    answer = git(
        folder, "cat-file", "--batch-check", given="".join(f"{id}\n" for id in ids).encode()
    )
    found = [line.split() for line in answer.splitlines()]
    if absent := next((line for line in found if len(line) != 3), None):
        reason = f"{absent[0].decode()} is missing"
        raise GitError(GitProblem.FAILED, folder=folder, reason=reason)
    return [int(size) for _, _, size in found]


def _change(facts: list[str], sizes: Iterator[int]) -> Change:
    """The change that `:<old mode> <new mode> <old id> <new id> <letter>` tells."""
    old_mode, mode, old, new, _ = facts
    after = Entry(new, next(sizes) if mode in _PLAIN else -1)
    return Change(
        None if old_mode.removeprefix(":") == _NOTHING else old,
        None if mode == _NOTHING else after,
    )
