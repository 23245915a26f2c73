"""What the repository promises of its files: their text, their locks, what Git ignores.

What it promises of its code stands in `test_code_promises.py`.
"""

import os
import re
import subprocess
import tomllib
from functools import cache
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock")
BINARY = {
    ".gif",
    ".ico",
    ".jpg",
    ".jpeg",
    ".pdf",
    ".png",
    ".ttf",
    ".webp",
    ".woff",
    ".woff2",
    ".zip",
}
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
MACHINE_PATH = re.compile(r"(?<![\w.~-])/(?:home|root|Users|work)/\w")
ADDRESS = re.compile(r"https?:|file:|index-url|find-links| @ ")
PIN = re.compile(r"^([\w.-]+)(?:\[[\w,-]+\])?==(\S+)", re.MULTILINE)
TARGETS = (
    "setup", "site", "serve", "check", "test", "lint", "bench", "screenshots", "form", "lock",
)  # fmt: skip

each_lock = pytest.mark.parametrize("lock", LOCKS)


def git(*arguments: str) -> str:
    """What Git says of this repository, whatever a hook set in the environment."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    command = ["git", "-C", str(ROOT), *arguments]
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, check=True
    ).stdout


@cache
def text_files() -> dict[str, bytes]:
    names = [name for name in git("ls-files", "-z").split("\0") if name]
    paths = [ROOT / name for name in names if Path(name).suffix.lower() not in BINARY]
    return {str(path.relative_to(ROOT)): path.read_bytes() for path in paths if path.is_file()}


def is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def pins(lock: str) -> dict[str, str]:
    found = PIN.findall((ROOT / lock).read_text("utf-8"))
    return {canonicalize_name(name): version for name, version in found}


def asked(*extras: str) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    optional = [line for extra in extras for line in project["optional-dependencies"][extra]]
    return [Requirement(line) for line in (*project["dependencies"], *optional)]


def test_every_text_file_is_utf8_without_byte_order_mark() -> None:
    wrong = [
        name
        for name, content in text_files().items()
        if not is_utf8(content) or content.startswith(BYTE_ORDER_MARK)
    ]
    assert wrong == []


def test_every_text_file_has_unix_line_ends() -> None:
    assert [name for name, content in text_files().items() if b"\r" in content] == []


def test_every_text_file_ends_with_a_line_end() -> None:
    unended = [name for name, content in text_files().items() if content and content[-1:] != b"\n"]
    assert unended == []


def test_no_file_names_a_folder_of_somebodys_machine() -> None:
    found = [
        f"{name}: {match[0]}"
        for name, content in text_files().items()
        for match in MACHINE_PATH.finditer(content.decode("utf-8", "replace"))
    ]
    assert found == []


@each_lock
def test_a_lock_names_no_address(lock: str) -> None:
    assert ADDRESS.findall((ROOT / lock).read_text("utf-8")) == []


@each_lock
def test_every_version_in_a_lock_has_a_hash(lock: str) -> None:
    blocks = re.split(r"^(?=\S)", (ROOT / lock).read_text("utf-8"), flags=re.MULTILINE)
    assert [block for block in blocks if block and "--hash=sha256:" not in block] == []


@pytest.mark.parametrize(
    ("lock", "extras"),
    [("requirements.lock", ("build",)), ("requirements-dev.lock", ("build", "dev"))],
)
def test_a_lock_satisfies_what_the_project_asks(lock: str, extras: tuple[str, ...]) -> None:
    locked = pins(lock)
    unmet = [
        str(requirement)
        for requirement in asked(*extras)
        if not requirement.specifier.contains(locked.get(canonicalize_name(requirement.name), "0"))
    ]
    assert unmet == []


def test_the_locks_agree() -> None:
    developers = pins("requirements-dev.lock")
    assert {name: developers.get(name) for name in pins("requirements.lock")} == pins(
        "requirements.lock"
    )


def test_what_is_made_is_ignored() -> None:
    made = [".venv/ready", "build/docs/index.md", "site/index.html", "tools/gzg.egg-info/PKG-INFO"]
    assert git("check-ignore", *made).split() == made


def test_code_and_content_have_their_licences() -> None:
    first_lines = {
        name: (ROOT / name).read_text("utf-8").lstrip().splitlines()[0]
        for name in ("LICENSE", "LICENSE-CONTENT")
    }
    assert first_lines == {
        "LICENSE": "EUROPEAN UNION PUBLIC LICENCE v. 1.2",
        "LICENSE-CONTENT": "Attribution 4.0 International",
    }


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_the_documents_for_people_are_there(name: str) -> None:
    assert (ROOT / name).read_text("utf-8").strip() != ""


@pytest.mark.parametrize("target", TARGETS)
def test_make_knows_what_to_do_for(target: str) -> None:
    done = subprocess.run(["make", "--dry-run", target], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_ci_runs_the_test_command_of_the_readme() -> None:
    command = "make test"
    assert command in (ROOT / "README.md").read_text("utf-8")
    assert command in (ROOT / ".ci/run").read_text("utf-8")


def test_the_commit_hooks_come_from_this_repository_only() -> None:
    repositories = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]
    hooks = [hook for repository in repositories for hook in repository["hooks"]]
    assert {repository["repo"] for repository in repositories} == {"local"}
    assert {(hook["language"], hook["entry"].partition("/bin/")[0]) for hook in hooks} == {
        ("system", ".venv")
    }
