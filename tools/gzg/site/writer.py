"""Writes pages into the docs folder, and tells what no longer belongs in a folder."""

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
    for name in strangers(docs, names):
        path = docs / name
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


def strangers(root: Path, names: Collection[str]) -> list[str]:
    """What is below a folder and is none of the files and whole folders named, nor above one.

    Of a folder that does not belong only the folder is given. No link is followed.
    """
    folders = {name[: end + 1] for name in names for end in _ends_of_folders(name)}

    def look(part: Iterable[str]) -> tuple[list[str], list[str]]:
        """What does not belong in these folders, and the folders in them that do."""
        strange, inner = [], []
        for folder in part:
            with os.scandir(f"{root}/{folder}") as entries:
                for entry in entries:
                    name = f"{folder}{entry.name}"
                    if f"{name}/" in folders and entry.is_dir(follow_symlinks=False):
                        inner.append(f"{name}/")
                    elif name not in names:
                        strange.append(name)
        return strange, inner

    def look_below(part: Sequence[str]) -> list[str]:
        found = []
        while part:
            strange, part = look(part)
            found += strange
        return found

    found, waiting = [], [""]
    while 0 < len(waiting) < _FEWEST_CLEARED:
        strange, waiting = look(waiting)
        found += strange
    parts = in_processes(look_below, waiting, fewest=_FEWEST_CLEARED)
    return [*found, *(name for part in parts for name in part)]


def _ends_of_folders(name: str) -> Iterator[int]:
    """Where the names of the folders end that a path leads through."""
    end = name.find("/")
    while end != -1:
        yield end
        end = name.find("/", end + 1)


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
    if not is_right(path, content):
        if path.is_symlink():
            path.unlink()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return Written(digest(content), len(content), os.lstat(path).st_mtime_ns)


def is_right(path: Path, content: bytes) -> bool:
    """Whether a file is there, and no link, that holds just these bytes."""
    with suppress(OSError):
        found = path.lstat()
        is_alike = stat.S_ISREG(found.st_mode) and found.st_size == len(content)
        return is_alike and path.read_bytes() == content
    return False
