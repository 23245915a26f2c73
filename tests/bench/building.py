"""What is measured of a large site: all of it made anew, and again after one changed record.

Each build is run once, because it takes long and each finds what the one before it left. The
search index, which is always made of all pages, is left out where two builds are compared: `true`
stands in the place of Pagefind's program.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

from tests.bench import handed_in
from tests.bench.measured import run
from tests.bench.report import Goal, Row

MOST_SECONDS = 150
MOST_MEGABYTES = 2_500
SHARE_OF_FULL = 1 / 10
IN_ALL, ANEW, AGAIN = "gzg-build-large", "gzg-build-full", "gzg-build-again"


def large_site(folder: Path, gzg: Path, announce: Callable[[str], None]) -> tuple[Row, ...]:
    """The builds of a generated programme, in turn."""
    projects = sum(1 for _ in folder.glob("content/projects/*"))
    build = (gzg, "build", "--root", folder)
    no_index = ("env", f"PAGEFIND_BINARY_PATH={shutil.which('true')}", *build)
    title = f"gzg build of {projects:,} projects in both languages"
    announce(f"once: {title}")
    rows = [_measured(IN_ALL, f"{title}, with Pagefind", (*build, "--full"), folder)]
    announce(f"once: {title}, without its search index")
    rows.append(_measured(ANEW, "the same without Pagefind", (*no_index, "--full"), folder))
    handed_in.change_a_record(folder)
    announce(f"once: {title}, after one changed record")
    rows.append(_measured(AGAIN, "the same after one changed record", no_index, folder))
    return tuple(rows)


def goals(rows: tuple[Row, ...]) -> tuple[Goal, ...]:
    """What is to be reached with it; nothing where no large site was built."""
    found = {row.id: row for row in rows}
    if IN_ALL not in found:
        return ()
    large, anew, again = (found[id] for id in (IN_ALL, ANEW, AGAIN))
    return (
        Goal("build-large", f"seconds of {large.title}", large.measured.seconds, MOST_SECONDS),
        Goal(
            "build-memory",
            "megabytes of the largest of its processes",
            large.measured.peak_megabytes,
            MOST_MEGABYTES,
        ),
        Goal(
            "build-again",
            "time of a build after one changed record, of that of the full one",
            again.measured.seconds / anew.measured.seconds,
            SHARE_OF_FULL,
        ),
    )


def _measured(id: str, title: str, command: tuple[str | Path, ...], folder: Path) -> Row:
    found = run(command, folder)
    return Row(id, title, pages_in(folder), "pages", found)


def pages_in(folder: Path) -> int:
    """How many pages the last build of a programme has made."""
    return sum(1 for _ in (folder / "build" / "docs").rglob("*.md"))
