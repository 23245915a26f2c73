"""What only Git's own objects can hold: entries that no folder on disk could have, or would keep.

They are written as they are, without Git's own checks, as a hostile client can send them.
"""

import os
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from gzg.engine.judge import judge
from gzg.repository.catalogue import Catalogue
from gzg.repository.git_tree import GitObjects, tree_of
from gzg.repository.repository import Repository
from gzg.rules.registry import rules
from gzg.rules.rule import Context
from tests.hostile.case import FOLDERS, Home, base
from tests.repository.test_git import run

NOW = datetime(2026, 1, 1, tzinfo=UTC)
FILE, LINK, MODULE, FOLDER = "100644", "120000", "160000", "40000"
COMMIT = "0123456789" * 4


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    run(tmp_path, "init", "--quiet", "--initial-branch=main")
    return tmp_path


@pytest.fixture
def objects(folder: Path) -> Iterator[GitObjects]:
    with GitObjects(folder) as opened:
        yield opened


def written(folder: Path, kind: str, raw: bytes) -> str:
    """The id of an object that Git stores without looking into it."""
    done = subprocess.run(
        ["git", "hash-object", "-t", kind, "--literally", "-w", "--stdin"],
        cwd=folder,
        env={key: value for key, value in os.environ.items() if not key.startswith("GIT_")},
        input=raw,
        capture_output=True,
        check=True,
    )
    return done.stdout.decode().strip()


def tree(folder: Path, entries: list[tuple[str, bytes, str]]) -> str:
    ordered = sorted(entries, key=lambda each: each[1] + (b"/" if each[0] == FOLDER else b""))
    raw = b"".join(
        mode.encode() + b" " + name + b"\0" + bytes.fromhex(id) for mode, name, id in ordered
    )
    return written(folder, "tree", raw)


def commit_with(folder: Path, extra: tuple[str, bytes, str]) -> str:
    """A commit of a programme in order, and one more entry in a dossier's folder."""
    files = base(Home.SUBMISSION)
    return commit_of(folder, nested(folder, files, extra))


def nested(folder: Path, files: dict[str, bytes], extra: tuple[str, bytes, str]) -> str:
    def made(prefix: str) -> str:
        entries, folders = [], set()
        for path, raw in files.items():
            if path.startswith(prefix):
                name, is_folder, _ = path.removeprefix(prefix).partition("/")
                if is_folder:
                    folders.add(name)
                else:
                    entries.append((FILE, name.encode(), written(folder, "blob", raw)))
        entries += [(FOLDER, name.encode(), made(f"{prefix}{name}/")) for name in folders]
        if prefix == f"{FOLDERS[Home.SUBMISSION]}/":
            entries.append(extra)
        return tree(folder, entries)

    return made("")


def commit_of(folder: Path, id: str) -> str:
    who = "Test <test@example.org> 0 +0000"
    text = f"tree {id}\nauthor {who}\ncommitter {who}\n\nx\n"
    return written(folder, "commit", text.encode())


def codes(objects: GitObjects, commit: str) -> set[str]:
    repository = Repository(tree_of(objects, commit))
    return {each.code for each in judge(Context(Catalogue(repository), NOW), rules())}


@pytest.mark.parametrize(
    ("mode", "name", "content", "code"),
    [
        (MODULE, b"module", COMMIT, "GZG010"),
        (MODULE, b"annexes", COMMIT, "GZG010"),
        (LINK, b"annexes", b"/etc", "GZG010"),
        (LINK, b"README.en.md", b"/etc/passwd", "GZG010"),
        (FILE, b"..", b"x\n", "GZG015"),
        (FILE, b".", b"x\n", "GZG015"),
        (FILE, b"a\\..\\b.txt", b"x\n", "GZG015"),
        (FILE, b"a\nb.txt", b"x\n", "GZG015"),
        (FILE, b"\xff.txt", b"x\n", "GZG015"),
        (FILE, b".git", b"gitdir: /x\n", "GZG017"),
        (FILE, b".gitattributes", b"* -diff\n", "GZG017"),
        (FILE, b".gitmodules", b"[submodule]\n", "GZG017"),
        (FILE, b"readme.md", b"# Vreemd\n", "GZG016"),
    ],
)
def test_an_entry_of_a_hostile_tree_is_told(
    folder: Path, objects: GitObjects, mode: str, name: bytes, content: str | bytes, code: str
) -> None:
    id = content if isinstance(content, str) else written(folder, "blob", content)
    assert codes(objects, commit_with(folder, (mode, name, id))) == {code}


@pytest.mark.parametrize("name", [b"..", b".git", b"."])
def test_a_folder_of_a_hostile_tree_is_told(folder: Path, objects: GitObjects, name: bytes) -> None:
    inner = tree(folder, [(FILE, b"config", written(folder, "blob", b"[core]\n"))])
    found = codes(objects, commit_with(folder, (FOLDER, name, inner)))
    assert found == {"GZG017" if name == b".git" else "GZG015"}
