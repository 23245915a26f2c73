"""Whose a dossier from an issue is, what may be written for it, what is said when that fails."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gzg.forge.finding import run_of
from gzg.forge.issue_put import NO_ANSWER, Done, excuse, put
from gzg.forge.issue_read import read
from gzg.forge.judge import judge
from gzg.forge.receipts import receipts
from gzg.forge.words import CONTEXT, ISSUE_CONTEXT
from gzg.issue_form.former import MARK
from gzg.issue_form.proposal import FILE, Ending
from tests.forge.issue_hub import FIRST_PULL
from tests.forge.issue_stage import (
    BETTER,
    BRANCH,
    FOLDER,
    ISSUE,
    LATER,
    Stage,
    closed,
    edited,
    staged,
)
from tests.forge.recorded import answer
from tests.intake.programme import COLLEAGUE, OWNER, STRANGER
from tests.issue_form.forms import form, issue
from tests.repository.test_git import run as git

SOURCES = Path(__file__).resolve().parents[2] / "tools"


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    with staged(tmp_path) as place:
        yield place


def run_put(stage: Stage, event: dict[str, Any], out: Path) -> subprocess.CompletedProcess[str]:
    """The step as the workflow runs it, without anything that was installed."""
    file = stage.folder / "event.json"
    file.write_text(json.dumps(event), "utf-8")
    environment = {
        "GITHUB_API_URL": stage.api.address,
        "GITHUB_EVENT_PATH": str(file),
        "GITHUB_OUTPUT": str(stage.folder / "outputs"),
        "GITHUB_REPOSITORY": stage.api.repository,
        "GITHUB_TOKEN": stage.api.token,
        "GZG_READ": "success",
        "PATH": "/usr/bin:/bin",
        "PYTHONPATH": str(SOURCES),
    }
    command = [sys.executable, "-S", "-m", "gzg.forge.issue_put", str(out)]
    place = stage.clone(f"putting-{out.name}")
    return subprocess.run(
        command, cwd=place, env=environment, capture_output=True, text=True, check=False
    )


def test_the_pull_request_is_that_of_the_issues_author(stage: Stage) -> None:
    stage.play(issue(form(Accounts=str(COLLEAGUE))))
    assert f"accounts:\n  - {OWNER}\n  - {COLLEAGUE}" in stage.file("submission.yml")
    assert "GZG429" not in stage.hub.comments[FIRST_PULL][0]["body"]
    (origin,) = stage.status(ISSUE_CONTEXT)
    assert origin["description"].endswith(f"(#{ISSUE}, {OWNER}, 2022-06-15T08:30:00+00:00)")


def test_what_was_merged_is_told_and_stays(stage: Stage) -> None:
    stage.play(issue(form()))
    stage.hub.merge(FIRST_PULL)
    assert stage.play(edited(form())) == Done(Ending.MERGED)
    assert "## Opgenomen" in stage.told
    assert stage.play(closed(changed=LATER)) == Done(Ending.MERGED)


@pytest.mark.parametrize("keeps_branch", [True, False])
def test_an_edit_after_merging_is_a_new_pull_request_for_the_same_folder(
    stage: Stage, keeps_branch: bool
) -> None:
    stage.play(issue(form()))
    stage.hub.merge(FIRST_PULL)
    if not keeps_branch:
        git(stage.forge.bare, "update-ref", "-d", f"refs/heads/{BRANCH}")
    assert stage.play(edited(BETTER)) == Done(Ending.PROPOSED, FIRST_PULL + 1)
    changed = git(stage.forge.bare, "diff", "--name-only", f"main...{BRANCH}").split()
    assert changed == [f"{FOLDER}/submission.yml"]
    assert stage.status(CONTEXT)[0]["state"] == "success"


def test_the_receipt_of_a_merged_dossier_has_the_time_of_the_issue(stage: Stage) -> None:
    stage.play(issue(form()))
    before = git(stage.forge.bare, "rev-parse", "main")
    stage.hub.merge(FIRST_PULL)
    event = {"repository": {"default_branch": "main"}}
    ((number, receipt),) = receipts(stage.api, event, before, stage.clone("receipts"))
    assert (number, receipt and receipt["received"]) == (FIRST_PULL, "2022-06-15T10:30:00+02:00")


def test_where_workflows_may_not_open_pull_requests_nothing_is_lost(stage: Stage) -> None:
    stage.hub.may_open = False
    assert stage.play(issue(form())) == Done(Ending.NOT_OPENED)
    assert "15 juni 2022 10:30:00" in stage.told
    stage.hub.may_open = True
    stage.play(edited(form()))
    assert "2022-06-15T10:30:00+02:00" in stage.status(CONTEXT)[0]["description"]


def test_what_a_maintainer_pushes_to_the_branch_is_not_the_authors(stage: Stage) -> None:
    stage.play(issue(form()))
    stage.hub.merge(FIRST_PULL)
    stage.play(edited(BETTER))
    office = stage.clone("office-by-hand")
    git(office, "checkout", "--quiet", BRANCH)
    (office / FOLDER / "README.md").write_text("# Anders\n", "utf-8")
    git(office, "commit", "--quiet", "--all", "--message", "Anders")
    git(office, "push", "--quiet", "origin", BRANCH)
    run = run_of(stage.api.get(f"pulls/{FIRST_PULL + 1}", dict))  # type: ignore[arg-type]
    judge(stage.api, issue(None), run, stage.clone("judge-by-hand"), stage.folder / "by-hand")
    assert "GZG422" in (stage.folder / "by-hand" / "report.md").read_text("utf-8")


def test_what_a_maintainer_pushed_is_not_in_the_authors_next_version(stage: Stage) -> None:
    stage.play(issue(form()))
    office = stage.clone("office-by-hand")
    git(office, "checkout", "--quiet", BRANCH)
    (office / FOLDER / "annexes").mkdir()
    (office / FOLDER / "annexes" / "plan.txt").write_text("Plan.\n", "utf-8")
    git(office, "add", "--all")
    git(office, "commit", "--quiet", "--message", "Bijlage")
    git(office, "push", "--quiet", "origin", BRANCH)
    stage.play(edited(BETTER))
    assert stage.commits() == 3
    changed = git(stage.forge.bare, "diff", "--name-only", f"main...{BRANCH}").split()
    assert changed == [f"{FOLDER}/README.md", f"{FOLDER}/submission.yml"]


def test_a_comment_of_somebody_else_is_no_earlier_answer(stage: Stage) -> None:
    person = {"login": "iemand", "id": STRANGER, "type": "User"}
    forged = f"{MARK}\n<!-- oproep-1/loket-van-een-ander 2030-01-01T00:00:00+00:00 -->"
    stage.hub.comments[ISSUE] = [answer("comment", id=1, user=person, body=forged)]
    stage.play(issue(form()))
    first, ours = stage.hub.comments[ISSUE]
    assert first["body"] == forged
    assert "## Ingediend" in ours["body"]


def test_what_is_put_can_only_be_one_dossier_of_this_issue(stage: Stage) -> None:
    event, out = issue(form()), stage.folder / "out"
    read(stage.api, event, stage.clone("reading"), out)
    whole = json.loads((out / FILE).read_bytes())
    text = whole["version"]["files"][f"{FOLDER}/submission.yml"]
    for path in (
        ".github/workflows/dossier.yml",
        f"{FOLDER}/receipt.yml",
        f"{FOLDER}/../ander-loket/submission.yml",
        "submissions/oproep-1/ander-loket/submission.yml",
    ):
        whole["version"]["files"] = {path: text}
        (out / FILE).write_text(json.dumps(whole), "utf-8")
        with pytest.raises(ValueError, match=path.rpartition("/")[2]):
            put(stage.api, event, stage.clone(f"putting-{len(path)}"), out)
    (out / FILE).write_text(json.dumps({**whole, "version": None}), "utf-8")
    with pytest.raises(ValueError, match="12"):
        put(stage.api, issue(form(), number=13), stage.folder, out)
    assert stage.tip() == ""
    assert stage.hub.told == []


def test_an_issue_that_could_not_be_read_is_excused_and_remembered(stage: Stage) -> None:
    stage.play(issue(form()))
    note = stage.told.split("\n")[1]
    excuse(stage.api, edited(BETTER))
    assert stage.told == f"{MARK}\n{note}\n{NO_ANSWER}"
    stage.play(edited(BETTER))
    assert (stage.commits(), len(stage.hub.pulls)) == (2, 1)
    stage.hub.told.clear()
    excuse(stage.api, issue("Iets anders", number=14))
    assert stage.hub.told == []


def test_putting_needs_nothing_but_the_standard_library(stage: Stage) -> None:
    event, out = issue(form()), stage.folder / "out"
    read(stage.api, event, stage.clone("reading"), out)
    done = run_put(stage, event, out)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"Issue {ISSUE}: proposed\n"
    assert (stage.folder / "outputs").read_text("utf-8") == f"pull={FIRST_PULL}\n"
    assert stage.commits() == 1


def test_what_the_repository_refuses_is_told_below_the_issue(stage: Stage) -> None:
    event, out = issue(form()), stage.folder / "out"
    read(stage.api, event, stage.clone("reading"), out)
    hook = stage.forge.bare / "hooks" / "update"
    hook.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    hook.chmod(0o755)
    done = run_put(stage, event, out)
    assert done.returncode == 2
    assert "git push" in done.stderr
    assert stage.told.endswith(NO_ANSWER)
    hook.unlink()
    stage.play(event)
    assert stage.commits() == 1
    assert "## Ingediend" in stage.told


def test_the_same_text_gives_the_same_commit_everywhere(tmp_path: Path) -> None:
    heads = set()
    for name in ("een", "twee"):
        (tmp_path / name).mkdir()
        with staged(tmp_path / name) as place:
            place.play(issue(form()))
            heads.add(place.tip())
    assert len(heads) == 1
