"""The three steps of the workflows, against a real repository and a GitHub on this machine."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gzg.forge.api import Api, ForgeError
from gzg.forge.event import may_write
from gzg.forge.judge import judge
from gzg.forge.receipts import receipts
from gzg.forge.tell import tell
from gzg.forge.words import NO_VERDICT
from gzg.intake.report_markdown import MARK
from tests.forge.recorded import answer
from tests.forge.server import Hub
from tests.intake.forge import Forge, Offered
from tests.intake.programme import CALL, FOLDER, README, dossier, files
from tests.repository.test_git import run as git

LOG = "https://github.com/samen/programma/actions/runs/1"
EVENT = {"repository": {"default_branch": "main"}}
SOURCES = Path(__file__).resolve().parents[2] / "tools"


class Stage:
    """A forge with its pull requests, and the folders that the jobs of a workflow work in."""

    def __init__(self, folder: Path, api: Api, hub: Hub) -> None:
        self.api = api
        self.hub = hub
        self.forge = Forge(folder)
        self.clone = folder / "runner"
        self.out = folder / "verdict"
        git(folder, "clone", "--quiet", str(self.forge.bare), str(self.clone))

    def show(self, offered: Offered, **facts: Any) -> Any:
        """The forge shows a pull request; gives the run that it starts."""
        facts = {"number": offered.number, "head__sha": offered.head, **facts}
        self.hub.pulls.append(answer("pull", **facts))
        self.hub.runs.append(answer("run", head_sha=offered.head))
        return self.hub.runs[-1]

    def verdict(self, run: Any) -> str:
        """Both jobs; gives the state of the last status of the run's commit."""
        judge(self.api, EVENT, run, self.clone, self.out)
        tell(self.api, "main", run, self.out, LOG)
        statuses = self.hub.statuses.get(run["head_sha"], [])
        return str(statuses[0]["state"]) if statuses else "none"


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    hub = Hub()
    with hub.served() as api:
        yield Stage(tmp_path, api, hub)


def test_a_good_dossier_gets_its_status_and_one_comment(stage: Stage) -> None:
    run = stage.show(stage.forge.offer(4, dossier()))
    assert stage.verdict(run) == "success"
    (status,) = stage.hub.statuses[run["head_sha"]]
    (comment,) = stage.hub.comments[4]
    words = "Ontvankelijk / Admissible (#4, 2022-06-15T10:30:00+02:00)"
    assert (status["context"], status["description"]) == ("gzg", words)
    assert status["target_url"] == comment["html_url"]
    assert comment["body"].startswith(f"{MARK}\n## Ontvankelijk")


def test_a_dossier_with_a_fault_is_refused(stage: Stage) -> None:
    run = stage.show(stage.forge.offer(4, dossier(requested="180000")))
    assert stage.verdict(run) == "failure"
    assert "GZG221" in stage.hub.comments[4][0]["body"]


def test_a_changed_workflow_changes_nothing_about_the_verdict(stage: Stage) -> None:
    forged = {
        ".github/workflows/verdict.yml": "on: workflow_run\n",
        "tools/gzg/forge/judge.py": "print('admissible')\n",
        "Makefile": "setup:\n\ttouch hacked\n",
    }
    run = stage.show(stage.forge.offer(4, {**dossier(), **forged}))
    assert stage.verdict(run) == "failure"
    assert not (stage.clone / ".github").exists()
    assert not (stage.clone / "submissions").exists()


def test_a_later_push_renews_the_comment_and_not_a_forged_one(stage: Stage) -> None:
    stranger = {"login": "iemand", "id": 6666, "type": "User"}
    forged = answer("comment", id=1, user=stranger, body=f"{MARK}\n## Ontvankelijk")
    stage.hub.comments[4] = [forged]
    assert stage.verdict(stage.show(stage.forge.offer(4, dossier(requested="180000")))) == "failure"
    better = stage.forge.offer(4, dossier(), again=True)
    stage.hub.pulls.clear()
    assert stage.verdict(stage.show(better)) == "success"
    first, ours = stage.hub.comments[4]
    assert first["body"] == f"{MARK}\n## Ontvankelijk"
    assert "## Ontvankelijk" in ours["body"]


def test_a_second_run_of_one_head_keeps_the_time_that_was_told(stage: Stage) -> None:
    offered = stage.forge.offer(4, dossier())
    run = stage.show(offered)
    stage.verdict(run)
    stage.hub.runs.clear()
    stage.hub.pulls[0]["head"]["repo"]["pushed_at"] = "2022-08-01T10:00:00Z"
    assert stage.verdict(run) == "success"
    descriptions = {each["description"] for each in stage.hub.statuses[offered.head]}
    assert len(descriptions) == 1


def test_the_call_of_the_present_main_branch_counts(stage: Stage) -> None:
    run = stage.show(stage.forge.offer(4, dossier()))
    stage.forge.publish({CALL: files()[CALL].replace("150000", "100000")})
    assert stage.verdict(run) == "failure"


def test_a_run_of_an_older_push_says_nothing(stage: Stage) -> None:
    older = stage.show(stage.forge.offer(4, dossier()))
    newer = stage.forge.offer(4, dossier(requested="119000", own_contribution="41000"), again=True)
    stage.hub.pulls[0]["head"]["sha"] = newer.head
    assert stage.verdict(older) == "none"
    assert stage.hub.told == []


def test_a_push_that_the_list_does_not_show_yet_is_left_to_its_own_run(stage: Stage) -> None:
    older = stage.show(stage.forge.offer(4, dossier()))
    stage.forge.offer(4, {README: "# Anders\n"}, again=True)
    assert judge(stage.api, EVENT, older, stage.clone, stage.out).startswith("There was another")
    assert not stage.out.exists()


def test_without_a_verdict_the_status_says_so(stage: Stage) -> None:
    run = stage.show(stage.forge.offer(4, dossier()))
    tell(stage.api, "main", run, stage.out, LOG)
    (status,) = stage.hub.statuses[run["head_sha"]]
    assert (status["state"], status["description"]) == ("error", NO_VERDICT)
    assert status["target_url"] == LOG
    assert stage.hub.comments == {}


def test_the_status_of_a_commit_is_of_the_first_who_offers_it(stage: Stage) -> None:
    mine = stage.show(stage.forge.offer(4, dossier()))
    assert stage.verdict(mine) == "success"
    copied = Offered(9, mine["head_sha"])
    git(stage.forge.applicant, "push", "--quiet", "origin", f"{copied.head}:refs/pull/9/head")
    theirs = {"head__repo__id": 666, "created_at": "2022-08-01T10:00:00Z"}
    run = stage.show(copied, **theirs) | {"head_repository": {"id": 666}}
    assert stage.verdict(run) == "success"
    assert len(stage.hub.statuses[mine["head_sha"]]) == 1
    assert "GZG412" in stage.hub.comments[9][0]["body"]


def test_only_who_may_write_is_a_maintainer(stage: Stage) -> None:
    login = "dienst-digitaal-lindekerke"
    found = {}
    for permission in ("admin", "write", "read", "none", None):
        stage.hub.permissions = {login: permission} if permission else {}
        found[permission] = may_write(stage.api, answer("pull"))
    assert found == {"admin": True, "write": True, "read": False, "none": False, None: False}


def merge(stage: Stage, offered: Offered, **facts: Any) -> str:
    """The office merges; gives the commit that main was at."""
    before = git(stage.forge.office, "rev-parse", "HEAD")
    git(stage.forge.office, "fetch", "--quiet", "origin", f"refs/pull/{offered.number}/head")
    git(stage.forge.office, "merge", "--quiet", "--no-ff", "--message", "Dossier", "FETCH_HEAD")
    git(stage.forge.office, "push", "--quiet", "origin", "main")
    merged = {"merged_at": "2022-06-21T07:00:00Z", "head__sha": offered.head, **facts}
    commit = git(stage.forge.office, "rev-parse", "HEAD")
    stage.hub.merged[commit] = [answer("pull", number=offered.number, **merged)]
    git(stage.clone, "pull", "--quiet", "origin", "main")
    return before


def test_a_merged_dossier_gets_the_receipt_that_its_verdict_showed(stage: Stage) -> None:
    offered = stage.forge.offer(4, dossier())
    stage.verdict(stage.show(offered))
    shown = stage.hub.comments[4][0]["body"]
    before = merge(stage, offered, head__repo=None)  # the copy was deleted after merging
    ((number, receipt),) = receipts(stage.api, EVENT, before, stage.clone)
    assert number == 4
    assert receipt is not None
    assert receipt["path"] == f"{FOLDER}/receipt.yml"
    assert receipt["received"] == "2022-06-15T10:30:00+02:00"
    assert receipt["head"] == offered.head
    assert receipt["digest"][:6] in shown


def test_two_merged_in_one_push_get_each_their_own(stage: Stage) -> None:
    second = "submissions/oproep-1/balie"
    text = {f"{second}/README.md": "# Balie\n\nEen balie die langskomt bij mensen thuis.\n"}
    title = "Rijdende balie"
    offered = stage.forge.offer(4, dossier())
    other = stage.forge.offer(5, {**dossier(second, title=title), **text})
    before = merge(stage, offered)
    merge(stage, other)
    found = dict(receipts(stage.api, EVENT, before, stage.clone))
    assert {number: each and each["number"] for number, each in found.items()} == {
        4: "oproep-1-4",
        5: "oproep-1-5",
    }


def test_what_was_merged_though_refused_gets_no_receipt(stage: Stage) -> None:
    before = merge(stage, stage.forge.offer(4, dossier(requested="180000")))
    assert list(receipts(stage.api, EVENT, before, stage.clone)) == [(4, None)]


def test_a_push_without_pull_request_gives_no_receipt(stage: Stage) -> None:
    before = git(stage.forge.office, "rev-parse", "HEAD")
    stage.forge.publish({README: "# Loket\n"})
    git(stage.clone, "pull", "--quiet", "origin", "main")
    assert list(receipts(stage.api, EVENT, before, stage.clone)) == []


def test_a_list_of_more_than_a_page_is_read_whole(stage: Stage) -> None:
    stage.hub.pulls = [answer("pull", number=number) for number in range(250)]
    found = stage.api.every("pulls?state=open", dict)
    assert [each["number"] for each in found] == list(range(250))


def test_what_the_forge_refuses_is_told_with_what_was_asked(stage: Stage) -> None:
    with pytest.raises(ForgeError, match=r"GET nothing/here: HTTP Error 404"):
        stage.api.get("nothing/here", dict)


def test_telling_needs_nothing_but_the_standard_library(stage: Stage, tmp_path: Path) -> None:
    run = stage.show(stage.forge.offer(4, dossier()))
    judge(stage.api, EVENT, run, stage.clone, stage.out)
    event = tmp_path / "event.json"
    event.write_text(json.dumps({**EVENT, "workflow_run": run}), "utf-8")
    environment = {
        "GITHUB_API_URL": stage.api.address,
        "GITHUB_EVENT_PATH": str(event),
        "GITHUB_REPOSITORY": stage.api.repository,
        "GITHUB_RUN_ID": "1",
        "GITHUB_SERVER_URL": "https://github.com",
        "GITHUB_TOKEN": stage.api.token,
        "PYTHONPATH": str(SOURCES),
    }
    command = [sys.executable, "-S", "-m", "gzg.forge.tell", str(stage.out)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Pull request 4: success\n"
