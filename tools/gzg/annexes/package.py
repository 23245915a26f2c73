"""Opens the zip files that office documents are, within bounds that no bomb outgrows.

What a part promises of its size is not believed: only so much of it is ever read.
"""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from gzg.annexes.file_type import FileType

MOST_PARTS = 5_000
LARGEST_PART = 30_000_000
LARGEST_SUM = 80_000_000
_ODF_MARK = "application/vnd.oasis.opendocument."
_ODF_TYPES = {
    "text": FileType.ODT,
    "spreadsheet": FileType.ODS,
    "presentation": FileType.ODP,
    "graphics": FileType.ODG,
}
_OOXML_FOLDERS = {"word": FileType.DOCX, "xl": FileType.XLSX, "ppt": FileType.PPTX}
METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""All that office documents may use (ECMA-376-2 C.1; ODF 1.3 part 2, 2.1)."""
BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError,
    ValueError, KeyError, IndexError, OverflowError,
)  # fmt: skip
"""What the library raises on a file that is not as it should be."""


class PackageError(Exception):
    """The zip file cannot be read."""


class BombError(Exception):
    """The zip file unpacks to more than a document can need."""


class Package:
    """A zip file, of which parts are read one by one."""

    def __init__(self, raw: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(raw))
        except BROKEN as error:
            raise PackageError from error
        self._infos = self._zip.infolist()
        self._left = LARGEST_SUM
        if len(self._infos) > MOST_PARTS:
            raise BombError

    @property
    def names(self) -> frozenset[str]:
        """The names of all parts."""
        return frozenset(info.filename for info in self._infos)

    @property
    def is_encrypted(self) -> bool:
        """Whether a part needs a password."""
        return any(info.flag_bits & 1 for info in self._infos)

    @property
    def kind(self) -> FileType:
        """Which office document this is; an archive where it is none."""
        names = self.names
        if "mimetype" in names:
            kind = self.part("mimetype").decode("latin-1").strip().removeprefix(_ODF_MARK)
            return _ODF_TYPES.get(kind.removesuffix("-template"), FileType.ARCHIVE)
        if "[Content_Types].xml" not in names:
            return FileType.ARCHIVE
        folders = {name.partition("/")[0].lower() for name in names if "/" in name}
        found = [kind for folder, kind in _OOXML_FOLDERS.items() if folder in folders]
        return found[0] if len(found) == 1 else FileType.ARCHIVE

    def part(self, name: str) -> bytes:
        """One part, by its name; raises as `parts` does."""
        return self._read(self._zip.getinfo(name))

    def parts(self) -> Iterator[tuple[str, bytes]]:
        """Every part in the order of the file, also two of one name.

        Raises `BombError` where a part or all together are too large, `PackageError` where one
        cannot be read.
        """
        for info in self._infos:
            if not info.is_dir():
                yield info.filename, self._read(info)

    def _read(self, info: zipfile.ZipInfo) -> bytes:
        if info.compress_type not in METHODS:
            raise PackageError
        most = min(LARGEST_PART, self._left)
        try:
            with self._zip.open(info) as stream:
                content = stream.read(most + 1)
        except BROKEN as error:
            raise PackageError from error
        if len(content) > most:
            raise BombError
        self._left -= len(content)
        return content
