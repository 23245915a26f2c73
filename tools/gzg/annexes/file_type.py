"""What a file is by its first bytes, and what its suffix says that it is.

The bytes decide: a suffix is only what somebody typed. The marks are those of the WHATWG's MIME
sniffing standard (mimesniff.spec.whatwg.org) and of the formats themselves.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import PurePosixPath


class FileType(StrEnum):
    """A kind of file."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    PPTX = "pptx"
    ODT = "odt"
    ODS = "ods"
    ODP = "odp"
    ODG = "odg"
    JPEG = "jpeg"
    PNG = "png"
    GIF = "gif"
    WEBP = "webp"
    TIFF = "tiff"
    HEIC = "heic"
    SVG = "svg"
    TEXT = "text"
    HTML = "html"
    XML = "xml"
    RTF = "rtf"
    OLD_OFFICE = "old-office"
    ARCHIVE = "archive"
    EXECUTABLE = "executable"
    PROGRAM = "program"
    UNKNOWN = "unknown"


SUFFIXES: Mapping[str, FileType] = {
    ".pdf": FileType.PDF,
    ".docx": FileType.DOCX,
    ".docm": FileType.DOCX,
    ".xlsx": FileType.XLSX,
    ".xlsm": FileType.XLSX,
    ".pptx": FileType.PPTX,
    ".pptm": FileType.PPTX,
    ".odt": FileType.ODT,
    ".ods": FileType.ODS,
    ".odp": FileType.ODP,
    ".odg": FileType.ODG,
    ".jpg": FileType.JPEG,
    ".jpeg": FileType.JPEG,
    ".png": FileType.PNG,
    ".gif": FileType.GIF,
    ".webp": FileType.WEBP,
    ".tif": FileType.TIFF,
    ".tiff": FileType.TIFF,
    ".heic": FileType.HEIC,
    ".heif": FileType.HEIC,
    ".svg": FileType.SVG,
    ".txt": FileType.TEXT,
    ".md": FileType.TEXT,
    ".csv": FileType.TEXT,
    ".tsv": FileType.TEXT,
    ".json": FileType.TEXT,
    ".geojson": FileType.TEXT,
    ".yml": FileType.TEXT,
    ".yaml": FileType.TEXT,
}
"""The suffixes that belong in a dossier, and what they promise."""

OOXML = frozenset({FileType.DOCX, FileType.XLSX, FileType.PPTX})
ODF = frozenset({FileType.ODT, FileType.ODS, FileType.ODP, FileType.ODG})
IMAGES = frozenset(
    {FileType.JPEG, FileType.PNG, FileType.GIF, FileType.WEBP, FileType.TIFF, FileType.HEIC}
)
UNWANTED = frozenset(
    {
        FileType.HTML,
        FileType.XML,
        FileType.RTF,
        FileType.OLD_OFFICE,
        FileType.ARCHIVE,
        FileType.EXECUTABLE,
        FileType.PROGRAM,
        FileType.UNKNOWN,
    }
)
"""What does not belong in a dossier, whatever its suffix."""

ZIP_MARK = b"PK\x03\x04"
OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKS = (
    (b"\xff\xd8\xff", FileType.JPEG),
    (b"\x89PNG\r\n\x1a\n", FileType.PNG),
    (b"GIF87a", FileType.GIF),
    (b"GIF89a", FileType.GIF),
    (b"II*\0", FileType.TIFF),
    (b"MM\0*", FileType.TIFF),
    (b"{\\rtf", FileType.RTF),
    (OLE_MARK, FileType.OLD_OFFICE),
    (b"MZ", FileType.EXECUTABLE),
    (b"\x7fELF", FileType.EXECUTABLE),
    (b"\xfe\xed\xfa", FileType.EXECUTABLE),
    (b"\xce\xfa\xed\xfe", FileType.EXECUTABLE),
    (b"\xcf\xfa\xed\xfe", FileType.EXECUTABLE),
    (b"\xca\xfe\xba\xbe", FileType.EXECUTABLE),
    (b"\0asm", FileType.EXECUTABLE),
    (b"#!", FileType.PROGRAM),
    (b"\x1f\x8b", FileType.ARCHIVE),
    (b"BZh", FileType.ARCHIVE),
    (b"\xfd7zXZ\0", FileType.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", FileType.ARCHIVE),
    (b"Rar!\x1a\x07", FileType.ARCHIVE),
    (b"\x28\xb5\x2f\xfd", FileType.ARCHIVE),
    (ZIP_MARK, FileType.ARCHIVE),
    (b"PK\x05\x06", FileType.ARCHIVE),
)
_HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif"}
_PDF_WITHIN = 1024
"""Readers accept a PDF whose header stands anywhere in so many bytes (ISO 32000-1, annex H.3)."""
_SNIFFED = 2048
_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|script|iframe|style|title|meta|link|base|form)\b",
    re.IGNORECASE,
)
_SVG = re.compile(r"<(?:[\w-]+:)?svg[\s>]", re.IGNORECASE)
_XML = re.compile(r"<\?xml\b", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


def suffix_of(path: str) -> str:
    """The end of a file's name, in lower case."""
    return PurePosixPath(path).suffix.lower()


def promised(path: str) -> FileType | None:
    """What the suffix says that the file is; None where it is none of a dossier's."""
    return SUFFIXES.get(suffix_of(path))


def sniffed(raw: bytes) -> FileType:
    """What the bytes say that the file is; every zip file is an archive until it is opened."""
    for mark, found in _MARKS:
        if raw.startswith(mark):
            return found
    if b"%PDF-" in raw[:_PDF_WITHIN]:
        return FileType.PDF
    if raw[:4] == b"RIFF" and raw[8:12] == b"WEBP":
        return FileType.WEBP
    if raw[4:8] == b"ftyp" and raw[8:12] in _HEIF_BRANDS:
        return FileType.HEIC
    if raw[257:262] == b"ustar":
        return FileType.ARCHIVE
    return _kind_of_text(raw)


def _kind_of_text(raw: bytes) -> FileType:
    text = decoded(raw)
    if text is None:
        return FileType.UNKNOWN
    start = text[:_SNIFFED]
    if _SVG.search(start) and start.lstrip().startswith("<"):
        return FileType.SVG
    if _HTML.search(start):
        return FileType.HTML
    return FileType.XML if _XML.match(start.lstrip()) else FileType.TEXT


def decoded(raw: bytes) -> str | None:
    """The text that these bytes are, as office programs write it; None where they are no text."""
    is_wide = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if is_wide else ("utf-8-sig", "cp1252"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if _CONTROLS.search(text) else text
    return None
