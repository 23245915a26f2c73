"""Writes pages into the docs folder, and removes what no longer belongs there."""

import os
import shutil
import stat
from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from gzg.repository.repository import Repository
from gzg.site.addresses import file_of
from gzg.site.markdown_file import rendered
from gzg.site.page import Page


class Written(NamedTuple):
    """A file of the docs folder as it is now."""

    digest: str
    size: int
    is_new: bool
    """Whether it was not there yet with these bytes."""
    has_links: bool = False
    """Whether its text may link to another file: then it matters which there are."""


def write(pages: Iterable[Page], repository: Repository, docs: Path) -> dict[str, Written]:
    """Write each page, and the files that stand beside it: path below the docs folder → file.

    A file that is already right keeps its time of change. Of two pages with the same address the
    first is kept: hand-written pages come last in the table, so they cannot hide a record.
    """
    found: dict[str, Written] = {}
    for page in pages:
        name = file_of(page.address)
        if name in found:
            continue
        written = _written(docs, name, rendered(page).encode("utf-8"))
        found[name] = written._replace(has_links="[" in page.body)
        for beside, path in page.files.items():
            name = f"{page.address}{beside}"
            found[name] = _written(docs, name, repository.tree.read(path))
    return found


def write_files(files: Mapping[str, bytes], docs: Path) -> dict[str, Written]:
    """Write files that are no page: their path below the docs folder → their bytes."""
    return {name: _written(docs, name, content) for name, content in sorted(files.items())}


def remove_others(docs: Path, names: Collection[str]) -> None:
    """Leave nothing in the docs folder but these files."""
    folders = {name[:end] for name in names for end in _ends_of_folders(name)}
    _clear(str(docs), "", names, folders)


def _ends_of_folders(name: str) -> Iterator[int]:
    """Where the names of the folders end that a path leads through."""
    end = name.find("/")
    while end != -1:
        yield end
        end = name.find("/", end + 1)


def _clear(folder: str, start: str, names: Collection[str], folders: Collection[str]) -> None:
    """The same for one folder, whose files are called `start` and their own name."""
    with os.scandir(folder) as entries:
        found = list(entries)
    for entry in found:
        name = start + entry.name
        if not entry.is_dir(follow_symlinks=False):
            if name not in names:
                Path(entry.path).unlink()
        elif name in folders:
            _clear(entry.path, f"{name}/", names, folders)
        else:
            shutil.rmtree(entry.path)


def digest(content: bytes) -> str:
    """What tells two contents apart."""
    return blake2b(content, digest_size=16).hexdigest()


def _written(docs: Path, name: str, content: bytes) -> Written:
    path = docs / name
    is_new = not _is_right(path, content)
    if is_new:
        if path.is_symlink():
            path.unlink()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return Written(digest(content), len(content), is_new)


def _is_right(path: Path, content: bytes) -> bool:
    try:
        found = path.lstat()
    except FileNotFoundError:
        return False
    is_alike = stat.S_ISREG(found.st_mode) and found.st_size == len(content)
    return is_alike and path.read_bytes() == content
