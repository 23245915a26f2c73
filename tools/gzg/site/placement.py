"""How a site that was made comes in its place, whole or as what differs from the one there.

Until it is there for good the former site can be put back: a build that fails, or that somebody
interrupts, leaves it as it was.
"""

import os
import shutil
import tempfile
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from gzg.repository.processes import in_processes
from gzg.site.writer import is_right, strangers

_FEWEST_REMOVED = 4
"""Folders of a site for which a second process is worth its start: each has hundreds of pages."""


@contextmanager
def beside(out: Path) -> Iterator[Path]:
    """A temporary folder on the same disk."""
    out.parent.mkdir(parents=True, exist_ok=True)
    temporary = Path(tempfile.mkdtemp(prefix=f".{out.name}.", dir=out.parent))
    try:
        yield temporary
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def replace(made: Path, out: Path) -> None:
    """Put a whole site in its place; the former one is removed only after that."""
    mask = os.umask(0)
    os.umask(mask)
    made.chmod(0o777 & ~mask)
    with beside(out) as former:
        if out.exists():
            out.rename(former / "site")
        made.rename(out)
        _empty(former / "site")


def _empty(folder: Path) -> None:
    """Take away the thousands of pages in a folder, divided over the processes."""
    if folder.is_dir():
        in_processes(_remove, sorted(folder.iterdir()), fewest=_FEWEST_REMOVED)


def _remove(folders: Sequence[Path]) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)  # The caller takes away what is no folder.


class Renewal:
    """A site in which some files take the place of others."""

    def __init__(self, out: Path, aside: Path) -> None:
        self._out, self._aside = out, aside
        self._moves: list[tuple[Path, Path]] = []

    def bring(self, made: Path, others: Collection[str]) -> None:
        """Make the site hold just the files below `made` and the `others`, by their path.

        A file that is there already keeps its place and time.
        """
        names = [path.relative_to(made).as_posix() for path in made.rglob("*") if path.is_file()]
        for stranger in strangers(self._out, frozenset(others).union(names)):
            self._take(stranger)
        for name in sorted(names):
            self.put(made / name, name)

    def put(self, made: Path, name: str) -> None:
        """Put one file or folder at a path of the site."""
        place = self._out / name
        if made.is_file() and is_right(place, made.read_bytes()):
            return
        if os.path.lexists(place):
            self._take(name)
        self._move(made, place)

    def undo(self) -> None:
        """Put everything back."""
        for here, there in reversed(self._moves):
            here.parent.mkdir(parents=True, exist_ok=True)
            with suppress(FileNotFoundError):  # Of what was interrupted before it was moved.
                there.rename(here)
            with suppress(OSError):  # A folder that still holds something stays.
                os.removedirs(there.parent)

    def _take(self, name: str) -> None:
        self._move(self._out / name, self._aside / name)

    def _move(self, here: Path, there: Path) -> None:
        there.parent.mkdir(parents=True, exist_ok=True)
        self._moves.append((here, there))
        here.rename(there)


@contextmanager
def renewed(out: Path) -> Iterator[Renewal]:
    """A site to be renewed in its place; all that was done is undone where anything fails."""
    with beside(out) as aside:
        renewal = Renewal(out, aside)
        try:
            yield renewal
        except BaseException:
            renewal.undo()
            raise
