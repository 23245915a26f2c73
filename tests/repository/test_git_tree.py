"""The files of a commit without a checkout, from real repositories, bare ones too."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import pytest

from gzg.repository.git import GitError, GitProblem
from gzg.repository.git_tree import GitObjects, GitTree, changes_of, tree_of
from tests.repository.test_git import commit, run
from tests.repository.test_processes import needs_forks, printed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "programma"
    place.mkdir()
    run(place, "init", "--quiet", "--initial-branch=main")
    return place


@pytest.fixture
def objects(folder: Path) -> Iterator[GitObjects]:
    with GitObjects(folder) as opened:
        yield opened


def test_a_tree_has_the_files_of_its_commit_and_not_those_on_disk(
    folder: Path, objects: GitObjects
) -> None:
    first = commit(folder, {"content/a.yml": "id: a\n", "README.md": "x", "submissions/b/c.md": ""})
    commit(folder, {"content/a.yml": "id: later\n", "content/b.yml": "id: b\n"})
    tree = tree_of(objects, first)
    assert tree.paths() == ("content/a.yml", "submissions/b/c.md")
    assert [tree.size(path) for path in tree.paths()] == [6, 0]
    assert [tree.read(path) for path in tree.paths()] == [b"id: a\n", b""]


def test_a_bare_repository_is_read_alike(folder: Path, tmp_path: Path) -> None:
    first = commit(folder, {"content/a.yml": "id: a\n"})
    run(tmp_path, "clone", "--quiet", "--bare", str(folder), "bare.git")
    with GitObjects(tmp_path / "bare.git") as objects:
        assert tree_of(objects, first).read("content/a.yml") == b"id: a\n"


def test_a_link_and_another_repository_are_no_files(folder: Path, objects: GitObjects) -> None:
    other = commit(folder, {"content/a.yml": "id: a\n"})
    (folder / "content/link.yml").symlink_to("a.yml")
    run(folder, "update-index", "--add", "--cacheinfo", f"160000,{other},content/module")
    run(folder, "add", "content/link.yml")
    run(folder, "-c", "core.hooksPath=", "commit", "--quiet", "--message", "x")
    tree = tree_of(objects, "HEAD")
    assert tree.paths() == ("content/a.yml", "content/link.yml", "content/module")
    assert [tree.size(path) for path in tree.paths()] == [6, -1, -1]
    for path in ("content/link.yml", "content/module", "content/none.yml"):
        with pytest.raises(FileNotFoundError):
            tree.read(path)


def test_a_folder_that_is_a_link_is_one_path(folder: Path, objects: GitObjects) -> None:
    (folder / "content").symlink_to("/etc")
    first = commit(folder, {})
    assert tree_of(objects, first).paths() == ("content",)
    assert tree_of(objects, first).size("content") == -1


def test_odd_names_are_those_of_the_disk(folder: Path, objects: GitObjects) -> None:
    names = ["content/een\nregel.md", "content/\udcff.md", "content/é \"'.md", "content/tab\t.md"]
    first = commit(folder, dict.fromkeys(names, "x"))
    assert set(tree_of(objects, first).paths()) == set(names)


def test_what_a_hook_hands_down_does_not_name_the_repository(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = commit(folder, {"content/a.yml": "id: a\n"})
    monkeypatch.setenv("GIT_DIR", os.devnull)
    with GitObjects(folder) as objects:
        assert tree_of(objects, first).read("content/a.yml") == b"id: a\n"


@needs_forks
def test_processes_that_read_at_once_each_get_their_own_answers(folder: Path) -> None:
    files = {f"content/{number}.yml": f"id: {number}\n" * number for number in range(300)}
    first = commit(folder, files)
    script = f"""
from pathlib import Path
from gzg.repository.git_tree import GitObjects, tree_of
with GitObjects(Path({str(folder)!r})) as objects:
    tree = tree_of(objects, {first!r})
    tree.read('content/7.yml')
    parts = in_processes(lambda part: [tree.read(path) for path in part], tree.paths(), fewest=1)
    alone = [tree.read(path) for path in tree.paths()]
print(len(parts), sum(parts, []) == alone)
"""
    assert printed(script) == "3 True"


def test_changes_are_told_since_the_branch_began(folder: Path, objects: GitObjects) -> None:
    start = commit(folder, {f"content/{name}.yml": f"id: {name}\n" for name in "abc"})
    base = commit(folder, {"content/later.yml": "id: later\n", "content/c.yml": "id: cc\n"})
    run(folder, "checkout", "--quiet", "-b", "tak", start)
    (folder / "content/b.yml").unlink()
    head = commit(folder, {"content/a.yml": "id: aa\n", "content/new.yml": "", "Makefile": "x"})
    changes = changes_of(folder, base, head)
    assert sorted(changes) == ["Makefile", "content/a.yml", "content/b.yml", "content/new.yml"]
    assert changes["content/b.yml"].after is None
    assert changes["content/new.yml"].before is None
    tree = tree_of(objects, base).with_changes(changes)
    assert {path: tree.read(path) for path in tree.paths()} == {
        "content/a.yml": b"id: aa\n",
        "content/c.yml": b"id: cc\n",
        "content/later.yml": b"id: later\n",
        "content/new.yml": b"",
    }


def test_what_is_put_in_the_place_of_a_file_is_no_file(folder: Path, objects: GitObjects) -> None:
    base = commit(folder, {"content/a.yml": "id: a\n"})
    (folder / "content/a.yml").unlink()
    (folder / "content/a.yml").symlink_to("/etc/passwd")
    head = commit(folder, {})
    tree = tree_of(objects, base).with_changes(changes_of(folder, base, head))
    assert (tree.paths(), tree.size("content/a.yml")) == (("content/a.yml",), -1)


def test_branches_without_a_common_commit_cannot_be_compared(folder: Path) -> None:
    base = commit(folder, {"content/a.yml": "id: a\n"})
    run(folder, "checkout", "--quiet", "--orphan", "ander")
    head = commit(folder, {"content/a.yml": "id: a\n"}, day="2022-04-01")
    with pytest.raises(GitError) as raised:
        changes_of(folder, base, head)
    assert raised.value.problem is GitProblem.UNRELATED


def test_an_object_that_is_not_there_is_told(objects: GitObjects) -> None:
    with pytest.raises(GitError) as raised:
        objects.read("0" * 40)
    assert raised.value.problem is GitProblem.FAILED


def test_ten_thousand_files_are_listed_at_once(folder: Path, objects: GitObjects) -> None:
    made = b"".join(
        b"100644 blob %s\tcontent/projects/p%d/project.yml\0" % (blob, number)
        for blob in [run(folder, "hash-object", "-w", "--stdin").encode()]
        for number in range(10_000)
    )
    (folder / "index.txt").write_bytes(made)
    with (folder / "index.txt").open("rb") as listing:
        subprocess.run(
            ["git", "update-index", "-z", "--add", "--index-info"],
            cwd=folder, stdin=listing, check=True,
        )  # fmt: skip
    id = run(folder, "write-tree")
    first = run(folder, "commit-tree", id, "-m", "x")
    began = perf_counter()
    tree: GitTree = tree_of(objects, first)
    assert len(tree.paths()) == 10_000
    assert perf_counter() - began < 1


def test_many_files_are_read_together_up_to_a_number_of_bytes(
    folder: Path, objects: GitObjects
) -> None:
    first = commit(folder, {f"content/{name}.md": name * 10 for name in "abc"})
    tree = tree_of(objects, first)
    paths = ("content/c.md", "content/none.md", "content/a.md", "content/b.md")
    assert [path for path, _ in tree.read_together(paths, 30)] == [paths[0], paths[2], paths[3]]
    assert dict(tree.read_together(paths, 29)) == {paths[0]: b"c" * 10, paths[2]: b"a" * 10}


def test_a_file_that_the_clone_does_not_have_is_told_when_read_with_others(
    folder: Path, objects: GitObjects
) -> None:
    tree = GitTree(objects, {"content/a.md": f"100644 blob {'0' * 40}"})
    with pytest.raises(GitError) as error:
        list(tree.read_together(("content/a.md",), 100))
    assert error.value.problem is GitProblem.FAILED
