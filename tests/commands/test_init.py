"""`gzg init` as it is typed: what it makes, what it refuses, and how it is asked for."""

import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from gzg.cli import COMMANDS
from gzg.init.files import Wishes, new_programme
from gzg.init.folder import place
from gzg.model.programme import Programme
from gzg.repository.catalogue import Catalogue
from gzg.repository.repository import Repository
from gzg.repository.tree import WorkingTree
from gzg.texts import Language

GZG = (sys.executable, "-m", "gzg")
SCHEMA_LINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")


def gzg(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [*GZG, *map(str, arguments)]
    return subprocess.run(
        command, cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )


def programme_in(folder: Path) -> Programme:
    programme = Catalogue(Repository(WorkingTree(folder))).programme
    assert programme is not None
    return programme


def files_in(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@pytest.mark.parametrize("language", Language)
def test_a_new_programme_has_no_fault(tmp_path: Path, language: Language) -> None:
    folder = tmp_path / "programma"
    made = gzg("init", folder, "--language", language)
    assert (made.returncode, made.stderr) == (0, "")
    checked = gzg("check", "--lang", "en", cwd=folder)
    assert checked.stdout == "In order: 6 records read, no remarks.\n"
    assert gzg("schema", "--check", cwd=folder).returncode == 0


def test_the_language_given_is_the_main_language(tmp_path: Path) -> None:
    gzg("init", tmp_path / "dutch", "--language", "nl")
    gzg("init", tmp_path / "english", "--language", "en", "--lang", "nl")
    assert programme_in(tmp_path / "dutch").languages == ("nl", "en")
    assert programme_in(tmp_path / "english").languages == ("en", "nl")


def test_without_a_language_it_is_that_of_the_output(tmp_path: Path) -> None:
    gzg("init", tmp_path / "english", "--lang", "en")
    assert programme_in(tmp_path / "english").main_language == "en"


@pytest.mark.parametrize(
    "title",
    ["Lucht", 'Een "naam": met #tekens, {haken} & \\ streep', "no", "2030-01-01", "{{ x }}"],
)
def test_a_title_stands_in_the_record_as_it_was_given(tmp_path: Path, title: str) -> None:
    place(new_programme(Wishes(Language.NL, title)), tmp_path / "new")
    programme = programme_in(tmp_path / "new")
    assert list(programme.title.values()) == [title]
    assert programme.short_title == title


def test_the_time_zone_can_be_chosen(tmp_path: Path) -> None:
    gzg("init", tmp_path / "new", "--time-zone", "Pacific/Auckland")
    assert programme_in(tmp_path / "new").time_zone == "Pacific/Auckland"


def test_the_call_of_a_new_programme_is_a_draft_for_practice(tmp_path: Path) -> None:
    place(new_programme(Wishes(Language.NL)), tmp_path / "new")
    (call,) = Catalogue(Repository(WorkingTree(tmp_path / "new"))).calls.values()
    assert (call.draft, call.demo) == (True, True)


def test_every_record_points_its_editor_to_a_schema_that_is_there(tmp_path: Path) -> None:
    place(new_programme(Wishes(Language.EN)), tmp_path / "new")
    records = sorted((tmp_path / "new" / "content").rglob("*.yml"))
    pointed = {}
    for record in records:
        first_line = SCHEMA_LINE.match(record.read_text("utf-8"))
        assert first_line is not None, record
        pointed[record.name] = (record.parent / first_line[1]).resolve(strict=True).name
    assert pointed == {
        "call.yml": "call.schema.json",
        "example-fund.yml": "organisation.schema.json",
        "programme.yml": "programme.schema.json",
        "sources.yml": "sources.schema.json",
    }


@pytest.mark.parametrize("language", Language)
def test_the_readme_names_only_what_is_there(tmp_path: Path, language: Language) -> None:
    place(new_programme(Wishes(language)), tmp_path / "new")
    readme = (tmp_path / "new/README.md").read_text("utf-8")
    named = re.findall(r"`((?:content|schemas)/[^`]*)`", readme)
    assert named
    assert [path for path in named if not (tmp_path / "new" / path).exists()] == []
    assert set(re.findall(r"`gzg ([a-z]+)", readme)) <= COMMANDS.keys()


def test_the_same_wishes_give_the_same_bytes() -> None:
    wishes = Wishes(Language.NL, "Lucht", "Atlantic/Azores")
    assert new_programme(wishes) == new_programme(wishes)


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("nl", "Er staat al iets in bezet. gzg init overschrijft niets: geef een map die leeg is"),
        ("en", "There is already something in bezet. gzg init overwrites nothing: name a folder"),
    ],
)
def test_a_folder_with_something_in_it_is_refused(
    tmp_path: Path, language: str, message: str
) -> None:
    (tmp_path / "bezet").mkdir()
    (tmp_path / "bezet/README.md").write_text("van mij\n", "utf-8")
    done = gzg("init", "bezet", "--lang", language, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith(message)
    assert files_in(tmp_path) == {"bezet/README.md": b"van mij\n"}


def test_a_file_and_a_dangling_link_are_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("van mij\n", "utf-8")
    (tmp_path / "link").symlink_to("file/nowhere")
    assert gzg("init", "file", cwd=tmp_path).returncode == 2
    assert gzg("init", "link", cwd=tmp_path).returncode == 2
    assert (tmp_path / "file").read_text("utf-8") == "van mij\n"


def test_the_folder_that_one_stands_in_is_filled_and_its_git_folder_kept(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/config").write_text("[core]\n", "utf-8")
    same = tmp_path.stat().st_ino
    assert gzg("init", ".", cwd=tmp_path).returncode == 0
    assert tmp_path.stat().st_ino == same
    assert (tmp_path / ".git/config").read_text("utf-8") == "[core]\n"
    assert gzg("check", cwd=tmp_path).returncode == 0


def test_a_place_that_cannot_be_written_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("van mij\n", "utf-8")
    done = gzg("init", "file/new", "--lang", "en", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("The programme cannot be written to file/new (")
    assert files_in(tmp_path) == {"file": b"van mij\n"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--time-zone", "Europe/Nowhere"), "There is no time zone Europe/Nowhere."),
        (("--title", "two\nlines"), "This name will not do:"),
        (("--title", "  "), "This name will not do:"),
        (("--title", "x" * 4001), "This name will not do:"),
    ],
)
def test_a_wish_that_cannot_be_is_refused_and_nothing_made(
    tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    done = gzg("init", "new", "--lang", "en", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith(message)
    assert list(tmp_path.iterdir()) == []


class Interrupted(Mapping[str, bytes]):
    """Files of which the second is never reached: somebody types Control-C."""

    def __getitem__(self, path: str) -> bytes:
        return b""

    def __iter__(self) -> Iterator[str]:
        yield "first"
        raise KeyboardInterrupt

    def __len__(self) -> int:
        return 2


@pytest.mark.parametrize("is_there", [True, False])
def test_an_interruption_leaves_nothing(tmp_path: Path, is_there: bool) -> None:
    folder = tmp_path / "new"
    if is_there:
        folder.mkdir()
    with pytest.raises(KeyboardInterrupt):
        place(Interrupted(), folder)
    assert list(tmp_path.rglob("*")) == ([folder] if is_there else [])


def test_what_somebody_else_puts_there_meanwhile_is_kept(tmp_path: Path) -> None:
    (tmp_path / "new/content").mkdir(parents=True)
    (tmp_path / "new/content/theirs.yml").write_text("id: theirs\n", "utf-8")
    with pytest.raises(FileExistsError):
        place({"README.md": b"", "content/ours.yml": b"", "a.txt": b""}, tmp_path / "new")
    assert files_in(tmp_path) == {"new/content/theirs.yml": b"id: theirs\n"}


def test_on_a_terminal_it_asks_what_was_not_given(tmp_path: Path) -> None:
    output = typed((*GZG, "init", str(tmp_path / "new"), "--lang", "nl"), "en\nFresh air\n")
    programme = programme_in(tmp_path / "new")
    assert "Hoofdtaal van het programma" in output
    assert "Naam van het programma" in output
    assert (programme.main_language, programme.short_title) == ("en", "Fresh air")


def typed(command: tuple[str, ...], answers: str) -> str:
    """What a command shows on a terminal where somebody types these answers."""
    ours, theirs = pty.openpty()
    os.write(ours, answers.encode())
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        shown = b""
        try:
            while part := os.read(ours, 4096):
                shown += part
        except OSError:  # how Linux says that the other side has closed
            pass
        finally:
            os.close(ours)
    assert process.returncode == 0, shown.decode()
    return shown.decode()
