"""The repository's past, read from Git with few calls, as plain values.

Git is started with an argument list, never a shell, and without the `GIT_*` variables that a
hook hands down: those name the repository of the hook, not this one.
"""

import os
import subprocess
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from gzg.errors import GzgError
from gzg.repository.history import History
from gzg.repository.source_file import SourceFile, read_source
from gzg.repository.tree import CONTENT_FOLDERS, LARGEST_FILE


class GitError(GzgError):
    """Git could not answer; `reason` is its own last line."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def git(root: Path, *arguments: str, given: bytes | None = None) -> bytes:
    """What `git` prints for these arguments; raises GitError where it fails."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    environment |= {"LC_ALL": "C.UTF-8", "GIT_TERMINAL_PROMPT": "0"}
    try:
        done = subprocess.run(
            ["git", "-c", "core.quotePath=false", *arguments],
            cwd=root,
            env=environment,
            input=given,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise GitError("git: command not found") from None
    if done.returncode != 0:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines() or [""]
        raise GitError(lines[-1])
    return done.stdout


def commit_of(root: Path, reference: str) -> str:
    """The full id of the commit that a branch, tag or id names."""
    found = git(root, "rev-parse", "--verify", "--end-of-options", f"{reference}^{{commit}}")
    return found.decode().strip()


def is_shallow(root: Path) -> bool:
    """Whether the clone lacks part of its history."""
    return git(root, "rev-parse", "--is-shallow-repository").strip() == b"true"


def head_time(root: Path) -> datetime:
    """When the commit that is checked out was made, in UTC."""
    return datetime.fromtimestamp(int(git(root, "log", "-1", "--format=%ct")), UTC)


def history_since(root: Path, reference: str) -> History:
    """What the working tree changed since `reference`, with the files as they were."""
    commit = commit_of(root, reference)
    prefix = git(root, "rev-parse", "--show-prefix").decode().strip()
    changed = _paths(git(root, "diff", "--relative", "--name-only", "--no-renames", "-z", commit))
    added = _paths(git(root, "ls-files", "--others", "--exclude-standard", "-z"))
    touched = frozenset(path for path in {*changed, *added} if path.startswith(CONTENT_FOLDERS))
    before = dict(_files_at(root, commit, prefix, sorted(touched)))
    return History(before, touched, not is_shallow(root))


def last_changes(root: Path) -> Mapping[str, datetime]:
    """For every path, when a commit last changed it, in UTC: one pass over the log."""
    found: dict[str, datetime] = {}
    when = datetime.fromtimestamp(0, UTC)
    log = git(root, "log", "--relative", "--no-renames", "--name-only", "--format=\x01%ct", "-z")
    for part in log.decode("utf-8", "replace").replace("\n", "\0").split("\0"):
        if part.startswith("\x01"):
            when = datetime.fromtimestamp(int(part[1:]), UTC)
        elif part:
            found.setdefault(part, when)
    return found


def _paths(listing: bytes) -> list[str]:
    return [path for path in listing.decode("utf-8", "replace").split("\0") if path]


def _files_at(
    root: Path, commit: str, prefix: str, paths: list[str]
) -> Iterator[tuple[str, SourceFile]]:
    """The text files among `paths` that existed in a commit: one process for all of them."""
    asked = [path for path in paths if "\n" not in path]
    request = "".join(f"{commit}:{prefix}{path}\n" for path in asked).encode()
    answer = git(root, "cat-file", "--batch", given=request)
    position = 0
    for path in asked:
        end = answer.index(b"\n", position)
        header = answer[position:end].split()
        position = end + 1
        if header[-1] == b"missing":
            continue
        size = int(header[-1])
        raw = answer[position : position + size]
        position += size + 1
        if header[-2] == b"blob" and size <= LARGEST_FILE:
            yield path, read_source(path, raw)
