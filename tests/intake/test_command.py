"""`gzg pull-request` as any forge's CI calls it: where it runs, its formats, what it refuses."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from gzg.commands.pull_request import Format, command
from gzg.errors import GzgError
from gzg.texts import Language
from tests.intake.forge import Forge
from tests.intake.programme import dossier


@pytest.fixture
def forge(tmp_path: Path) -> Forge:
    return Forge(tmp_path)


def test_a_clone_and_the_bare_repository_give_the_same_report(
    forge: Forge, capsys: pytest.CaptureFixture[str]
) -> None:
    offered = forge.offer(4, dossier(requested="180000"))
    forge.judge(offered)
    of_bare = capsys.readouterr().out
    exit_code = command(
        event=forge.event(offered),
        base="origin/main",
        head="HEAD",
        lang=Language.NL,
        repository=forge.applicant,
    )
    assert (exit_code, capsys.readouterr().out) == (1, of_bare)


def test_nothing_is_checked_out_or_written(forge: Forge) -> None:
    offered = forge.offer(4, dossier())

    def state() -> list[tuple[str, int]]:
        return sorted((str(path), path.stat().st_mtime_ns) for path in forge.bare.rglob("*"))

    event = str(forge.event(offered))
    before = state()
    arguments = ["--event", event, "--base", "main", "--head", offered.head]
    done = subprocess.run(
        [sys.executable, "-m", "gzg", "pull-request", *arguments],
        cwd=forge.bare,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr, state()) == (0, b"", before)
    assert done.stdout.decode().startswith("<!-- gzg pull-request -->\n## Ontvankelijk\n")


def test_annotations_and_sarif_are_those_of_a_check(
    forge: Forge, capsys: pytest.CaptureFixture[str]
) -> None:
    offered = forge.offer(4, dossier(requested="180000"))
    assert forge.judge(offered, format=Format.GITHUB) == 1
    first, *_ = capsys.readouterr().out.splitlines()
    assert first.startswith("::error file=submissions/oproep-1/loket/submission.yml,line=8,")
    assert forge.judge(offered, format=Format.SARIF) == 1
    results = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    assert {each["ruleId"] for each in results} == {"GZG221", "GZG231"}


def test_the_receipt_of_the_json_report_is_a_record(
    forge: Forge, capsys: pytest.CaptureFixture[str]
) -> None:
    offered = forge.offer(4, dossier())
    forge.judge(offered, format=Format.JSON)
    receipt = json.loads(capsys.readouterr().out)["receipt"]
    forge.publish({**dossier(), receipt["path"]: receipt["text"]})
    forge.judge(offered, format=Format.JSON, action="reopened")
    again = json.loads(capsys.readouterr().out)
    assert again["outcome"] == "unchanged"
    assert again["receipt"] == receipt


def test_a_head_that_moved_on_is_not_judged_at_the_earlier_time(forge: Forge) -> None:
    event = forge.event(forge.offer(4, dossier()))
    forge.offer(4, dossier(title="Toch nog iets anders"), again=True)
    with pytest.raises(GzgError, match="Intussen is er opnieuw gepusht"):
        command(event=event, base="main", head="refs/pull/4/head", repository=forge.bare)


def test_an_event_that_is_not_there_is_told(forge: Forge) -> None:
    with pytest.raises(GzgError, match="is niet te lezen"):
        command(event=forge.events / "none.json", base="main", head="main", repository=forge.bare)


def test_the_other_language_comes_second(forge: Forge, capsys: pytest.CaptureFixture[str]) -> None:
    forge.judge(forge.offer(4, dossier()), language=Language.EN)
    made = capsys.readouterr().out
    assert made.index("## Admissible") < made.index("<summary>Nederlands</summary>")
    assert made.index("<summary>Nederlands</summary>") < made.index("## Ontvankelijk")


def test_what_an_office_file_says_does_not_depend_on_the_working_folder(
    forge: Forge, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    offered = forge.offer(4, dossier())
    forge.judge(offered)
    first = capsys.readouterr().out
    monkeypatch.chdir("/")
    forge.judge(offered)
    assert capsys.readouterr().out == first
