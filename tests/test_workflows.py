"""The forge's workflows hold what the project promises of them: pinned, sparing, well formed."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

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


def test_the_three_workflows_are_there() -> None:
    assert {path.stem for path in WORKFLOWS} >= {"check", "test", "publish"}


def test_zizmor_finds_nothing() -> None:
    audit = run_tool("zizmor", "--offline", "--no-progress", "--persona=pedantic", ".github")
    assert audit.returncode == 0, audit.stdout + audit.stderr


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


def test_only_the_deploy_job_may_write() -> None:
    writing = {
        (workflow.stem, name)
        for workflow in WORKFLOWS
        for name, job in jobs(workflow).items()
        if "write" in job["permissions"].values()
    }
    assert writing == {("publish", "deploy")}


def test_the_check_of_a_pull_request_only_reads() -> None:
    permissions = [
        job["permissions"] for job in jobs(ROOT / ".github/workflows/check.yml").values()
    ]
    assert permissions == [{"contents": "read"}]
