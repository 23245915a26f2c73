"""`make bench`: measures checking and building beside the peers, as a table and as JSON.

Every command is a process of its own that finds nothing kept from an earlier one, but for the
compiled modules: installing makes those, of gzg as of its peers. `--quick` takes
small numbers, to see whether everything still runs: its figures say nothing.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console

from tests.bench import building, handed_in, machine, visited
from tests.bench.measured import FailedError, Measured, fastest, run
from tests.bench.report import Goal, Report, Row, as_json, show

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
WORK = ROOT / "build" / "bench"
OUTCOME = ROOT / "build" / "bench.json"
SCHEMA = ROOT / "schemas" / "project.schema.json"

SHARE_OF_PEER = 1 / 20
MOST_MEGABYTES = 300
MOST_SECONDS_SINCE = 0.5
MOST_SECONDS_PULL_REQUEST = 1


@dataclass(frozen=True)
class Sizes:
    """How many records, and how often each command is run; `site` is for the large site."""

    few: int
    many: int
    site: int
    visited: int
    rounds: int


@dataclass(frozen=True)
class Task:
    """A command to be measured, and how many things it goes over; `unit` says what they are."""

    id: str
    title: str
    count: int
    unit: str
    command: tuple[str | Path, ...]
    folder: Path


USUAL = Sizes(few=1_000, many=10_000, site=12_504, visited=1_254, rounds=3)
"""Four projects in five records: 10,000 on the large site, 1,000 on the visited one."""
QUICK = Sizes(few=40, many=80, site=60, visited=50, rounds=1)

Announce = Callable[[str], None]


def main() -> int:
    """Measure, write the outcome and show it."""
    parser = argparse.ArgumentParser(description="Measure gzg beside its peers.")
    parser.add_argument("--quick", action="store_true", help="small numbers: only to try it out")
    parser.add_argument("--no-large-site", action="store_true", help="leave out what takes longest")
    options = parser.parse_args()
    sizes = QUICK if options.quick else USUAL
    if options.no_large_site:
        sizes = replace(sizes, site=0)
    console = Console()
    waiting = Console(stderr=True)
    try:
        with waiting.status("") as status:
            report = measure(sizes, status.update)
    except FailedError as error:
        print(error, file=sys.stderr)  # noqa: T201
        return 1
    finally:
        shutil.rmtree(WORK, ignore_errors=True)
    OUTCOME.write_text(json.dumps(as_json(report), indent=2) + "\n", "utf-8")
    show(report, console)
    console.print(f"Written to {OUTCOME.relative_to(ROOT)}")
    return 0


def measure(sizes: Sizes, announce: Announce) -> Report:
    """Run every command in turn, round after round, so that a busy moment hits ours and theirs."""
    shutil.rmtree(WORK, ignore_errors=True)
    _output(sys.executable, "-m", "compileall", "-q", ROOT / "tools" / "gzg")
    few, many = _generated(sizes.few, announce), _generated(sizes.many, announce)
    tasks = (
        _check(few, sizes.few),
        _check(many, sizes.many),
        _check_by_peer(few, sizes.few),
        *_builds(few, sizes.few, announce),
        *_of_one_change(many, sizes.many, announce),
    )
    found: list[list[Measured]] = [[] for _ in tasks]
    for number in range(1, sizes.rounds + 1):
        for task, runs in zip(tasks, found, strict=True):
            announce(f"round {number}: {task.title}, {task.count:,} {task.unit}")
            runs.append(run(task.command, task.folder))
    announce("reading one record after another")
    reading = json.loads(_output(sys.executable, "-m", "tests.bench.reading", few))
    rows = tuple(
        Row(task.id, task.title, task.count, task.unit, fastest(runs))
        for task, runs in zip(tasks, found, strict=True)
    )
    goals = _goals(rows)
    if sizes.site:
        large = _generated(sizes.site, announce)
        small = _generated(sizes.visited, announce)
        rows += building.large_site(large, BIN / "gzg", announce)
        goals += building.goals(rows) + visited.goals(small, large, announce)
    return Report(machine.description(), rows, goals, reading)


def _goals(rows: tuple[Row, ...]) -> tuple[Goal, ...]:
    small, large, peer, site, plain, since, pull_request = rows
    return (
        _per_record(small, peer, None),
        _per_record(large, peer, SHARE_OF_PEER),
        Goal(
            "memory",
            f"megabytes of gzg check, {large.count:,} records",
            large.measured.peak_megabytes,
            MOST_MEGABYTES,
        ),
        Goal(
            "build",
            "time of gzg build, of that of plain MkDocs Material",
            site.measured.seconds / plain.measured.seconds,
            1,
        ),
        Goal(
            "check-since",
            f"seconds of gzg check --since, one record changed of {large.count:,}",
            since.measured.seconds,
            MOST_SECONDS_SINCE,
        ),
        Goal(
            "pull-request",
            f"seconds of gzg pull-request, one dossier among {large.count:,} records",
            pull_request.measured.seconds,
            MOST_SECONDS_PULL_REQUEST,
        ),
    )


def _per_record(ours: Row, peer: Row, reach: float | None) -> Goal:
    value = ours.milliseconds_each / peer.milliseconds_each
    title = f"time a record of gzg check, {ours.count:,} records, of that of check-jsonschema"
    return Goal(f"check-{ours.count}", title, value, reach)


def _generated(total: int, announce: Announce) -> Path:
    """A programme in a Git repository of its own."""
    announce(f"generating {total:,} records")
    folder = WORK / str(total)
    _output(sys.executable, "-m", "tests.bench.generator", str(total), folder)
    handed_in.git(folder, "init", "--quiet", f"--initial-branch={handed_in.MAIN}")
    handed_in.commit(folder, "Generated")
    return folder


def _output(*command: str | Path) -> str:
    """What a program prints; apart from this process, which is to stay small."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise FailedError(done.stderr)
    return done.stdout


def _check(folder: Path, total: int) -> Task:
    command = (BIN / "gzg", "check", "--root", folder)
    return Task(f"gzg-check-{total}", "gzg check", total, "records", command, ROOT)


def _check_by_peer(folder: Path, total: int) -> Task:
    files = sorted(folder.glob("content/projects/*/project.yml"))
    command: tuple[str | Path, ...] = (BIN / "check-jsonschema", "--schemafile", SCHEMA, *files)
    title = f"check-jsonschema, the projects of those {total:,}"
    return Task("check-jsonschema", title, len(files), "files", command, ROOT)


def _of_one_change(folder: Path, total: int, announce: Announce) -> tuple[Task, Task]:
    """One changed record on a branch, and one dossier in a bare repository."""
    announce("preparing a branch and a pull request")
    bare = WORK / "forge.git"
    event = handed_in.hand_in(folder, bare)
    handed_in.change_a_record(folder)
    since = (BIN / "gzg", "check", "--root", folder, "--since", handed_in.MAIN)
    refs = ("--base", handed_in.MAIN, "--head", handed_in.HEAD)
    judge = (BIN / "gzg", "pull-request", "--event", event, *refs)
    among = f"among {total:,}"
    return (
        Task("gzg-check-since", f"gzg check --since, {among}", 1, "record", since, ROOT),
        Task("gzg-pull-request", f"gzg pull-request, {among}", 1, "dossier", judge, bare),
    )


def _builds(folder: Path, total: int, announce: Announce) -> tuple[Task, Task]:
    """Our site, and the plain one with as many pages; ours is made once before, to count them."""
    announce("preparing the sites")
    ours = (BIN / "gzg", "build", "--full", "--root", folder)
    _output(*ours)
    pages = building.pages_in(folder)
    plain = WORK / "plain"
    _output(sys.executable, "-m", "tests.bench.plain_site", plain, folder, str(pages))
    theirs = (BIN / "mkdocs", "build", "--quiet")
    title = f"gzg build of {total:,} records, with Pagefind"
    return (
        Task("gzg-build", title, pages, "pages", ours, ROOT),
        Task("mkdocs-material", "mkdocs build, plain, no search", pages, "pages", theirs, plain),
    )


if __name__ == "__main__":
    sys.exit(main())
