"""The workflow of an issue, step by step: a real repository, and a GitHub on this machine."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gzg.forge.api import Api
from gzg.forge.finding import run_of
from gzg.forge.issue_put import NO_ANSWER, Done, excuse, put
from gzg.forge.issue_read import read
from gzg.forge.judge import judge
from gzg.forge.receipts import receipts
from gzg.forge.tell import tell
from gzg.forge.words import CONTEXT, ISSUE_CONTEXT
from gzg.issue_form.former import MARK
from gzg.issue_form.proposal import FILE, Ending
from tests.forge.issue_hub import FIRST_PULL, IssueHub
from tests.forge.recorded import answer
from tests.intake.forge import Forge
from tests.intake.programme import CALL, COLLEAGUE, OWNER, STRANGER, files
from tests.issue_form.forms import ANSWERS, EDITED, form, issue
from tests.repository.test_git import run as git

ISSUE = 12
BRANCH = f"dossier/{ISSUE}"
FOLDER = f"submissions/oproep-1/digitaal-loket-voor-verenigingen-{ISSUE}"
SOURCES = Path(__file__).resolve().parents[2] / "tools"
LATE = "2022-07-01T10:00:01Z"
LATER = "2022-06-21T10:00:00Z"


class Stage:
    """A forge with an issue, and the folders that the jobs of the workflow work in."""

    def __init__(self, folder: Path, forge: Forge, api: Api, hub: IssueHub) -> None:
        self.folder = folder
        self.forge = forge
        self.api = api
        self.hub = hub
        self.runs = 0

    def play(self, event: dict[str, Any]) -> Done | None:
        """All four jobs, each in a clone of its own as on a runner."""
        self.runs += 1
        out = self.folder / f"out-{self.runs}"
        read(self.api, event, self.clone(f"read-{self.runs}"), out / "issue")
        done = put(self.api, event, self.clone(f"put-{self.runs}"), out / "issue")
        if done and done.pull:
            run = run_of(self.api.get(f"pulls/{done.pull}", dict))  # type: ignore[arg-type]
            judge(self.api, event, run, self.clone(f"judge-{self.runs}"), out / "verdict")
            tell(self.api, "main", run, out / "verdict", "https://github.com/log")
        return done

    def clone(self, name: str) -> Path:
        place = self.folder / name
        git(self.folder, "clone", "--quiet", str(self.forge.bare), str(place))
        return place

    def tip(self, branch: str = BRANCH) -> str:
        """The branch's last commit; empty where there is no such branch."""
        return git(
            self.forge.bare, "for-each-ref", "--format=%(objectname)", f"refs/heads/{branch}"
        )

    def commits(self, branch: str = BRANCH) -> int:
        return int(git(self.forge.bare, "rev-list", "--count", f"main..{branch}"))

    def file(self, name: str, branch: str = BRANCH) -> str:
        return git(self.forge.bare, "show", f"{branch}:{FOLDER}/{name}")

    @property
    def told(self) -> str:
        """The one answer below the issue."""
        (comment,) = self.hub.comments[ISSUE]
        text: str = comment["body"]
        return text

    def status(self, context: str) -> list[Any]:
        found = self.hub.statuses.get(self.tip(), [])
        return [each for each in found if each["context"] == context]


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    forge = Forge(tmp_path)
    hub = IssueHub(forge.bare)
    with hub.served() as api:
        yield Stage(tmp_path, forge, api, hub)


def edited(text: str | None, changed: str = EDITED, **facts: Any) -> dict[str, Any]:
    return issue(text, action="edited", changed=changed, **facts)


def closed(changed: str = EDITED, **facts: Any) -> dict[str, Any]:
    return issue(form(), action="closed", changed=changed, state="closed", **facts)


FAULTY = form(Gevraagd_bedrag="180.000")
BETTER = form(Samenvatting="Eén loket, waar verenigingen hun subsidie en hun zaal aanvragen.")


def test_a_good_form_becomes_a_pull_request_with_its_verdict(stage: Stage) -> None:
    assert stage.play(issue(form())) == Done(Ending.PROPOSED, FIRST_PULL)
    changed = git(stage.forge.bare, "diff", "--name-only", f"main...{BRANCH}").split()
    assert changed == [f"{FOLDER}/README.md", f"{FOLDER}/submission.yml"]
    assert f"https://github.com/samen/programma/pull/{FIRST_PULL}" in stage.told
    assert stage.told.startswith(MARK)
    (verdict,) = stage.status(CONTEXT)
    words = f"Ontvankelijk / Admissible (#{FIRST_PULL}, 2022-06-15T10:30:00+02:00)"
    assert (verdict["state"], verdict["description"]) == ("success", words)
    (report,) = stage.hub.comments[FIRST_PULL]
    assert "## Ontvankelijk" in report["body"]


def test_the_pull_request_is_that_of_the_issues_author(stage: Stage) -> None:
    stage.play(issue(form(Accounts=str(COLLEAGUE))))
    assert f"accounts:\n  - {OWNER}\n  - {COLLEAGUE}" in stage.file("submission.yml")
    assert "GZG429" not in stage.hub.comments[FIRST_PULL][0]["body"]
    (origin,) = stage.status(ISSUE_CONTEXT)
    assert origin["description"].endswith(f"(#{ISSUE}, {OWNER}, 2022-06-15T08:30:00+00:00)")


def test_the_same_event_twice_changes_nothing(stage: Stage) -> None:
    stage.play(issue(form()))
    before, told = stage.tip(), stage.told
    stage.hub.told.clear()
    stage.play(issue(form()))
    assert (stage.tip(), stage.told, len(stage.hub.pulls)) == (before, told, 1)
    # The verdict sets its status again, with the time that it told before.
    assert stage.hub.told == [f"POST statuses/{before}"]


def test_an_edit_is_one_more_commit_in_the_same_pull_request(stage: Stage) -> None:
    stage.play(issue(form()))
    assert stage.play(edited(BETTER)) == Done(Ending.PROPOSED, FIRST_PULL)
    assert (stage.commits(), len(stage.hub.pulls)) == (2, 1)
    assert "2022-06-20T12:00:00+02:00" in stage.status(CONTEXT)[0]["description"]
    assert len(stage.hub.comments[ISSUE]) == len(stage.hub.comments[FIRST_PULL]) == 1


def test_another_title_of_the_project_keeps_the_folder(stage: Stage) -> None:
    stage.play(issue(form()))
    stage.play(edited(form(Projectnaam="Het grote loket")))
    assert "title: Het grote loket" in stage.file("submission.yml")


def test_an_edit_of_nothing_keeps_commit_and_time(stage: Stage) -> None:
    stage.play(issue(form()))
    before = stage.tip()
    stage.play(edited(form(), changed=LATE))
    assert stage.tip() == before
    assert stage.status(CONTEXT)[0]["state"] == "success"
    assert "15 juni 2022 10:30:00" in stage.told


def test_each_fault_is_told_with_its_field_its_card_and_no_branch_is_made(stage: Stage) -> None:
    assert stage.play(issue(FAULTY)) == Done(Ending.ANSWERED)
    assert stage.tip() == ""
    assert stage.hub.pulls == []
    assert "**Gevraagd bedrag**\n\n- **fout GZG221**" in stage.told
    assert "<https://samen.example/catalogus/regels/GZG221/>" in stage.told
    assert "<summary>English</summary>" in stage.told


def test_a_fault_that_is_mended_leads_to_the_pull_request(stage: Stage) -> None:
    stage.play(issue(FAULTY))
    stage.play(edited(form()))
    assert "2022-06-20T12:00:00+02:00" in stage.status(CONTEXT)[0]["description"]
    assert "## Ingediend" in stage.told


def test_a_faulty_edit_leaves_the_former_version_as_it_stands(stage: Stage) -> None:
    stage.play(issue(form()))
    before = stage.tip()
    assert stage.play(edited(FAULTY)) == Done(Ending.ANSWERED)
    assert stage.tip() == before
    assert "Uw vorige versie zonder fouten blijft gelden" in stage.told
    assert stage.hub.pull(FIRST_PULL)["state"] == "open"


def test_closing_withdraws_and_reopening_goes_on(stage: Stage) -> None:
    stage.play(issue(form()))
    head = stage.tip()
    assert stage.play(closed()) == Done(Ending.CLOSED)
    assert stage.hub.pull(FIRST_PULL)["state"] == "closed"
    assert "## Gesloten" in stage.told
    again = issue(form(), action="reopened", changed=LATER)
    assert stage.play(again) == Done(Ending.PROPOSED, FIRST_PULL)
    assert stage.hub.pull(FIRST_PULL)["state"] == "open"
    assert stage.tip() == head
    assert "## Ingediend" in stage.told


def test_where_a_pull_request_cannot_be_reopened_a_new_one_is_made(stage: Stage) -> None:
    stage.play(issue(form()))
    stage.play(closed())
    stage.hub.may_reopen = False
    again = issue(form(), action="reopened", changed=LATER)
    assert stage.play(again) == Done(Ending.PROPOSED, FIRST_PULL + 1)


def test_an_edit_while_closed_is_read_when_the_issue_is_reopened(stage: Stage) -> None:
    stage.play(issue(form()))
    stage.play(closed())
    stage.play(edited(BETTER, changed=LATER, state="closed"))
    assert stage.commits() == 1
    stage.play(issue(BETTER, action="reopened", changed="2022-06-22T10:00:00Z"))
    assert stage.commits() == 2
    assert "2022-06-22T12:00:00+02:00" in stage.status(CONTEXT)[0]["description"]


def test_an_older_event_that_comes_later_is_left_alone(stage: Stage) -> None:
    stage.play(edited(BETTER))
    before, told = stage.tip(), stage.told
    assert stage.play(issue(form())) is None
    assert (stage.tip(), stage.told) == (before, told)


def test_an_edit_by_somebody_else_does_not_count(stage: Stage) -> None:
    stage.play(issue(form()))
    before = stage.tip()
    stage.hub.permissions = {"iemand": "read"}
    assert stage.play(edited(BETTER, sender=STRANGER)) == Done(Ending.ANSWERED)
    assert stage.tip() == before
    assert "## Deze wijziging telt niet" in stage.told
    stage.play(edited(BETTER, changed="2022-06-20T09:59:59Z"))
    assert stage.commits() == 2


def test_somebody_else_cannot_withdraw_it(stage: Stage) -> None:
    stage.play(issue(form()))
    stage.play(closed(sender=STRANGER))
    assert stage.hub.pull(FIRST_PULL)["state"] == "open"


def test_an_edit_by_a_maintainer_counts_and_the_dossier_stays_the_authors(stage: Stage) -> None:
    stage.play(issue(form()))
    stage.hub.permissions = {"iemand": "write"}
    stage.play(edited(BETTER, sender=STRANGER))
    assert stage.commits() == 2
    assert f"#{ISSUE}, {OWNER}," in stage.status(ISSUE_CONTEXT)[0]["description"]
    assert str(STRANGER) not in stage.file("submission.yml")


def test_a_second_too_late_is_told_and_the_former_version_stands(stage: Stage) -> None:
    stage.play(issue(form()))
    before = stage.tip()
    assert stage.play(edited(BETTER, changed=LATE)) == Done(Ending.ANSWERED)
    assert stage.tip() == before
    assert "GZG412" in stage.told


def test_a_call_that_closed_meanwhile_takes_no_new_dossier(stage: Stage) -> None:
    stage.play(issue(FAULTY))
    stage.forge.publish({CALL: files()[CALL].replace("2022-07-01T12:00", "2022-06-19")})
    assert stage.play(edited(form())) == Done(Ending.ANSWERED)
    assert stage.tip() == ""
    assert "GZG412" in stage.told


def test_two_dossiers_of_one_author_keep_apart_whatever_they_are_called(stage: Stage) -> None:
    stage.play(issue(form()))
    stage.play(issue(form(), number=13))
    assert [each["head"]["ref"] for each in stage.hub.pulls] == [BRANCH, "dossier/13"]
    other = git(stage.forge.bare, "diff", "--name-only", "main...dossier/13")
    assert "digitaal-loket-voor-verenigingen-13/" in other
    assert stage.commits() == 1


def test_an_issue_of_another_kind_is_left_alone(stage: Stage) -> None:
    assert stage.play(issue("De website werkt niet.")) is None
    assert stage.play(issue(None)) is None
    assert stage.hub.told == []


def test_a_form_whose_headings_are_gone_is_told(stage: Stage) -> None:
    stage.play(issue(form()))
    assert stage.play(edited("Ik doe het toch niet.")) == Done(Ending.ANSWERED)
    assert "bovenaan staat niet welke oproep" in stage.told
    assert stage.commits() == 1


def test_a_dossier_does_not_move_to_another_call(stage: Stage) -> None:
    call = files()[CALL].replace("oproep-1", "oproep-2").replace("number: 1", "number: 2")
    texts = {CALL.replace("oproep-1", "oproep-2"): call}
    stage.forge.publish({**texts, "content/calls/oproep-2/README.md": "# Oproep 2\n"})
    stage.play(issue(form()))
    stage.play(edited(form(Oproep="oproep-2")))
    assert "maar dit dossier werd ingediend voor “oproep\\-1”" in stage.told
    assert stage.commits() == 1


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
        forge = Forge(tmp_path / name)
        hub = IssueHub(forge.bare)
        with hub.served() as api:
            place = Stage(tmp_path / name, forge, api, hub)
            place.play(issue(form()))
            heads.add(place.tip())
    assert len(heads) == 1


def test_an_empty_form_is_told_all_that_is_lacking_once(stage: Stage) -> None:
    stage.play(issue(form({label: "_No response_" for label in ANSWERS if label != "Oproep"})))
    dutch = stage.told.partition("<details>")[0]
    for label in ("Openbaar", "Projectnaam", "Partijen", "Begroting", "Contact\\: Dienst"):
        assert dutch.count(f"**{label}**") == 1
    assert dutch.count("Dit is nog niet ingevuld") == 10
    assert "GZG" not in dutch
