"""The repository's past, read from Git with few calls, as plain values.

Git is started with an argument list, never a shell, and without the `GIT_*` variables that a
hook hands down: those name the repository of the hook, not this one. File names are decoded as
Python decodes those of the disk, so that both name a file alike whatever bytes are in its name.
"""

import os
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import IO

IS_SHALLOW = ("rev-parse", "--is-shallow-repository")
_SETTINGS = ("core.quotePath=false", "color.ui=false", "log.showSignature=false")


class GitProblem(StrEnum):
    """Why Git could not answer; each has its sentence among the texts of errors."""

    ABSENT = "git-absent"
    NO_REPOSITORY = "git-no-repository"
    NO_COMMIT = "git-no-commit"
    UNRELATED = "git-unrelated"
    FAILED = "git-failed"


class GitError(Exception):
    """Git could not answer: `values` fill the problem's sentence, which the edge writes."""

    def __init__(self, problem: GitProblem, **values: object) -> None:
        super().__init__(problem, values)
        self.problem = problem
        self.values = values

    def __reduce__(self) -> tuple[object, ...]:
        """So that it can come from another process."""
        return GitError.__new__, (GitError, *self.args), self.__dict__


def command_of(*arguments: str) -> list[str]:
    """The command line of Git for these arguments, with the settings that its answers rest on."""
    return ["git", *(part for setting in _SETTINGS for part in ("-c", setting)), *arguments]


def surroundings() -> dict[str, str]:
    """The environment that Git is started with."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    return environment | {
        "LC_ALL": "C.UTF-8",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_OPTIONAL_LOCKS": "0",
    }


def git(
    root: Path, *arguments: str, given: bytes | None = None, index: Path | None = None
) -> bytes:
    """What `git` prints for these arguments; raises GitError where it fails.

    With `index` Git uses that file, and leaves the repository's own index as it is.
    """
    with started(root, *arguments, index=index) as process:
        return answer_of(root, process, given)


def started(
    root: Path, *arguments: str, index: Path | None = None, answer: IO[bytes] | None = None
) -> subprocess.Popen[bytes]:
    """Git at work on these arguments: `answer_of` waits for it, unless it writes to `answer`."""
    own_index = {"GIT_INDEX_FILE": str(index)} if index else {}
    try:
        return subprocess.Popen(
            command_of(*arguments),
            cwd=root,
            env=surroundings() | own_index,
            stdin=subprocess.PIPE,
            stdout=answer or subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
    except FileNotFoundError:
        raise GitError(GitProblem.ABSENT) from None


def answer_of(root: Path, process: subprocess.Popen[bytes], given: bytes | None = None) -> bytes:
    """What a Git that was started prints, once it is done; raises GitError where it fails."""
    answer, complaint = process.communicate(given)
    if process.returncode != 0:
        raise _failure(root, complaint.decode("utf-8", "replace"))
    return answer or b""


def _failure(root: Path, said: str) -> GitError:
    if "not a git repository" in said:
        return GitError(GitProblem.NO_REPOSITORY, folder=root)
    lines = said.strip().splitlines() or [""]
    reason = next((line for line in lines if line.startswith("fatal: ")), lines[-1])
    return GitError(GitProblem.FAILED, folder=root, reason=reason.removeprefix("fatal: "))


def commit_of(root: Path, reference: str) -> str:
    """The full id of the commit that a branch, tag or id names."""
    unknown = GitError(GitProblem.NO_COMMIT, reference=reference)
    if reference.startswith("-") or not reference.isprintable():
        raise unknown
    try:
        found = git(root, "rev-parse", "--verify", "--end-of-options", f"{reference}^{{commit}}")
    except GitError as error:
        is_unknown = "single revision" in str(error.values.get("reason"))
        raise (unknown if is_unknown else error) from None
    return found.decode().split()[-1]


def is_shallow(root: Path) -> bool:
    """Whether the clone lacks part of its history."""
    return git(root, *IS_SHALLOW).strip() == b"true"


def head_time(root: Path) -> datetime:
    """When the commit that is checked out was made, in UTC."""
    return datetime.fromtimestamp(int(git(root, "log", "-1", "--format=%ct")), UTC)


def blobs(root: Path, ids: Sequence[str], largest: int) -> Mapping[str, bytes]:
    """The contents with these ids, without those of more bytes than `largest`: two calls for all.

    What is no content, or is not there, is left out.
    """
    lines = [line.split() for line in _answers(root, "--batch-check", _request(ids))]
    small = {
        id: int(line[2])
        for id, line in zip(ids, lines, strict=True)
        if line[1] == b"blob" and int(line[2]) <= largest
    }
    answer = git(root, "cat-file", "--batch", given=_request(small)) if small else b""
    found: dict[str, bytes] = {}
    position = 0
    for id, size in small.items():
        position = answer.index(b"\n", position) + 1
        found[id] = answer[position : position + size]
        position += size + 1
    return found


def _request(ids: Iterable[str]) -> bytes:
    return "".join(f"{id}\n" for id in ids).encode()


def _answers(root: Path, mode: str, request: bytes) -> list[bytes]:
    return git(root, "cat-file", mode, given=request).splitlines() if request else []
