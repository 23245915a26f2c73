"""The command line's edge: what it makes of whatever a command raises or returns."""

import errno
import re
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
import typer

from gzg.cli import main, run
from gzg.errors import GzgError
from gzg.repository.git import GitError, GitProblem
from gzg.repository.processes import LostProcessError
from gzg.texts import Language, entries


def edge(action: Callable[[], int | None], monkeypatch: pytest.MonkeyPatch) -> int:
    """The exit code of an application with one command that does this."""
    monkeypatch.setattr("sys.argv", ["gzg"])
    app = typer.Typer(add_completion=False)
    app.command()(action)
    return run(app)


def raising(error: BaseException) -> Callable[[], None]:
    def action() -> None:
        raise error

    return action


@pytest.mark.parametrize(("returned", "code"), [(0, 0), (1, 1), (None, 0)])
def test_a_command_returns_its_exit_code(
    returned: int | None, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert edge(lambda: returned, monkeypatch) == code


def test_a_fault_in_use_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert edge(raising(GzgError("Zo niet.")), monkeypatch) == 2
    assert capsys.readouterr() == ("", "Zo niet.\n")


@pytest.mark.parametrize("language", Language)
def test_a_process_that_was_killed_is_told_with_why(
    language: Language, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GZG_LANG", language)
    assert edge(raising(LostProcessError("SIGKILL")), monkeypatch) == 2
    sentence = entries("errors")["lost-process"][language]
    assert capsys.readouterr().err == f"{sentence.format(reason='SIGKILL')}\n"


def test_a_fault_in_gzg_itself_is_one_line_and_a_file_with_the_rest(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert edge(raising(ZeroDivisionError("geheim")), monkeypatch) == 3
    output, complaint = capsys.readouterr()
    found = re.fullmatch(
        r"gzg zelf is vastgelopen \(ZeroDivisionError\)\. .* Bezorg (\S+) aan wie gzg beheert\.\n",
        complaint,
    )
    assert found is not None
    assert output == ""
    text = Path(found[1]).read_text("utf-8")
    assert text.startswith("Traceback (most recent call last):\n")
    assert text.endswith("ZeroDivisionError: geheim\n")
    assert Path(found[1]).parent == tmp_path


def test_an_interruption_while_loading_is_told_in_a_word(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["gzg", "check"])
    monkeypatch.setattr("gzg.cli.import_module", lambda name: signal.raise_signal(signal.SIGINT))
    with pytest.raises(SystemExit) as leaving:
        main()
    assert leaving.value.code == 130
    assert capsys.readouterr() == ("", "Onderbroken.\n")


def test_an_interruption_is_told_in_a_word(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted() -> None:
        signal.raise_signal(signal.SIGINT)

    for action in (interrupted, raising(typer.Abort())):
        assert edge(action, monkeypatch) == 130
        assert capsys.readouterr() == ("", "Onderbroken.\n")


@pytest.mark.parametrize(
    ("number", "sentence"),
    [(errno.ENOSPC, "no-space"), (errno.EROFS, "no-access"), (errno.EACCES, "no-access")],
)
def test_what_the_system_refuses_is_told_with_what_to_do(
    number: int,
    sentence: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert edge(raising(OSError(number, "Geweigerd", "site/a.html")), monkeypatch) == 2
    text = entries("errors")[sentence][Language.NL]
    assert capsys.readouterr().err == f"{text.format(reason='site/a.html: Geweigerd')}\n"


def test_another_error_of_the_disk_is_a_fault_and_not_a_silence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert edge(raising(OSError(errno.EIO, "Input/output error")), monkeypatch) == 3


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("problem", GitProblem)
def test_every_refusal_of_git_has_its_sentence(
    problem: GitProblem,
    language: Language,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("GZG_LANG", language)
    values = {"folder": Path("/werk"), "reference": "main", "reason": "no such thing"}
    values |= {"base": "main", "head": "tak"}
    assert edge(raising(GitError(problem, **values)), monkeypatch) == 2
    complaint = capsys.readouterr().err
    assert complaint == f"{entries('errors')[problem][language].format_map(values)}\n"
