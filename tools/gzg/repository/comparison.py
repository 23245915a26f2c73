"""The working tree beside an earlier commit: which files there are, which changed, as they were.

Git finds both, in processes of its own, while the caller does other work. It also lists the files:
going through nine thousand folders costs Git a part of what it costs Python.
"""

import os
import re
from collections.abc import Callable, Iterator, Mapping, Set
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import NamedTuple

from gzg.repository.git import IS_SHALLOW, answer_of, blobs, commit_of, git, started
from gzg.repository.history import History
from gzg.repository.layout import TEXT_SUFFIXES
from gzg.repository.source_file import SourceFile, read_source
from gzg.repository.tree import CONTENT_FOLDERS, LARGEST_FILE, OverlaidTree, Tree, WorkingTree

_FOLDERS = tuple(f"{folder}/" for folder in CONTENT_FOLDERS)
_FILE_MODES = ("100644", "100755")
_GONE = "000000"
_DIFFERENCES = ("diff", "--raw", "--relative", "--no-renames", "--no-abbrev", "-z")
_ADDED = ("diff", "--cached", "--name-only", "--diff-filter=A", "--relative", "--no-renames", "-z")
_LISTING = ("ls-files", "-t", "--stage", "--cached", "--others", "-z")
_TRACKED = re.compile(r"H 1[02]0\d{3} [0-9a-f]+ 0\t([^\0]*)\0")
_UNTRACKED = ("ls-files", "--others", "--exclude-standard", "-z")


class Compared(NamedTuple):
    """The files as they are now, and what they were."""

    tree: Tree
    history: History


class _Change(NamedTuple):
    """The modes of a file then and now, and what it held then."""

    old_mode: str
    new_mode: str
    old_id: str


@contextmanager
def comparison(root: Path, reference: str) -> Iterator[Callable[[], Compared]]:
    """Let Git look for what changed since `reference`; what is yielded waits for it.

    The working tree is compared, not the last commit: what is not committed yet counts too.
    """
    with ExitStack() as stack:

        def at_work(*arguments: str) -> Callable[[], bytes]:
            return stack.enter_context(_at_work(root, *arguments))

        def about_content(*arguments: str) -> Callable[[], bytes]:
            return at_work(*arguments, "--", *CONTENT_FOLDERS)

        listing = about_content(*_LISTING)  # Goes through all folders, which takes longest.
        commit = commit_of(root, reference)
        differences = about_content(*_DIFFERENCES, commit)
        added = about_content(*_ADDED, commit)
        depth = at_work(*IS_SHALLOW)

        def compared() -> Compared:
            changes = dict(_changes(differences()))
            tree = WorkingTree(root)
            # A file that is gone is among the changes, unless it was not there before either.
            gone = {path for path, change in changes.items() if change.new_mode == _GONE}
            gone.update(path for path in _names(added()) if tree.size(path) < 0)
            tracked = _tracked(listing(), gone)
            is_complete = depth().strip() == b"false"
            if tracked is not None:
                known = OverlaidTree(tree, tracked, {})
                return Compared(known, _history(root, changes, (), is_complete=is_complete))
            others = _names(git(root, *_UNTRACKED, "--", *CONTENT_FOLDERS))
            return Compared(tree, _history(root, changes, others, is_complete=is_complete))

        yield compared


@contextmanager
def _at_work(root: Path, *arguments: str) -> Iterator[Callable[[], bytes]]:
    """Git at work; what is yielded waits for it, and gives what it printed.

    That goes to a file: a pipe holds little, and Git would stand still until somebody reads.
    """
    with TemporaryFile() as file, started(root, *arguments, answer=file) as process:

        def answer() -> bytes:
            answer_of(root, process)
            file.seek(0)
            return file.read()

        yield answer


def history_since(root: Path, reference: str) -> History:
    """What the working tree changed since `reference`, with the text files as they were."""
    with comparison(root, reference) as compared:
        return compared().history


def _history(
    root: Path, changes: Mapping[str, _Change], others: list[str] | tuple[()], *, is_complete: bool
) -> History:
    touched = frozenset(path for path in {*changes, *others} if path.startswith(_FOLDERS))
    wanted = {
        path: changes[path].old_id
        for path in sorted(touched)
        if path.endswith(TEXT_SUFFIXES)
        and path in changes
        and changes[path].old_mode in _FILE_MODES
    }
    return History(dict(_files(root, wanted)), touched, is_complete)


def _tracked(listing: bytes, gone: Set[str]) -> tuple[str, ...] | None:
    """Every file on disk, sorted, where those are just the files that Git keeps; else None.

    Each entry of the listing is `<tag> <mode> <id> <stage>`, a tab and the path
    (https://git-scm.com/docs/git-ls-files#_output). A tag other than H says that a file is not
    checked out or not Git's; mode 160000 is another repository; a stage is a conflict.
    """
    text = os.fsdecode(listing)
    found = _TRACKED.findall(text)
    is_all = len(found) == text.count("\0") and gone.isdisjoint(found)
    return tuple(sorted(found)) if is_all else None


def _changes(listing: bytes) -> Iterator[tuple[str, _Change]]:
    """Every changed path, and how it changed.

    The listing is `:<old mode> <new mode> <old id> <new id> <letter>` and the path, in turns
    (https://git-scm.com/docs/git-diff#_raw_output_format).
    """
    fields = _names(listing)
    for about, path in zip(fields[0::2], fields[1::2], strict=True):
        old_mode, new_mode, old_id, *_ = about.removeprefix(":").split()
        yield path, _Change(old_mode, new_mode, old_id)


def _names(listing: bytes) -> list[str]:
    return [name for name in os.fsdecode(listing).split("\0") if name]


def _files(root: Path, wanted: Mapping[str, str]) -> Iterator[tuple[str, SourceFile]]:
    """The files with these contents, without those too large to be read: two calls for all."""
    contents = blobs(root, sorted(set(wanted.values())), LARGEST_FILE)
    for path, id in wanted.items():
        if (content := contents.get(id)) is not None:
            yield path, read_source(path, content)
