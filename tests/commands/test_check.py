"""`gzg check` as it is typed: exit codes, options, paths, and where its output goes."""

import json
import os
import pty
import subprocess
from pathlib import Path

import pytest

from tests.commands.processes import GZG, environment, gzg
from tests.rules.examples import smallest_files

PROJECT = "content/projects/voorbeeld/project.yml"
README = "content/projects/voorbeeld/README.md"
NEWS = "content/news/voorbeeld.md"
AT = ("--at", "2022-06-01")
"""A day on which all of the smallest programme is in order."""

IDENTITY = ("-c", "user.name=Test", "-c", "user.email=test@example.org")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The smallest programme on disk."""
    place = tmp_path / "programma"
    for path, raw in smallest_files().items():
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).write_bytes(raw)
    return place


def append(folder: Path, path: str, text: str) -> None:
    with (folder / path).open("a", encoding="utf-8") as file:
        file.write(text)


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(
        ["git", *IDENTITY, *arguments],
        cwd=folder, env=environment(), check=True, capture_output=True,
    )  # fmt: skip


def committed(folder: Path) -> Path:
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Begin")
    return folder


def codes(folder: Path, *arguments: str | Path, cwd: Path | None = None) -> list[tuple[str, str]]:
    at = () if "--at" in arguments else AT
    done = gzg("check", "--format", "json", *at, *arguments, cwd=cwd or folder)
    assert done.stderr == ""
    found = json.loads(done.stdout)
    assert done.returncode == (1 if found["summary"]["errors"] else 0)
    return [(each["path"], each["code"]) for each in found["diagnostics"]]


def test_a_programme_in_order_gives_0_and_one_line(folder: Path) -> None:
    done = gzg("check", *AT, cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("In orde: ")
    assert done.stdout.count("\n") == 1


def test_an_error_gives_1_a_warning_does_not(folder: Path) -> None:
    append(folder, README, "\n#### Diep\n")
    done = gzg("check", *AT, "--lang", "en", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert " warning GZG503 " in done.stdout
    append(folder, PROJECT, "sumary: x\n")
    done = gzg("check", *AT, "--lang", "en", cwd=folder)
    assert (done.returncode, done.stderr) == (1, "")
    assert " error GZG102 " in done.stdout


def test_the_same_files_give_the_same_bytes(folder: Path) -> None:
    append(folder, PROJECT, "b: 1\na: 2\n")
    first, second = (
        gzg("check", *AT, cwd=folder, PYTHONHASHSEED=seed).stdout for seed in ("1", "2")
    )
    assert first == second


def test_only_the_rules_that_are_asked_for_count(folder: Path) -> None:
    append(folder, PROJECT, "sumary: x\n")
    append(folder, README, "\n#### Diep\n\n![](project.yml)\n")
    both = [(README, "GZG503"), (README, "GZG502")]
    assert codes(folder, "--select", "gzg502, GZG503") == both
    assert codes(folder, "--select", "GZG502", "--select", "GZG503") == both
    assert codes(folder, "--ignore", "GZG102,gzg502") == [(README, "GZG503")]
    assert codes(folder, "--select", "GZG502", "--ignore", "GZG502") == []


def test_the_time_of_judging_can_be_given(folder: Path) -> None:
    """The smallest news item is of 21 March 2022, and the programme lives in Brussels."""
    late = [(NEWS, "GZG401")]
    assert codes(folder, "--at", "2022-03-20T23:59") == late
    assert codes(folder, "--at", "2022-03-21") == []
    assert codes(folder, "--at", "2022-03-20T22:59Z") == late
    assert codes(folder, "--at", "2022-03-20T23:00Z") == []


def test_a_check_can_be_about_files_and_folders(folder: Path) -> None:
    append(folder, PROJECT, "sumary: x\n")
    append(folder, README, "\n#### Diep\n")
    append(folder, NEWS, "\n![](voorbeeld.md)\n")
    project, news = [(README, "GZG503"), (PROJECT, "GZG102")], [(NEWS, "GZG502")]
    assert codes(folder, PROJECT) == project
    assert codes(folder, README) == project
    assert codes(folder, "content/news") == news
    assert codes(folder, "content/news", README) == news + project
    assert codes(folder, "content/calls") == []
    assert codes(folder, ".") == news + project
    assert codes(folder, "../news", cwd=folder / "content/projects") == news
    assert codes(folder, "--root", folder, folder / NEWS, cwd=folder.parent) == news


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("content/news/nergens.md", "staat niet in"),
        ("/etc/hostname", "staat niet in"),
        ("../elders", "staat niet in"),
        ("LICENSE", "hoort niet bij de inhoud"),
    ],
)
def test_a_path_that_is_no_content_is_wrong_use(folder: Path, path: str, says: str) -> None:
    (folder / "LICENSE").touch()
    done = gzg("check", path, cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert path in done.stderr
    assert says in done.stderr


def test_a_link_is_judged_as_the_link_that_it_is(folder: Path) -> None:
    (folder / "content/news/link.md").symlink_to("/etc/hostname")
    found = codes(folder, "content/news/link.md")
    assert [path for path, _ in found] == ["content/news/link.md"]


def test_only_what_changed_since_a_commit_is_judged(folder: Path) -> None:
    append(folder, NEWS, "\n![](voorbeeld.md)\n")
    committed(folder)
    assert codes(folder, "--since", "HEAD") == []
    append(folder, README, "\n#### Diep\n")
    append(folder, PROJECT, "sumary: x\n")
    project = [(README, "GZG503"), (PROJECT, "GZG102")]
    assert codes(folder, "--since", "HEAD") == project
    git(folder, "commit", "--quiet", "--all", "--message", "Meer")
    assert codes(folder, "--since", "HEAD") == []
    assert codes(folder, "--since", "HEAD~1") == project
    assert codes(folder, "--since", "HEAD~1", "content/news") == []


def test_the_rest_of_a_touched_record_is_judged_with_it(folder: Path) -> None:
    append(folder, PROJECT, "sumary: x\n")
    committed(folder)
    append(folder, README, "\nMeer.\n")
    assert codes(folder, "--since", "HEAD") == [(PROJECT, "GZG102")]


def test_a_record_that_is_gone_is_told_at_its_old_place(folder: Path) -> None:
    committed(folder)
    (folder / NEWS).rename(folder / "content/news/nieuw.md")
    assert codes(folder, "--since", "HEAD") == [(NEWS, "GZG402")]
    assert codes(folder, "--since", "HEAD", "content/news") == [(NEWS, "GZG402")]
    assert codes(folder, "--since", "HEAD", "content/calls") == []


def test_a_programme_without_git_or_commit_cannot_be_compared(folder: Path) -> None:
    done = gzg("check", "--since", "main", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"{folder} is geen Git-repository")
    committed(folder)
    done = gzg("check", "--since", "--all", "--lang", "en", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Git does not know “--all” here. ")


def test_the_programme_is_found_around_the_folder_or_where_it_is_said(
    folder: Path, tmp_path: Path
) -> None:
    for cwd, options in (
        (folder / "content/calls", ()),
        (tmp_path, ("--root", "programma")),
        (tmp_path, ("--root", str(folder))),
    ):
        assert gzg("check", *AT, *options, cwd=cwd).returncode == 0
    done = gzg("check", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "staat geen content/programme.yml" in done.stderr
    done = gzg("check", "--root", folder / "content", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")


def test_a_reader_that_stops_early_ends_the_check_quietly(folder: Path) -> None:
    append(folder, README, "\n".join(f"[hier](weg-{n}.md)\n" for n in range(3000)))
    process = subprocess.Popen(
        [*GZG, "check", *AT], cwd=folder, env=environment(),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 1


def test_a_pipe_gets_utf_8_whatever_the_machine_speaks(folder: Path) -> None:
    (folder / "content/news/é.txt").touch()
    done = gzg("check", *AT, cwd=folder, LC_ALL="C", PYTHONIOENCODING="ascii")
    assert "content/news/é.txt:1:1: " in done.stdout


def on_a_terminal(folder: Path, *arguments: str, **settings: str) -> str:
    """What a person sees: the output on a terminal of its own."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*GZG, *arguments], cwd=folder, env=environment(**settings),
        stdin=theirs, stdout=theirs, stderr=theirs,
    )  # fmt: skip
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 65536):
            shown += piece
    except OSError:  # Linux says so when the other side is closed
        pass
    os.close(ours)
    process.wait()
    return shown.decode()


def test_a_terminal_gets_colour_unless_it_is_not_wanted(folder: Path) -> None:
    append(folder, PROJECT, "sumary: x\n")
    plain = gzg("check", *AT, cwd=folder).stdout
    assert "\x1b" not in plain
    assert "\x1b[1;31mfout GZG102\x1b[0m" in on_a_terminal(folder, "check", *AT)
    for settings in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        seen = on_a_terminal(folder, "check", *AT, **settings)
        assert "[31m" not in seen
    assert on_a_terminal(folder, "check", *AT, TERM="dumb").replace("\r\n", "\n") == plain


def test_a_long_check_says_on_a_terminal_only_that_it_is_busy(folder: Path) -> None:
    for number in range(500):
        (folder / f"content/news/{number}.md").write_text(
            "---\ntitle: Nieuws\ndate: 2022-03-21\n---\n\nTekst.\n", "utf-8"
        )
    assert "bestanden worden nagekeken…" in on_a_terminal(folder, "check", *AT)
    done = gzg("check", *AT, cwd=folder)
    assert (done.stderr, done.stdout.count("\n")) == ("", 1)
