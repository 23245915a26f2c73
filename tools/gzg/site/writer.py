"""Writes pages into the docs folder, and removes what no longer belongs there."""

import os
import stat
from collections.abc import Collection, Iterable, Mapping
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
    for folder, inner, files in os.walk(docs, topdown=False):
        place = Path(folder)
        start = "" if place == docs else f"{place.relative_to(docs).as_posix()}/"
        others = [name for name in files if f"{start}{name}" not in names]
        for path in (place / name for name in (*others, *inner)):
            if path.is_symlink() or path.name in others:
                path.unlink()
        if len(others) == len(files) and start and not any(place.iterdir()):
            place.rmdir()


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
