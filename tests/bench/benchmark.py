"""`make bench`: measures checking and building beside the peers, as a table and as JSON.

Every command is a process of its own that finds nothing kept from an earlier one. `--quick` takes
small numbers, to see whether everything still runs: its figures say nothing.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from tests.bench import machine
from tests.bench.measured import FailedError, Measured, fastest
from tests.bench.report import Goal, Report, Row, as_json, show

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
WORK = ROOT / "build" / "bench"
OUTCOME = ROOT / "build" / "bench.json"
SCHEMA = ROOT / "schemas" / "project.schema.json"

SHARE_OF_PEER = 1 / 20
MOST_MEGABYTES = 300


@dataclass(frozen=True)
class Sizes:
    """How many records, and how often each command is run."""

    few: int
    many: int
    runs: int


USUAL = Sizes(few=1_000, many=10_000, runs=3)
QUICK = Sizes(few=40, many=80, runs=1)

Announce = Callable[[str], None]


def main() -> int:
    """Measure, write the outcome and show it."""
    parser = argparse.ArgumentParser(description="Measure gzg beside its peers.")
    parser.add_argument("--quick", action="store_true", help="small numbers: only to try it out")
    sizes = QUICK if parser.parse_args().quick else USUAL
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
    """Everything, one after the other."""
    shutil.rmtree(WORK, ignore_errors=True)
    few, many = _generated(sizes.few, announce), _generated(sizes.many, announce)
    small = _checked(few, sizes.few, sizes, announce)
    large = _checked(many, sizes.many, sizes, announce)
    peer = _checked_by_peer(few, sizes, announce)
    site, plain = _built(few, sizes, announce)
    announce("reading one record after another")
    reading = json.loads(_output(sys.executable, "-m", "tests.bench.reading", few))
    goals = (
        _per_record(small, peer, None),
        _per_record(large, peer, SHARE_OF_PEER),
        Goal(
            "memory",
            f"megabytes of gzg check, {sizes.many:,} records",
            large.measured.peak_megabytes,
            MOST_MEGABYTES,
        ),
        Goal(
            "build",
            "time of gzg build, of that of plain MkDocs Material",
            site.measured.seconds / plain.measured.seconds,
            1,
        ),
    )
    return Report(machine.description(), (small, large, peer, site, plain), goals, reading)


def _per_record(ours: Row, peer: Row, reach: float | None) -> Goal:
    value = ours.milliseconds_each / peer.milliseconds_each
    title = f"time a record of gzg check, {ours.count:,} records, of that of check-jsonschema"
    return Goal(f"check-{ours.count}", title, value, reach)


def _generated(total: int, announce: Announce) -> Path:
    """A programme in a Git repository of its own."""
    announce(f"generating {total:,} records")
    folder = WORK / str(total)
    _output(sys.executable, "-m", "tests.bench.generator", str(total), folder)
    git = ("git", "-C", folder, "-c", "user.name=bench", "-c", "user.email=bench@example.org")
    _output(*git, "init", "--quiet")
    _output(*git, "add", "--all")
    _output(*git, "commit", "--quiet", "--no-verify", "--no-gpg-sign", "--message", "Generated")
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


def _checked(folder: Path, total: int, sizes: Sizes, announce: Announce) -> Row:
    announce(f"gzg check of {total:,} records")
    found = fastest([BIN / "gzg", "check", "--root", folder], ROOT, sizes.runs)
    return Row(f"gzg-check-{total}", "gzg check", total, "records", found)


def _checked_by_peer(folder: Path, sizes: Sizes, announce: Announce) -> Row:
    files = sorted(folder.glob("content/projects/*/project.yml"))
    announce(f"check-jsonschema of {len(files):,} of these files")
    command: list[str | Path] = [BIN / "check-jsonschema", "--schemafile", SCHEMA, *files]
    found = fastest(command, ROOT, sizes.runs)
    title = f"check-jsonschema, the projects of those {sizes.few:,}"
    return Row("check-jsonschema", title, len(files), "files", found)


def _built(folder: Path, sizes: Sizes, announce: Announce) -> tuple[Row, Row]:
    """Our site, and the plain one with as many pages."""
    announce(f"gzg build of {sizes.few:,} records")
    ours = fastest([BIN / "gzg", "build", "--root", folder], ROOT, sizes.runs)
    pages = sum(1 for _ in (folder / "build" / "docs").rglob("*.md"))
    announce(f"plain MkDocs Material, {pages:,} pages")
    plain = WORK / "plain"
    _output(sys.executable, "-m", "tests.bench.plain_site", plain, folder, str(pages))
    theirs = _plain(plain, sizes)
    return (
        Row(
            "gzg-build", f"gzg build of {sizes.few:,} records, with Pagefind", pages, "pages", ours
        ),
        Row("mkdocs-material", "mkdocs build, plain Material, no search", pages, "pages", theirs),
    )


def _plain(folder: Path, sizes: Sizes) -> Measured:
    return fastest([BIN / "mkdocs", "build", "--quiet"], folder, sizes.runs)


if __name__ == "__main__":
    sys.exit(main())
