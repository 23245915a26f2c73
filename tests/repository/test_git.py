"""The past, read from real repositories made for each test."""

import os
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from gzg.repository import git
from gzg.repository.comparison import comparison, history_since
from gzg.repository.git import GitError, GitProblem
from gzg.repository.past import versions
from gzg.repository.tree import LARGEST_FILE, WorkingTree

IDENTITY = ("-c", "user.name=Test", "-c", "user.email=test@example.org")


def run(folder: Path, *arguments: str) -> str:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    command = ["git", *IDENTITY, *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    return done.stdout.decode().strip()


def commit(folder: Path, files: dict[str, str], day: str = "2022-03-21") -> str:
    """Write the files, commit all there is, and return the commit's id."""
    write(folder, files)
    run(folder, "add", "--all", "--force")
    moment = f"{day}T12:00:00Z"
    environment = {**os.environ, "GIT_COMMITTER_DATE": moment, "GIT_AUTHOR_DATE": moment}
    subprocess.run(
        ["git", *IDENTITY, "commit", "--quiet", "--allow-empty", "--message", "Wijziging"],
        cwd=folder, env=environment, check=True,
    )  # fmt: skip
    return run(folder, "rev-parse", "HEAD")


def write(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "programma"
    place.mkdir()
    run(place, "init", "--quiet", "--initial-branch=main")
    return place


def texts(folder: Path, reference: str) -> dict[str, str]:
    return {path: file.text for path, file in history_since(folder, reference).before.items()}


def test_a_file_counts_as_touched_before_it_is_committed(folder: Path) -> None:
    first = commit(folder, {"content/a.yml": "id: a\n", "content/b.yml": "id: b\n"})
    write(folder, {"content/a.yml": "id: aa\n"})
    history = history_since(folder, first)
    assert history.touched == {"content/a.yml"}
    assert history.before["content/a.yml"].text == "id: a\n"


def test_staged_committed_deleted_and_untracked_files_are_touched(folder: Path) -> None:
    first = commit(folder, {f"content/{name}.yml": f"id: {name}\n" for name in "abcd"})
    commit(folder, {"content/a.yml": "id: later\n"})
    write(folder, {"content/b.yml": "id: staged\n", "content/new.yml": "id: new\n"})
    run(folder, "add", "content/b.yml")
    (folder / "content/c.yml").unlink()
    history = history_since(folder, first)
    assert history.touched == {
        "content/a.yml",
        "content/b.yml",
        "content/c.yml",
        "content/new.yml",
    }
    assert texts(folder, first) == {f"content/{name}.yml": f"id: {name}\n" for name in "abc"}


def test_a_renamed_file_is_one_gone_and_one_new(folder: Path) -> None:
    first = commit(folder, {"content/calls/oud/call.yml": "id: oud\ntitle: Een lange titel\n"})
    run(folder, "mv", "content/calls/oud", "content/calls/nieuw")
    history = history_since(folder, first)
    assert history.touched == {"content/calls/oud/call.yml", "content/calls/nieuw/call.yml"}
    assert list(history.before) == ["content/calls/oud/call.yml"]


def test_a_file_taken_out_of_git_but_still_there_keeps_its_past(folder: Path) -> None:
    first = commit(folder, {"content/a.yml": "id: a\n"})
    run(folder, "rm", "--quiet", "--cached", "content/a.yml")
    assert texts(folder, first) == {"content/a.yml": "id: a\n"}


def test_an_ignored_file_is_not_touched(folder: Path) -> None:
    first = commit(folder, {".gitignore": "*.tmp.yml\n"})
    write(folder, {"content/a.tmp.yml": ""})
    assert history_since(folder, first).touched == set()


def test_files_outside_the_content_do_not_count(folder: Path) -> None:
    first = commit(folder, {"README.md": "# Een\n", "contents/a.yml": ""})
    write(folder, {"README.md": "# Twee\n", "contents/a.yml": "id: a\n"})
    assert history_since(folder, first).touched == set()


def test_what_was_no_plain_text_file_has_no_past(folder: Path) -> None:
    write(folder, {"content/groot.md": "x" * (LARGEST_FILE + 1), "content/plan.pdf": "%PDF"})
    (folder / "content/link.yml").symlink_to("plan.pdf")
    first = commit(folder, {"content/a.yml": "id: a\n"})
    for path in (folder / "content").iterdir():
        path.unlink()
    assert texts(folder, first) == {"content/a.yml": "id: a\n"}
    assert len(history_since(folder, first).touched) == 4


def test_a_file_that_became_a_link_was_a_text(folder: Path) -> None:
    first = commit(folder, {"content/a.yml": "id: a\n"})
    (folder / "content/a.yml").unlink()
    (folder / "content/a.yml").symlink_to("elsewhere")
    assert texts(folder, first) == {"content/a.yml": "id: a\n"}


def test_a_programme_may_lie_in_a_folder_of_a_larger_repository(folder: Path) -> None:
    programme = folder / " programma's "
    files = {" programma's /content/a.yml": "id: a\n", "content/elders.yml": "id: elders\n"}
    first = commit(folder, files, "2022-03-21")
    commit(folder, {" programma's /content/a.yml": "id: aa\n"}, "2022-03-22")
    write(folder, {"content/elders.yml": "id: x\n", " programma's /content/b.yml": "id: b\n"})
    assert history_since(programme, first).touched == {"content/a.yml", "content/b.yml"}
    assert texts(programme, first) == {"content/a.yml": "id: a\n"}
    assert {path: len(each) for path, each in versions(programme).items()} == {"content/a.yml": 2}


ODD_NAMES = (
    "content/met spatie.yml",
    "content/\nregel.yml",
    "content/regel\n.yml",
    "content/\x011.yml",
    "content/tab\t.yml",
    'content/"aanhaling".yml',
    "content/é.yml",
    "content/-n.yml",
    "content/:0.yml",
    "content/\udce9.yml",
)


def test_every_file_name_that_the_disk_allows_is_read(folder: Path) -> None:
    first = commit(folder, dict.fromkeys(ODD_NAMES, "id: a\n"))
    write(folder, dict.fromkeys(ODD_NAMES, "id: b\n"))
    history = history_since(folder, first)
    assert set(history.before) == history.touched == set(WorkingTree(folder).paths())
    assert {file.text for file in history.before.values()} == {"id: a\n"}
    assert set(versions(folder)) == set(ODD_NAMES)


def test_the_last_change_of_a_file_is_that_of_the_newest_commit_with_it(folder: Path) -> None:
    commit(folder, {"content/a.yml": "1", "content/b.yml": "1"}, "2022-03-21")
    commit(folder, {"content/b.yml": "2"}, "2022-04-01")
    commit(folder, {}, "2022-05-01")
    assert {path: each[0].when for path, each in versions(folder).items()} == {
        "content/a.yml": datetime(2022, 3, 21, 12, tzinfo=UTC),
        "content/b.yml": datetime(2022, 4, 1, 12, tzinfo=UTC),
    }
    assert git.head_time(folder) == datetime(2022, 5, 1, 12, tzinfo=UTC)


def test_a_shallow_clone_says_so(folder: Path, tmp_path: Path) -> None:
    first = commit(folder, {"content/a.yml": "id: a\n"})
    commit(folder, {"content/a.yml": "id: b\n"})
    run(tmp_path, "clone", "--quiet", "--depth=1", f"file://{folder}", "ondiep")
    shallow = tmp_path / "ondiep"
    assert git.is_shallow(shallow)
    assert not git.is_shallow(folder)
    assert not history_since(shallow, "HEAD").is_complete
    assert history_since(folder, "HEAD").is_complete
    with pytest.raises(GitError) as raised:
        history_since(shallow, first)
    assert raised.value.problem is GitProblem.NO_COMMIT


def test_the_variables_of_a_hook_do_not_lead_elsewhere(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    run(elsewhere, "init", "--quiet")
    first = commit(folder, {"content/a.yml": "id: a\n"})
    monkeypatch.setenv("GIT_DIR", str(elsewhere / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(elsewhere))
    monkeypatch.setenv("GIT_INDEX_FILE", str(elsewhere / "index"))
    monkeypatch.setenv("GIT_PREFIX", "content/")
    assert git.commit_of(folder, "main") == first
    assert history_since(folder, "main").touched == set()


def test_settings_of_a_user_do_not_change_what_is_read(folder: Path) -> None:
    first = commit(folder, {"content/é.yml": "id: a\n"})
    settings = {
        "color.ui": "always", "core.quotePath": "true", "log.showSignature": "true",
        "diff.noprefix": "true", "diff.renames": "copies", "core.abbrev": "5",
    }  # fmt: skip
    for name, value in settings.items():
        run(folder, "config", name, value)
    write(folder, {"content/é.yml": "id: b\n"})
    assert texts(folder, first) == {"content/é.yml": "id: a\n"}
    assert list(versions(folder)) == ["content/é.yml"]


@pytest.mark.parametrize(
    "reference",
    [
        "--help", "-n1", "--output=x", "bestaat-niet", "", "main; touch x", "$(touch x)",
        "main\n--all", "main\0", "main:content", "0" * 40, "..", "@{", "x" * 5000,
    ],
)  # fmt: skip
def test_what_names_no_commit_is_refused(folder: Path, reference: str) -> None:
    commit(folder, {"content/a.yml": "id: a\n"})
    with pytest.raises(GitError) as raised:
        git.commit_of(folder, reference)
    assert raised.value.problem is GitProblem.NO_COMMIT
    assert raised.value.values == {"reference": reference}
    assert sorted(path.name for path in folder.iterdir()) == [".git", "content"]


@pytest.mark.parametrize("reference", ["main", "HEAD", "v1", "refs/heads/main", "HEAD~0"])
def test_branches_tags_and_ids_name_a_commit(folder: Path, reference: str) -> None:
    first = commit(folder, {"content/a.yml": "id: a\n"})
    run(folder, "tag", "--annotate", "--message", "Versie", "v1")
    assert git.commit_of(folder, reference) == git.commit_of(folder, first[:10]) == first


def test_a_folder_outside_git_is_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(GitError) as raised:
        history_since(tmp_path, "main")
    assert raised.value.problem is GitProblem.NO_REPOSITORY
    assert raised.value.values == {"folder": tmp_path}


def test_a_repository_without_commits_is_told_in_gits_own_words(folder: Path) -> None:
    with pytest.raises(GitError) as raised:
        git.head_time(folder)
    assert raised.value.problem is GitProblem.FAILED
    assert "does not have any commits yet" in str(raised.value.values["reason"])


def test_a_machine_without_git_is_told_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(folder))
    with pytest.raises(GitError) as raised:
        git.is_shallow(folder)
    assert raised.value.problem is GitProblem.ABSENT


def _as_it_was(folder: Path) -> None:
    """Nothing but what is in Git."""


def _changed(folder: Path) -> None:
    write(folder, {"content/a.yml": "id: aa\n"})


def _new(folder: Path) -> None:
    write(folder, {"content/nieuw/c.yml": "id: c\n"})


def _ignored(folder: Path) -> None:
    write(folder, {"content/c.tmp": ""})


def _gone(folder: Path) -> None:
    (folder / "content/a.yml").unlink()


def _added_and_gone(folder: Path) -> None:
    commit(folder, {"content/later.yml": "id: later\n"})
    (folder / "content/later.yml").unlink()


def _empty_folder_for_an_added_file(folder: Path) -> None:
    _added_and_gone(folder)
    (folder / "content/later.yml").mkdir()


def _empty_folder_for_a_file(folder: Path) -> None:
    (folder / "content/a.yml").unlink()
    (folder / "content/a.yml").mkdir()


def _link_for_a_folder(folder: Path) -> None:
    (folder / "content/map").rename(folder / "elders")
    (folder / "content/map").symlink_to(folder / "elders")


def _link_for_all(folder: Path) -> None:
    (folder / "content").rename(folder / "elders")
    (folder / "content").symlink_to("elders")


def _another_repository(folder: Path) -> None:
    inner = folder / "content/ander"
    inner.mkdir()
    run(inner, "init", "--quiet")
    commit(inner, {"b.yml": "id: b\n"})
    run(folder, "add", "--all")


def _conflict(folder: Path) -> None:
    run(folder, "checkout", "--quiet", "-b", "tak")
    commit(folder, {"content/a.yml": "id: tak\n"})
    run(folder, "checkout", "--quiet", "main")
    commit(folder, {"content/a.yml": "id: main\n"})
    subprocess.run(["git", *IDENTITY, "merge", "--quiet", "tak"], cwd=folder, capture_output=True)


def _not_checked_out(folder: Path) -> None:
    run(folder, "update-index", "--skip-worktree", "content/a.yml")
    (folder / "content/a.yml").unlink()


@pytest.mark.parametrize(
    "happens",
    [
        _as_it_was, _changed, _new, _ignored, _gone, _empty_folder_for_a_file, _link_for_a_folder,
        _added_and_gone, _empty_folder_for_an_added_file,
        _link_for_all, _another_repository, _conflict, _not_checked_out,
    ],
)  # fmt: skip
def test_a_comparison_knows_the_files_that_are_on_disk(
    folder: Path, happens: Callable[[Path], None]
) -> None:
    files = {"content/a.yml": "id: a\n", "content/map/é.md": "x\n", "submissions/b/c.yml": ""}
    first = commit(folder, {".gitignore": "*.tmp\n", **files})
    happens(folder)
    with comparison(folder, first) as compared:
        assert compared().tree.paths() == WorkingTree(folder).paths()


def test_only_git_lists_where_it_keeps_every_file(folder: Path) -> None:
    first = commit(folder, {"content/a.yml": "id: a\n"})
    with comparison(folder, first) as compared:
        assert not isinstance(compared().tree, WorkingTree)
