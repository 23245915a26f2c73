"""The forge's workflows hold what the project promises of them: pinned, sparing, well formed."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.repository.test_git import commit
from tests.repository.test_git import run as git

ROOT = Path(__file__).resolve().parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TOOLS = Path(sys.executable).parent
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")

each_workflow = pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)


def run_tool(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [str(TOOLS / name), *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def actions(workflow: Path) -> list[str]:
    """Each `uses:` with its comment, as written."""
    return re.findall(r"\buses: (.+)", workflow.read_text("utf-8"))


def jobs(workflow: Path) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = yaml.safe_load(workflow.read_text("utf-8"))["jobs"]
    return found


def triggers(workflow: Path) -> dict[str, Any]:
    """What starts a workflow; YAML 1.1 takes the word `on` for true."""
    found: dict[str, Any] = yaml.safe_load(workflow.read_text("utf-8"))[True]
    return found


def test_every_workflow_is_there() -> None:
    names = {"check", "dossier", "publish", "receipts", "test", "verdict"}
    assert {path.stem for path in WORKFLOWS} == names


def test_zizmor_finds_nothing() -> None:
    audit = run_tool("zizmor", "--offline", "--no-progress", "--persona=pedantic", ".github")
    assert audit.returncode == 0, audit.stdout + audit.stderr


def test_one_exception_is_made_and_says_why() -> None:
    exceptions = [
        (workflow.stem, line.strip())
        for workflow in WORKFLOWS
        for line in workflow.read_text("utf-8").splitlines()
        if "zizmor:" in line
    ]
    reason = "nothing that came from a fork is checked out or run"
    line = f"workflow_run: # zizmor: ignore[dangerous-triggers] {reason}"
    assert exceptions == [("verdict", line)]


def test_actionlint_finds_nothing() -> None:
    names = [str(path.relative_to(ROOT)) for path in WORKFLOWS]
    # Without its two optional helpers, so that it says the same on every machine.
    lint = run_tool("actionlint", "-no-color", "-shellcheck=", "-pyflakes=", *names)
    assert lint.returncode == 0, lint.stdout + lint.stderr


@each_workflow
def test_every_action_is_pinned_by_commit_and_names_its_version(workflow: Path) -> None:
    assert [action for action in actions(workflow) if not PINNED.fullmatch(action)] == []


def test_an_action_has_one_pin_everywhere() -> None:
    pins = {action for workflow in WORKFLOWS for action in actions(workflow)}
    names = [pin.partition("@")[0] for pin in sorted(pins)]
    assert names == sorted(set(names))


@each_workflow
def test_every_job_ends_by_itself(workflow: Path) -> None:
    assert [
        name for name, job in jobs(workflow).items() if job.get("timeout-minutes", 999) > 60
    ] == []


def test_five_jobs_may_write_and_each_only_what_it_is_for() -> None:
    writing = {
        (workflow.stem, name): {scope for scope, right in rights.items() if right == "write"}
        for workflow in WORKFLOWS
        for name, job in jobs(workflow).items()
        if "write" in (rights := job["permissions"]).values()
    }
    assert writing == {
        ("dossier", "put"): {"contents", "issues", "pull-requests", "statuses"},
        ("dossier", "tell"): {"pull-requests", "statuses"},
        ("publish", "deploy"): {"pages", "id-token"},
        ("verdict", "tell"): {"pull-requests", "statuses"},
    }


def test_only_the_job_that_commits_receipts_has_a_key() -> None:
    keys = {
        (workflow.stem, name): job.get("environment")
        for workflow in WORKFLOWS
        for name, job in jobs(workflow).items()
        if "secrets." in yaml.safe_dump(job)
    }
    assert keys == {("receipts", "commit"): "receipts"}


@pytest.mark.parametrize("name", ["check", "test"])
def test_what_a_pull_request_starts_only_reads(name: str) -> None:
    workflow = ROOT / f".github/workflows/{name}.yml"
    assert "pull_request" in triggers(workflow)
    assert [job["permissions"] for job in jobs(workflow).values()] == [{"contents": "read"}]


def test_nothing_else_listens_to_what_an_outsider_can_do() -> None:
    outside = {
        workflow.stem: set(triggers(workflow)) - {"push", "workflow_dispatch"}
        for workflow in WORKFLOWS
    }
    assert outside == {
        "check": {"pull_request"},
        "dossier": {"issues"},
        "publish": set(),
        "receipts": set(),
        "test": {"pull_request"},
        "verdict": {"workflow_run"},
    }


def test_the_verdict_follows_the_check() -> None:
    follows = triggers(ROOT / ".github/workflows/verdict.yml")["workflow_run"]["workflows"]
    names = [yaml.safe_load((ROOT / ".github/workflows/check.yml").read_text("utf-8"))["name"]]
    assert follows == names


def test_whatever_pushes_or_judges_with_a_token_is_code_of_the_default_branch() -> None:
    checkouts = [
        (workflow, step["with"].get("ref"))
        for workflow in ("dossier", "verdict", "receipts")
        for job in jobs(ROOT / f".github/workflows/{workflow}.yml").values()
        for step in job["steps"]
        if step.get("uses", "").startswith("actions/checkout@")
    ]
    default = "${{ github.event.repository.default_branch }}"
    # A push to main that starts a workflow checks out what was pushed, which is on main.
    assert checkouts == [
        *[("dossier", default)] * 4,
        ("verdict", default),
        ("verdict", default),
        ("receipts", None),
        ("receipts", "main"),
    ]


@pytest.mark.parametrize(
    ("workflow", "job", "command"),
    [
        ("verdict", "tell", 'python3 -m gzg.forge.tell "$RUNNER_TEMP/verdict"'),
        ("dossier", "tell", 'python3 -m gzg.forge.tell "$RUNNER_TEMP/verdict"'),
        ("dossier", "put", 'python3 -m gzg.forge.issue_put "$RUNNER_TEMP/issue"'),
    ],
)
def test_a_job_that_tells_installs_nothing(workflow: str, job: str, command: str) -> None:
    steps = jobs(ROOT / f".github/workflows/{workflow}.yml")[job]["steps"]
    assert [step["run"] for step in steps if "run" in step] == [command]


def test_an_issue_is_answered_one_event_at_a_time() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/dossier.yml").read_text("utf-8"))
    assert workflow["concurrency"] == {
        "group": "dossier-${{ github.event.issue.number }}",
        "cancel-in-progress": False,
    }
    assert triggers(ROOT / ".github/workflows/dossier.yml")["issues"]["types"] == [
        "opened",
        "edited",
        "closed",
        "reopened",
    ]


@each_workflow
def test_no_command_is_put_together_from_what_an_event_says(workflow: Path) -> None:
    commands = [
        step["run"]
        for job in jobs(workflow).values()
        for step in job["steps"]
        if "${{" in step.get("run", "")
    ]
    assert commands == []


def commit_step() -> str:
    steps = jobs(ROOT / ".github/workflows/receipts.yml")["commit"]["steps"]
    found: str = steps[-1]["run"]
    return found


def test_only_receipts_are_committed(tmp_path: Path) -> None:
    """The step itself, run on a clone with more in the folder than belongs there."""
    made = tmp_path / "runner" / "receipts"
    for name in (
        "submissions/oproep/loket/receipt.yml",
        "submissions/oproep/loket/submission.yml",
        "submissions/receipt.yml",
        "content/calls/oproep/receipt.yml",
        ".github/workflows/receipt.yml",
    ):
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_text(f"{name}\n", "utf-8")
    bare, clone = tmp_path / "bare", tmp_path / "clone"
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", str(bare))
    git(tmp_path, "clone", "--quiet", str(bare), str(clone))
    commit(clone, {"README.md": "# Programma\n"})
    git(clone, "push", "--quiet", "origin", "HEAD:main")
    places = {"RUNNER_TEMP": str(tmp_path / "runner"), "GITHUB_WORKSPACE": str(clone)}
    environment = {**os.environ, **places}
    for _ in range(2):  # the second time there is nothing left to write
        subprocess.run(["bash", "-e", "-c", commit_step()], cwd=clone, env=environment, check=True)
    tree = git(bare, "ls-tree", "-r", "--name-only", "main").split()
    assert tree == ["README.md", "submissions/oproep/loket/receipt.yml"]
    assert git(bare, "rev-list", "--count", "main") == "2"
