"""Reads a zip file that a stranger sent: its files by path, in memory, within bounds.

Nothing is unpacked to disk. What an entry promises of its size is used to refuse it, never to
trust it. What a dossier is, is not known here.
"""

import io
import stat
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from gzg.annexes.file_type import ZIP_MARK
from gzg.annexes.package import BROKEN, METHODS
from gzg.rules.file_names import collisions
from gzg.zipped.entry_name import is_left_behind, path_of
from gzg.zipped.refusal import Problem, RefusalError

LARGEST_ZIP = 100_000_000
LARGEST_SUM = 80_000_000
"""Bytes of all files together: a dossier is texts and some annexes of at most 20 MB."""

MOST_ENTRIES = 2_000
LARGEST_READ = 1_000_000
"""Bytes in one go: the list of entries is read like that, before anybody can count it."""

HIGHEST_RATIO = 200
SMALL = 1_000_000
"""Bytes of an entry for which the ratio does not matter: a short repetition may shrink much."""

_PIECE = 1 << 16
_EMPTY_MARK = b"PK\x05\x06"
_UNIX_MODE = 16
_ENCRYPTED = 0x1 | 0x40 | 0x2000
"""A password, its stronger form, and a list of entries that is encrypted itself."""

_OFFICE_PARTS = ("[Content_Types].xml", "mimetype")
"""What stands at the root of a document of Microsoft Office or LibreOffice, which is a zip too."""


@dataclass(frozen=True)
class Contents:
    """The files of a zip by path, and the paths that were left out."""

    files: Mapping[str, bytes]
    left_out: tuple[str, ...] = ()


class _Bounded(io.FileIO):
    """A file of which nobody reads very much at once."""

    def read(self, size: int | None = -1, /) -> bytes:
        wanted = LARGEST_READ + 1 if size is None or size < 0 else min(size, LARGEST_READ + 1)
        found = super().read(wanted) or b""
        if len(found) > LARGEST_READ:
            raise RefusalError(Problem.TOO_MANY, most=MOST_ENTRIES)
        return found


def read_zip(file: Path) -> Contents:
    """All files in a zip; raises RefusalError where anything in it cannot be trusted."""
    try:
        if not file.is_file():
            raise RefusalError(Problem.NOT_THERE, file=file)
        if file.stat().st_size > LARGEST_ZIP:
            raise RefusalError(Problem.TOO_LARGE, most=LARGEST_ZIP // 1_000_000)
        with _Bounded(file) as raw:
            return _contents(raw, file)
    except PermissionError:
        raise RefusalError(Problem.NOT_THERE, file=file) from None


def _contents(raw: _Bounded, file: Path) -> Contents:
    start = raw.read(len(ZIP_MARK))
    if start not in (ZIP_MARK, _EMPTY_MARK):
        raise RefusalError(Problem.NOT_A_ZIP, file=file.name)
    raw.seek(0)
    try:
        archive = zipfile.ZipFile(raw)
    except BROKEN:
        raise RefusalError(Problem.CUT_OFF, file=file.name) from None
    with archive:
        entries = archive.infolist()
        if len(entries) > MOST_ENTRIES:
            raise RefusalError(Problem.TOO_MANY, most=MOST_ENTRIES)
        if any(entry.filename in _OFFICE_PARTS for entry in entries):
            raise RefusalError(Problem.OFFICE, file=file.name)
        wanted, left_out = _sorted_out(entries)
        if not wanted:
            raise RefusalError(Problem.EMPTY, file=file.name)
        return Contents(dict(_unpacked(archive, wanted)), left_out)


def _sorted_out(
    entries: Sequence[zipfile.ZipInfo],
) -> tuple[Mapping[str, zipfile.ZipInfo], tuple[str, ...]]:
    """The files to be read, by path, and the paths of those that are left out."""
    found: dict[str, zipfile.ZipInfo] = {}
    left_out: set[str] = set()
    for entry in entries:
        path = path_of(entry)
        is_folder = _is_folder(entry, path)
        if is_left_behind(path):
            left_out.add(path)
        elif not is_folder:
            if path in found:
                raise RefusalError(Problem.TWICE, file=path)
            _look_at(entry, path)
            found[path] = entry
    _keep_apart(found)
    if sum(entry.file_size for entry in found.values()) > LARGEST_SUM:
        raise RefusalError(Problem.TOO_LARGE, most=LARGEST_SUM // 1_000_000)
    return dict(sorted(found.items())), tuple(sorted(left_out))


def _is_folder(entry: zipfile.ZipInfo, path: str) -> bool:
    """Whether an entry is a folder; raises RefusalError for what is neither that nor a file."""
    kind = stat.S_IFMT(entry.external_attr >> _UNIX_MODE)
    if kind == stat.S_IFLNK:
        raise RefusalError(Problem.LINK, file=path)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise RefusalError(Problem.DEVICE, file=path)
    return kind == stat.S_IFDIR or entry.orig_filename.endswith(("/", "\\"))


def _look_at(entry: zipfile.ZipInfo, path: str) -> None:
    """Refuse a file for what the zip tells of it, before any of it is read."""
    if entry.flag_bits & _ENCRYPTED:
        raise RefusalError(Problem.ENCRYPTED, file=path)
    if entry.compress_type not in METHODS:
        raise RefusalError(Problem.METHOD, file=path)
    if entry.file_size > max(SMALL, HIGHEST_RATIO * entry.compress_size):
        raise RefusalError(Problem.BOMB, file=path)


def _keep_apart(files: Iterable[str]) -> None:
    """Refuse names that some computers take for one, and a file that is a folder as well."""
    paths = sorted(files)
    folders = {path[:end] for path in paths for end, sign in enumerate(path) if sign == "/"}
    if both := sorted(folders.intersection(paths)):
        raise RefusalError(Problem.ALIKE, file=both[0], other=f"{both[0]}/")
    for path, other in sorted(collisions(sorted(folders.union(paths))).items()):
        raise RefusalError(Problem.ALIKE, file=path, other=other)


def _unpacked(
    archive: zipfile.ZipFile, wanted: Mapping[str, zipfile.ZipInfo]
) -> Iterator[tuple[str, bytes]]:
    left = LARGEST_SUM
    for path, entry in wanted.items():
        try:
            with archive.open(entry) as stream:
                content = _read(stream, left)
        except BROKEN:
            raise RefusalError(Problem.DAMAGED, file=path) from None
        left -= len(content)
        yield path, content


def _read(stream: IO[bytes], most: int) -> bytes:
    """All that comes out, as long as it is no more than was allowed."""
    pieces = []
    while piece := stream.read(_PIECE):
        most -= len(piece)
        if most < 0:
            raise RefusalError(Problem.TOO_LARGE, most=LARGEST_SUM // 1_000_000)
        pieces.append(piece)
    return b"".join(pieces)
