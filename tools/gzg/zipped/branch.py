"""A branch with a dossier on it, made of Git's objects only.

The working tree, the index and the branch that is checked out stay as they are, so nothing that
somebody is working on can come along. The branch is made at the very end: an interrupted run
leaves objects that nothing names, which Git clears away by itself.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from gzg.repository.git import GitError, GitProblem, commit_of, git
from gzg.repository.git_tree import git_or_nothing
from gzg.zipped.refusal import Problem, RefusalError

_OWN_NAME_ONLY = ("-c", "user.useConfigOnly=true")
"""Git else makes up a name from that of the computer."""


@dataclass(frozen=True)
class Start:
    """Where a branch begins: `tip` is its last commit where it is there already."""

    root: Path
    name: str
    commit: str
    tip: str | None


def start(root: Path, name: str, base: str | None, *, may_exist: bool) -> Start:
    """The branch as it is now, or the commit that a new one begins from.

    Raises RefusalError where the branch cannot be written, GitError where Git cannot answer.
    """
    _refuse_without_git(root)
    reference = f"refs/heads/{name}"
    if name.startswith("-"):
        raise RefusalError(Problem.BRANCH_NAME, branch=name)
    try:
        git(root, "check-ref-format", reference)
    except GitError as error:
        if error.problem is not GitProblem.FAILED:
            raise
        raise RefusalError(Problem.BRANCH_NAME, branch=name) from None
    tip = git_or_nothing(root, "rev-parse", "--verify", "--quiet", f"{reference}^{{commit}}")
    if not tip:
        return Start(root, name, commit_of(root, base or "HEAD"), None)
    if not may_exist:
        raise RefusalError(Problem.BRANCH_EXISTS, branch=name)
    place = git(root, "for-each-ref", "--format=%(worktreepath)", reference).strip()
    if place:
        raise RefusalError(Problem.BRANCH_IN_USE, branch=name)
    return Start(root, name, tip, tip)


def _refuse_without_git(root: Path) -> None:
    """Raise RefusalError where there is no repository, or nobody in whose name to commit."""
    try:
        git(root, "rev-parse", "--git-dir")
    except GitError as error:
        if error.problem is not GitProblem.NO_REPOSITORY:
            raise
        raise RefusalError(Problem.NO_REPOSITORY, folder=root) from None
    for variable in ("GIT_AUTHOR_IDENT", "GIT_COMMITTER_IDENT"):
        try:
            git(root, *_OWN_NAME_ONLY, "var", variable)
        except GitError as error:
            if error.problem is not GitProblem.FAILED:
                raise
            raise RefusalError(Problem.NO_IDENTITY) from None


def refuse_unsaved(root: Path, folder: str) -> None:
    """Raise RefusalError where a folder holds what no commit has: it could get lost, or mixed."""
    try:
        found = git(root, "status", "--porcelain", "-z", "--untracked-files=all", "--", folder)
    except GitError as error:
        if error.problem in (GitProblem.NO_REPOSITORY, GitProblem.ABSENT):
            return
        raise
    if found:
        raise RefusalError(Problem.UNSAVED, folder=folder)


def committed(root: Path, parent: str, changes: Mapping[str, bytes | None], message: str) -> str:
    """A commit after `parent` with these files, by path; None takes one away.

    Gives `parent` itself where nothing changes.
    """
    inside = git(root, "rev-parse", "--show-prefix").decode().strip("\n")
    lines = []
    # What goes away first: a file may come where a folder was.
    for path, content in sorted(changes.items(), key=lambda each: (each[1] is not None, each[0])):
        if content is None:
            lines.append(f"0 {_nothing(parent)}\t{inside}{path}\0")
        else:
            id = git(root, "hash-object", "-w", "--stdin", given=content).decode().strip()
            lines.append(f"100644 {id}\t{inside}{path}\0")
    with TemporaryDirectory() as temporary:
        index = Path(temporary) / "index"
        git(root, "read-tree", parent, index=index)
        listing = os.fsencode("".join(lines))
        git(root, "update-index", "-z", "--index-info", given=listing, index=index)
        tree = git(root, "write-tree", index=index).decode().strip()
    if tree == git(root, "rev-parse", f"{parent}^{{tree}}").decode().strip():
        return parent
    arguments = ("commit-tree", tree, "-p", parent)
    return git(root, *_OWN_NAME_ONLY, *arguments, given=message.encode()).decode().strip()


def finish(begun: Start, commit: str) -> None:
    """Let the branch end with a commit; raises GitError where somebody moved it meanwhile."""
    reference = f"refs/heads/{begun.name}"
    git(begun.root, "update-ref", reference, commit, begun.tip or _nothing(commit))


def _nothing(commit: str) -> str:
    """What Git writes for no object: as many zeros as an id has digits."""
    return "0" * len(commit)
