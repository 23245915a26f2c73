"""Writes pages into the docs folder, and removes what no longer belongs there."""

import os
import shutil
import stat
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from gzg.repository.processes import in_processes
from gzg.repository.repository import Repository
from gzg.site.addresses import file_of
from gzg.site.markdown_file import rendered
from gzg.site.page import Page

_FEWEST_CLEARED = 1000
"""Folders for which a second process is worth its start."""


class Written(NamedTuple):
    """A file of the docs folder as it is now."""

    digest: str
    size: int
    changed: int
    """When its bytes were last written, as the system tells it."""
    has_links: bool = False
    """Whether its text may link to another file: then it matters which there are."""
    listed: tuple[str, str, bool] = ("", "", False)
    """What the list of all pages says of a page: language, day of change, whether for practice."""


def write_page(page: Page, repository: Repository, docs: Path) -> dict[str, Written]:
    """Write a page, and the files that stand beside it: path below the docs folder → file.

    A file that is already right keeps its time of change.
    """
    written = _written(docs, file_of(page.address), rendered(page).encode("utf-8"))
    listed = (str(page.language), str(page.changed or ""), bool(page.record.get("demo")))
    found = {file_of(page.address): written._replace(has_links="[" in page.body, listed=listed)}
    return found | write_beside(page.address, page.files, repository, docs)


def write_beside(
    address: str, files: Mapping[str, str], repository: Repository, docs: Path
) -> dict[str, Written]:
    """Write only the files beside a page: their name there → their path in the repository."""
    return {
        f"{address}{name}": _written(docs, f"{address}{name}", repository.tree.read(path))
        for name, path in files.items()
    }


def write_files(files: Mapping[str, bytes], docs: Path) -> dict[str, Written]:
    """Write files that are no page: their path below the docs folder → their bytes."""
    return {name: _written(docs, name, content) for name, content in sorted(files.items())}


def remove_others(docs: Path, names: Collection[str]) -> None:
    """Leave nothing in the docs folder but these files."""
    folders = {name[: end + 1] for name in names for end in _ends_of_folders(name)}

    def clear(part: Iterable[str]) -> list[str]:
        return [inner for folder in part for inner in _cleared(docs, folder, names, folders)]

    def clear_all(part: Sequence[str]) -> None:
        while part:
            part = clear(part)

    waiting = [""]
    while 0 < len(waiting) < _FEWEST_CLEARED:
        waiting = clear(waiting)
    in_processes(clear_all, waiting, fewest=_FEWEST_CLEARED)


def _ends_of_folders(name: str) -> Iterator[int]:
    """Where the names of the folders end that a path leads through."""
    end = name.find("/")
    while end != -1:
        yield end
        end = name.find("/", end + 1)


def _cleared(
    docs: Path, folder: str, names: Collection[str], folders: Collection[str]
) -> list[str]:
    """Leave in one folder only what belongs there; returns the folders in it, ending in `/`."""
    with os.scandir(f"{docs}/{folder}") as entries:
        found = list(entries)
    inner = []
    for entry in found:
        name = f"{folder}{entry.name}"
        if not entry.is_dir(follow_symlinks=False):
            if name not in names:
                Path(entry.path).unlink()
        elif f"{name}/" in folders:
            inner.append(f"{name}/")
        else:
            shutil.rmtree(entry.path)
    return inner


def digest(content: bytes) -> str:
    """What tells two contents apart."""
    return blake2b(content, digest_size=16).hexdigest()


def stands(place: str, size: int, changed: int) -> bool:
    """Whether a file is there as it was made."""
    with suppress(OSError):
        found = os.lstat(place)
        is_file = stat.S_ISREG(found.st_mode)
        return is_file and (found.st_size, found.st_mtime_ns) == (size, changed)
    return False


def _written(docs: Path, name: str, content: bytes) -> Written:
    path = docs / name
    if not _is_right(path, content):
        if path.is_symlink():
            path.unlink()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return Written(digest(content), len(content), os.lstat(path).st_mtime_ns)


def _is_right(path: Path, content: bytes) -> bool:
    try:
        found = path.lstat()
    except FileNotFoundError:
        return False
    is_alike = stat.S_ISREG(found.st_mode) and found.st_size == len(content)
    return is_alike and path.read_bytes() == content
