"""The branch of an issue, made of Git's objects only, with the standard library alone.

A version of the dossier is one commit after the one before. It bears the time that counts, and
nothing else of the moment at which it was made, so the same text gives the same commit.
"""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

PREFIX = "dossier/"


class BranchError(Exception):
    """Git refused: what was asked, and what it said."""


@dataclass(frozen=True)
class Identity:
    """In whose name a commit is made."""

    name: str
    email: str


WORKFLOW = Identity("github-actions[bot]", "41898282+github-actions[bot]@users.noreply.github.com")


@dataclass(frozen=True)
class Version:
    """The files of a dossier by their path in the repository, and since when they are there."""

    submission: str
    issue: int
    files: Mapping[str, bytes]
    time: datetime

    @property
    def message(self) -> str:
        """What the commit says; nothing of it is the applicant's own words."""
        return f"Dossier {self.submission}, from issue {self.issue}\n"


def branch_of(issue: int) -> str:
    """The name of the branch that an issue has for itself."""
    return f"{PREFIX}{issue}"


def tip_of(root: Path, reference: str) -> str | None:
    """The commit that a reference names; None where there is none."""
    found = _git(root, "for-each-ref", "--format=%(objectname)", reference).split()
    return found[0].decode() if found else None


def time_of(root: Path, commit: str) -> datetime:
    """The time that a version bears."""
    written = _git(root, "show", "--no-patch", "--format=%aI", commit).decode().strip()
    return datetime.fromisoformat(written)


@dataclass(frozen=True)
class Ends:
    """The last commit of the main branch, and that of the issue's branch where it is there."""

    main: str
    tip: str | None


def committed(root: Path, ends: Ends, version: Version, identity: Identity = WORKFLOW) -> str:
    """The commit of a version; the branch's last one where that has the same files.

    A version is what the issue says and nothing more: it is laid over the main branch from where
    the issue's branch began, so what anybody else put on that is not in it.
    """
    begin, parent = ends.main, ends.tip or ends.main
    if ends.tip:
        begin = _git(root, "merge-base", ends.main, ends.tip).decode().strip()
    tree = _tree(root, begin, version.files)
    if tree == _git(root, "rev-parse", f"{parent}^{{tree}}").decode().strip():
        return parent
    arguments = ("commit-tree", tree, "-p", parent)
    given = version.message.encode()
    return _git(root, *arguments, given=given, more=_signed(version, identity)).decode().strip()


def _tree(root: Path, begin: str, files: Mapping[str, bytes]) -> str:
    """The tree of a commit with these files in it."""
    lines = []
    for path, content in sorted(files.items()):
        id = _git(root, "hash-object", "-w", "--stdin", given=content).decode().strip()
        lines.append(f"100644 {id}\t{path}\0")
    with TemporaryDirectory() as temporary:
        index = {"GIT_INDEX_FILE": str(Path(temporary) / "index")}
        _git(root, "read-tree", begin, more=index)
        listing = "".join(lines).encode()
        _git(root, "update-index", "-z", "--index-info", given=listing, more=index)
        return _git(root, "write-tree", more=index).decode().strip()


def moved(root: Path, reference: str, commit: str, before: str | None) -> None:
    """Let a reference name a commit; raises BranchError where somebody moved it meanwhile."""
    _git(root, "update-ref", reference, commit, before or "0" * len(commit))


def fetched(root: Path, branch: str) -> str | None:
    """The last commit of a branch at the remote, after getting it; None where it is not there."""
    listed = _git(root, "ls-remote", "--heads", "origin", f"refs/heads/{branch}")
    if not listed.strip():
        return None
    own = f"refs/gzg/{branch}"
    _git(root, "fetch", "--quiet", "--no-tags", "origin", f"+refs/heads/{branch}:{own}")
    return tip_of(root, own)


def pushed(root: Path, branch: str, commit: str) -> None:
    """Bring a commit to a branch at the remote; raises BranchError where that has moved on."""
    _git(root, "push", "--quiet", "origin", f"{commit}:refs/heads/{branch}")


def _signed(version: Version, identity: Identity) -> dict[str, str]:
    moment = version.time.isoformat(timespec="seconds")
    return {
        f"GIT_{who}_{what}": value
        for who in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", identity.name), ("EMAIL", identity.email), ("DATE", moment))
    }


def _git(
    root: Path, *arguments: str, given: bytes | None = None, more: Mapping[str, str] | None = None
) -> bytes:
    """What Git prints, without the `GIT_*` variables that somebody may have left behind."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    environment = {**kept, "LC_ALL": "C.UTF-8", "GIT_TERMINAL_PROMPT": "0", **(more or {})}
    command = ["git", *arguments]
    done = subprocess.run(
        command, cwd=root, env=environment, input=given, capture_output=True, check=False
    )
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip()
        raise BranchError(f"git {arguments[0]}: {said}")
    return done.stdout
