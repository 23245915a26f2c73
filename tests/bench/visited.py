"""The sites that a browser visits: what is to be reached on each, and whether tests pass on it.

The visits themselves are made by `tests.bench.visits`, in a process of its own.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tests.bench.handed_in import open_a_call
from tests.bench.measured import FailedError
from tests.bench.report import Goal

ROOT = Path(__file__).resolve().parents[2]
MOST_KILOBYTES = 250
MOST_KILOBYTES_FORM = 350
"""With all that the form needs: its programs, the questions, the register."""

MOST_SECONDS_PAGE = 1
MOST_SECONDS_QUERY = 0.5
WORDS = ("kievitdorp", "parkeren", "loket")
"""A town, a subject, and a word that is on nearly every page of a generated programme."""

PROMISED = ("tests/site/test_axe.py", "tests/site/test_focus.py", "tests/site/test_policy.py")
"""The tests of what holds for every site."""


def goals(small: Path, large: Path, announce: Callable[[str], None]) -> tuple[Goal, ...]:
    """Build what was changed since, index and all, and visit both."""
    sites = {}
    open_a_call(small)
    for name, folder in (("small", small), ("large", large)):
        announce(f"building a site to visit, {_count(folder)}")
        _ran(sys.executable, "-m", "gzg", "build", "--root", folder)
        sites[name] = folder / "site"
    announce("visiting pages over a slow network")
    pages = json.loads(_ran(sys.executable, "-m", "tests.bench.visits", "pages", sites["small"]))
    announce("searching")
    found = json.loads(_ran(sys.executable, "-m", "tests.bench.visits", "queries", sites["large"]))
    announce("the tests of every site, on the large one")
    title = f"browser tests that fail, {_count(large)}"
    return (
        *_of_pages(pages, _count(small)),
        *_of_queries(found, _count(large)),
        Goal("browser-tests", title, _failing(sites["large"]), 0),
    )


def _count(folder: Path) -> str:
    return f"{sum(1 for _ in folder.glob('content/projects/*')):,} projects"


def _of_pages(found: Mapping[str, float], count: str) -> Iterator[Goal]:
    for page in ("home", "project"):
        weight = f"kilobytes of the {page} page, compressed, {count}"
        yield Goal(f"weight-{page}", weight, found[f"{page} kilobytes"], MOST_KILOBYTES)
        soon = f"seconds until the {page} page can be used, on slow 4G"
        yield Goal(f"usable-{page}", soon, found[f"{page} seconds"], MOST_SECONDS_PAGE)
    weight = f"kilobytes of the page with a form, compressed, {count}"
    yield Goal("weight-form", weight, found["form kilobytes"], MOST_KILOBYTES_FORM)


def _of_queries(found: Mapping[str, float], count: str) -> Iterator[Goal]:
    for word in WORDS:
        weight = f"kilobytes fetched for the query {word}, compressed, {count}"
        yield Goal(f"query-weight-{word}", weight, found[f"{word} kilobytes"], MOST_KILOBYTES)
        soon = "seconds from its last key to its results"
        yield Goal(f"query-{word}", soon, found[f"{word} seconds"], MOST_SECONDS_QUERY)


def _failing(site: Path) -> int:
    """How many of the promised tests do not pass on a site."""
    done = _run(sys.executable, "-m", "pytest", "-q", *PROMISED, GZG_BUILT_SITE=str(site))
    counted: dict[str, int] = {
        name: int(number)
        for number, name in re.findall(r"(\d+) (passed|failed|error)", done.stdout)
    }
    if not counted.get("passed"):
        raise FailedError(done.stdout[-2000:] + done.stderr)
    return counted.get("failed", 0) + counted.get("error", 0)


def _ran(*command: str | Path) -> str:
    done = _run(*command)
    if done.returncode != 0:
        raise FailedError(done.stderr)
    return done.stdout


def _run(*command: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    return subprocess.run(
        command, cwd=ROOT, env=kept | environment, capture_output=True, text=True, check=False
    )
