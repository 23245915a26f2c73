"""Looks into one file, whatever it is; without bounds on time, which `worker` keeps."""

from gzg.annexes import file_type, image, office, pdf, svg
from gzg.annexes.fault import LARGEST_ANNEX, AnnexFault, Collected, FaultName
from gzg.annexes.file_type import IMAGES, ODF, OOXML, UNWANTED, FileType
from gzg.annexes.package import BombError, Package, PackageError

_DEEPEST_INSIDE = 2
"""A picture in a sheet in a presentation is still looked into."""


def examine(path: str, raw: bytes) -> tuple[AnnexFault, ...]:
    """What is wrong with the file at `path`; names in it are not masked yet."""
    found = Collected()
    if len(raw) > LARGEST_ANNEX:
        found.add(FaultName.TOO_LARGE, size=len(raw), largest=LARGEST_ANNEX)
        return found.faults
    package = _package(raw, found) if raw.startswith(file_type.ZIP_MARK) else None
    kind = _kind(raw, package)
    _compare_with_suffix(path, raw, kind, found)
    _examine_as(kind, raw, package, found)
    return found.faults


def kind_of(raw: bytes) -> tuple[FileType, Package | None]:
    """What the bytes are, and where it is an office document, that document opened."""
    package = _package(raw, Collected()) if raw.startswith(file_type.ZIP_MARK) else None
    return _kind(raw, package), package


def _package(raw: bytes, found: Collected) -> Package | None:
    try:
        return Package(raw)
    except BombError:
        found.add(FaultName.BOMB)
    except PackageError:
        found.add(FaultName.BROKEN)
    return None


def _kind(raw: bytes, package: Package | None) -> FileType:
    if package is None:
        return file_type.sniffed(raw)
    try:
        return package.kind
    except (BombError, PackageError):
        return FileType.ARCHIVE


def _compare_with_suffix(path: str, raw: bytes, kind: FileType, found: Collected) -> None:
    suffix, promised = file_type.suffix_of(path), file_type.promised(path)
    if promised in OOXML and raw.startswith(file_type.OLE_MARK):
        # An encrypted OOXML document stands inside a file of the old format (MS-OFFCRYPTO 2.3).
        found.add(FaultName.ENCRYPTED)
    elif kind in UNWANTED:
        found.add(FaultName.UNWANTED_TYPE, found=kind, suffix=suffix)
    elif promised is None and kind is FileType.TEXT:
        found.add(FaultName.UNWANTED_TYPE, found=FileType.PROGRAM, suffix=suffix)
    elif promised is not kind:
        found.add(FaultName.OTHER_TYPE, found=kind, suffix=suffix)


def _examine_as(
    kind: FileType, raw: bytes, package: Package | None, found: Collected, depth: int = 0
) -> None:
    if package is not None and kind in OOXML | ODF:
        office.examine(package, kind, found, lambda name, part: _inside(name, part, found, depth))
    elif kind is FileType.PDF:
        pdf.examine(raw, found)
    elif kind is FileType.SVG:
        svg.examine(raw, found)
    elif kind in IMAGES:
        image.examine(raw, kind, found)


def _inside(name: str, raw: bytes, found: Collected, depth: int) -> None:
    """Look into a picture or a document that an office document holds."""
    kind, package = kind_of(raw)
    inner = Collected()
    if depth + 1 < _DEEPEST_INSIDE:
        _examine_as(kind, raw, package, inner, depth + 1)
    if kind in UNWANTED - {FileType.UNKNOWN}:
        inner.add(FaultName.EMBEDDED_FILE)
    for fault in inner.faults:
        found.add(fault.name, **{**fault.values, "part": name})
