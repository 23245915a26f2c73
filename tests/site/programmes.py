"""Programmes to make sites of: copies of the real content and of the smallest, kept in Git."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from gzg.figures.compute import compute
from gzg.repository.catalogue import Catalogue
from gzg.repository.repository import Repository
from gzg.repository.tree import CONTENT_FOLDERS, MemoryTree, Tree, WorkingTree
from gzg.site.edition import Edition
from gzg.site.page import Page
from gzg.site.pages.kinds import all_pages
from gzg.texts import Language
from tests.rules.examples import SMALLEST, smallest_files

ROOT = Path(__file__).resolve().parents[2]
ZONE = ZoneInfo("Europe/Brussels")
COMMITTED = "2024-05-01T09:00:00+02:00"


def copy_of_the_real_content(folder: Path) -> Path:
    for name in CONTENT_FOLDERS:
        shutil.copytree(ROOT / name, folder / name)
    keep_in_git(folder)
    return folder


def smallest(folder: Path, files: Mapping[str, str] | None = None) -> Path:
    """The smallest programme with some files changed or added."""
    shutil.copytree(SMALLEST, folder)
    for name, text in (files or {}).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def keep_in_git(folder: Path, when: str = COMMITTED) -> None:
    """Everything in the folder in one more commit of that time."""
    author = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    environment = clean_environment() | {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    for command in (
        ("init", "--quiet"),
        ("add", "--all"),
        (*author, "commit", "--quiet", "--message", "Test"),
    ):
        subprocess.run(["git", *command], cwd=folder, env=environment, check=True)


def clean_environment() -> dict[str, str]:
    """The environment without what a hook or a build sets in it."""
    refused = ("GIT_", "SOURCE_DATE_EPOCH", "SITE_URL", "GZG_")
    return {key: value for key, value in os.environ.items() if not key.startswith(refused)}


def gzg(
    *arguments: str | Path, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "gzg", *map(str, arguments)],
        env=clean_environment() | dict(environment or {}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def built(folder: Path, out: Path, environment: Mapping[str, str] | None = None) -> Path:
    done = gzg("build", "--root", folder, "--out", out, environment=environment)
    assert (done.returncode, done.stderr) == (0, "")
    return out


def edition(
    files: Mapping[str, str] | None = None,
    *,
    language: Language = Language.NL,
    changes: Mapping[str, datetime] | None = None,
) -> Edition:
    """The smallest programme, with some files changed or added, in a language."""
    raw = smallest_files() | {name: text.encode() for name, text in (files or {}).items()}
    return edition_of(MemoryTree(raw), language, changes)


def real_edition(language: Language = Language.NL) -> Edition:
    return edition_of(WorkingTree(ROOT), language)


def edition_of(
    tree: Tree, language: Language, changes: Mapping[str, datetime] | None = None
) -> Edition:
    catalogue = Catalogue(Repository(tree))
    return Edition(catalogue, compute(catalogue), language, ZONE, changes or {})


def page_at(address: str, of: Edition) -> Page:
    return next(page for page in all_pages(of) if page.address == address)
