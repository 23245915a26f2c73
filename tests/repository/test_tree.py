"""Where files come from: sorted, never through a link, whatever their names."""

import os
from pathlib import Path

import pytest

from gzg.model.kinds import Kind
from gzg.repository.faults import FaultName
from gzg.repository.repository import Repository
from gzg.repository.tree import MemoryTree, WorkingTree


def write(root: Path, path: str, text: str = "x") -> Path:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def test_paths_are_sorted_and_only_those_of_the_content_folders(tmp_path: Path) -> None:
    for path in ("content/b.yml", "content/a/z.yml", "content/a.yml", "README.md", "tools/x.yml"):
        write(tmp_path, path)
    write(tmp_path, "submissions/x/y.yml")

    assert WorkingTree(tmp_path).paths() == (
        "content/a.yml",
        "content/a/z.yml",
        "content/b.yml",
        "submissions/x/y.yml",
    )


def test_a_folder_without_content_has_no_paths(tmp_path: Path) -> None:
    assert WorkingTree(tmp_path).paths() == ()


@pytest.mark.parametrize("place", ["content/link.yml", "content/link", "content"])
def test_a_link_is_listed_and_never_followed(tmp_path: Path, place: str) -> None:
    outside = write(tmp_path, "outside/secret.yml", "secret: 1")
    target = outside if place.endswith(".yml") else outside.parent
    (tmp_path / place).parent.mkdir(exist_ok=True)
    (tmp_path / place).symlink_to(target)
    tree = WorkingTree(tmp_path)

    assert tree.paths() == (place,)
    assert tree.size(place) == -1
    with pytest.raises(FileNotFoundError):
        tree.read(place)


def test_a_link_is_a_fault_of_its_file(tmp_path: Path) -> None:
    write(tmp_path, "secret.yml", "id: x")
    (tmp_path / "content/projects/x").mkdir(parents=True)
    (tmp_path / "content/projects/x/project.yml").symlink_to(tmp_path / "secret.yml")

    record = Repository(WorkingTree(tmp_path)).record(Kind.PROJECT, "x")

    assert record
    assert ([fault.name for fault in record.faults], record.source.text) == ([FaultName.LINK], "")


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "content/a").mkdir(parents=True)
    (tmp_path / "content/a/up").symlink_to(tmp_path / "content")

    assert WorkingTree(tmp_path).paths() == ("content/a/up",)


def test_a_pipe_is_listed_and_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    os.mkfifo(tmp_path / "content/pipe.yml")
    tree = WorkingTree(tmp_path)

    assert (tree.paths(), tree.size("content/pipe.yml")) == (("content/pipe.yml",), -1)


@pytest.mark.parametrize(
    "name",
    [
        *(b"a\nb.yml", b"\xff\xfe.yml", b"\x1b[31m.md", b"-rf.yml", b"a b.yml", b"'\".yml"),
        *(b"\xe2\x80\xae.md", b"a\\b.yml", b"*.yml", b"~.yml", b"x" * 200 + b".yml"),
    ],
)
def test_an_odd_name_is_a_name(tmp_path: Path, name: bytes) -> None:
    folder = tmp_path / "content/organisations"
    folder.mkdir(parents=True)
    (folder / os.fsdecode(name)).write_bytes(b"id: x\n")
    repository = Repository(WorkingTree(tmp_path))
    (path,) = repository.paths

    assert os.fsencode(path) == b"content/organisations/" + name
    assert (repository.tree.size(path), repository.tree.read(path)) == (6, b"id: x\n")
    assert repository.source(path).text == "id: x\n"


def make_folders(root: Path, names: list[str]) -> None:
    """Folders inside each other, also where their path is longer than the system takes."""
    here = os.open(root, os.O_RDONLY)
    for name in names:
        os.mkdir(name, dir_fd=here)
        inner = os.open(name, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    os.close(here)


def remove_folders(folder: Path) -> None:
    """Without a call inside a call for each of them: what pytest removes folders with has that."""
    above = folder.with_name("above")
    while folder.exists():
        folder.rename(above)
        for inner in above.iterdir():
            inner.rename(folder)
        above.rmdir()


def test_a_thousand_folders_inside_each_other_are_walked(tmp_path: Path) -> None:
    make_folders(tmp_path, ["content", *["a"] * 1100])
    path = "content/" + "a/" * 1100 + "x.yml"
    (tmp_path / path).write_text("x", "utf-8")

    found = WorkingTree(tmp_path).paths()

    (tmp_path / path).unlink()
    remove_folders(tmp_path / "content")
    assert found == (path,)


def test_a_folder_beyond_the_longest_path_is_named_and_not_entered(tmp_path: Path) -> None:
    make_folders(tmp_path, ["content", *["a" * 250] * 20])
    tree = WorkingTree(tmp_path)
    (path,) = tree.paths()

    assert tree.size(path) == -1


def test_what_is_not_there_has_no_bytes(tmp_path: Path) -> None:
    for tree in (WorkingTree(tmp_path), MemoryTree({})):
        assert tree.size("content/x.yml") == -1
        with pytest.raises(FileNotFoundError):
            tree.read("content/x.yml")


def test_files_in_memory_are_listed_as_those_on_disk() -> None:
    tree = MemoryTree({"content/b.yml": b"1", "README.md": b"2"}, frozenset({"content/a.yml"}))

    assert tree.paths() == ("content/a.yml", "content/b.yml")
    assert [tree.size(path) for path in tree.paths()] == [-1, 1]
    with pytest.raises(FileNotFoundError):
        tree.read("content/a.yml")
