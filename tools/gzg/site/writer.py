"""Writes pages into the docs folder, and removes what no longer belongs there."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from gzg.repository.repository import Repository
from gzg.site.addresses import file_of
from gzg.site.markdown_file import rendered
from gzg.site.page import Page


def write(
    pages: Iterable[Page],
    repository: Repository,
    docs: Path,
    others: Mapping[str, bytes] | None = None,
) -> int:
    """Make the docs folder hold exactly these pages; returns how many files were written.

    `others` are the files that are no page: their path below the docs folder → their bytes.

    A file that is already right keeps its time of change. Of two pages with the same address the
    first is kept: hand-written pages come last in the table, so they cannot hide a record.
    """
    wanted = {**(others or {}), **files_of(pages, repository)}
    written = sum(_write(docs / name, content) for name, content in sorted(wanted.items()))
    _remove_others(docs, wanted.keys())
    return written


def files_of(pages: Iterable[Page], repository: Repository) -> dict[str, bytes]:
    """Every file below the docs folder: its path there → its bytes."""
    found: dict[str, bytes] = {}
    for page in pages:
        name = file_of(page.address)
        if name in found:
            continue
        found[name] = rendered(page).encode("utf-8")
        for beside, path in page.files.items():
            found[f"{page.address}{beside}"] = repository.tree.read(path)
    return found


def _write(path: Path, content: bytes) -> bool:
    if path.is_symlink():
        path.unlink()
    try:
        if path.read_bytes() == content:
            return False
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True


def _remove_others(docs: Path, wanted: Mapping[str, object] | Iterable[str]) -> None:
    names = set(wanted)
    for folder, _, files in os.walk(docs, topdown=False):
        for name in files:
            path = Path(folder) / name
            if path.relative_to(docs).as_posix() not in names:
                path.unlink()
        if Path(folder) != docs and not any(Path(folder).iterdir()):
            Path(folder).rmdir()
