"""The hook before each commit, as `.pre-commit-config.yaml` has it, in a clone of its own."""

import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.repository.test_git import run

ROOT = Path(__file__).resolve().parents[2]
README = "submissions/oefenoproep-vorig/digitaal-loket/README.md"


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone with the records, and with the hook as pre-commit runs it: only on staged files."""
    for name in ("content", "submissions", "schemas"):
        shutil.copytree(ROOT / name, tmp_path / name)
    run(tmp_path, "init", "--quiet")
    run(tmp_path, "add", ".")
    run(tmp_path, "commit", "--quiet", "-m", "begin")
    command = tmp_path / ".venv/bin/gzg"
    command.parent.mkdir(parents=True)
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m gzg "$@"\n')
    command.chmod(0o755)
    hook = next(each for each in hooks() if each["id"] == "gzg-check")
    staged = "git diff --cached --name-only --diff-filter=ACMR"
    script = f"{staged} | grep -E {shlex.quote(hook['files'])} | xargs {hook['entry']}"
    file = tmp_path / ".git/hooks/pre-commit"
    file.write_text(f"#!/bin/bash\nset -o pipefail\n{script}\n")
    file.chmod(0o755)
    return tmp_path


def hooks() -> list[dict[str, str]]:
    repositories = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]
    return [hook for repository in repositories for hook in repository["hooks"]]


def committed(clone: Path, line: str) -> subprocess.CompletedProcess[str]:
    """What a commit says that adds a line to a dossier's text."""
    with (clone / README).open("a", encoding="utf-8") as text:
        text.write(f"\n{line}\n")
    run(clone, "add", README)
    command = ["git", "-c", "user.name=x", "-c", "user.email=x@voorbeeld.example", "commit"]
    return subprocess.run(
        [*command, "-m", "anders"], cwd=clone, capture_output=True, text=True, check=False
    )


def test_a_national_number_never_gets_into_a_commit(clone: Path) -> None:
    before = run(clone, "rev-parse", "HEAD")
    done = committed(clone, "Bel Jan, 85.07.30-033.28.")
    assert done.returncode == 1
    assert "GZG511" in done.stdout + done.stderr
    assert "033.28" not in done.stdout + done.stderr
    assert run(clone, "rev-parse", "HEAD") == before


def test_what_is_in_order_is_committed(clone: Path) -> None:
    before = run(clone, "rev-parse", "HEAD")
    done = committed(clone, "De dienst Vrije Tijd antwoordt.")
    assert done.returncode == 0, done.stdout + done.stderr
    assert run(clone, "rev-parse", "HEAD") != before
