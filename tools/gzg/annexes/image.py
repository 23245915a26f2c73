"""Reads photos and pictures: who made them, with which device, and where.

Each kind of file keeps EXIF, XMP and IPTC elsewhere, and some keep several. All three begin with
marks of their own, so they are found by these in the bytes; a library reads the EXIF. PNG keeps
texts in chunks besides. The picture itself is never decoded.
"""

import logging
import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO

import exifread
from exifread.core.exceptions import ExifNotFound, InvalidExif

from gzg.annexes import xmp
from gzg.annexes.fault import Collected, FaultName
from gzg.annexes.file_type import FileType

_POSITION = re.compile(r"GPS GPS(?:Dest)?(?:Latitude|Longitude)")
_NAMES = frozenset({"Image Artist", "Image XPAuthor", "EXIF CameraOwnerName", "EXIF OwnerName"})
_SERIAL_NUMBERS = frozenset(
    {"EXIF BodySerialNumber", "EXIF LensSerialNumber", "Image CameraSerialNumber"}
)
_TIFF = re.compile(rb"II\*\0|MM\0\*")
_ANNOUNCED = re.compile(rb"Exif\0\0|eXIf|EXIF....", re.DOTALL)
_MOST_BLOCKS = 20
_LONGEST_BLOCK = 1_000_000
_IPTC = re.compile(rb"8BIM\x04\x04")
_IPTC_RECORD = re.compile(rb"\x1c\x02([\x50\x7a\x76])([\x00-\x7f].)", re.DOTALL)
"""By-line, writer and contact of IPTC-IIM 4.2, record 2: data sets 80, 122 and 118."""
_IPTC_FIELDS = {b"\x50": "By-line", b"\x7a": "Writer", b"\x76": "Contact"}
_PNG_TEXTS = (b"tEXt", b"zTXt", b"iTXt")
_PNG_NAMES = frozenset({"author", "artist", "creator", "owner"})
_LONGEST_CHUNK = 1_000_000

logging.getLogger("exifread").setLevel(logging.CRITICAL)


def examine(raw: bytes, kind: FileType, found: Collected, **place: str) -> None:
    """Note what an image tells of people and places."""
    for packet in xmp.packets(raw):
        xmp.examine(packet, found, **place)
    _iptc(raw, found, place)
    if kind is FileType.PNG:
        _png_texts(raw, found, place)
    exif(raw, found, **place)


def exif(raw: bytes, found: Collected, **place: str) -> None:
    """Note what every piece of EXIF in the bytes tells, whatever kind of file they are."""
    for number, mark in enumerate(_TIFF.finditer(raw)):
        if number == _MOST_BLOCKS:
            return
        end = mark.start() + _LONGEST_BLOCK if mark.start() else len(raw)
        try:
            tags = _tags(raw[mark.start() : end])
        except _BROKEN:
            # Without a word before it that announces EXIF, these bytes may be part of a picture.
            if _ANNOUNCED.search(raw, max(0, mark.start() - 8), mark.start()):
                found.add(FaultName.BROKEN, field="EXIF", **place)
            continue
        for tag, value in tags.items():
            _note(tag, value, found, place)


def _tags(block: bytes) -> Mapping[str, object]:
    tags: Mapping[str, object] = exifread.process_file(
        BytesIO(block), details=False, extract_thumbnail=False
    )
    return tags


def _note(tag: str, value: object, found: Collected, place: Mapping[str, str]) -> None:
    if _POSITION.fullmatch(tag):
        found.add(FaultName.POSITION, field=tag, **place)
    elif tag in _NAMES:
        found.add_name(FaultName.AUTHOR, value, field=tag, **place)
    elif tag in _SERIAL_NUMBERS:
        found.add(FaultName.SERIAL_NUMBER, field=tag, **place)


_BROKEN = (
    ExifNotFound, InvalidExif, ArithmeticError, AssertionError, AttributeError, IndexError,
    KeyError, OSError, RecursionError, TypeError, ValueError, struct.error,
)  # fmt: skip
"""What the library raises on a file that is not as it should be."""


def _iptc(raw: bytes, found: Collected, place: dict[str, str]) -> None:
    for block in _IPTC.finditer(raw):
        for record in _IPTC_RECORD.finditer(raw, block.end(), block.end() + 65_536):
            length = int.from_bytes(record[2], "big")
            name = raw[record.end() : record.end() + length].decode("utf-8", "replace")
            found.add_name(FaultName.AUTHOR, name, field=_IPTC_FIELDS[record[1]], **place)


def _png_chunks(raw: bytes) -> Iterator[tuple[bytes, bytes]]:
    position = 8
    while position + 8 <= len(raw):
        length = int.from_bytes(raw[position : position + 4], "big")
        yield raw[position + 4 : position + 8], raw[position + 8 : position + 8 + length]
        position += length + 12


def _png_texts(raw: bytes, found: Collected, place: dict[str, str]) -> None:
    for kind, chunk in _png_chunks(raw):
        if kind not in _PNG_TEXTS:
            continue
        keyword, _, rest = chunk.partition(b"\0")
        text = _png_text(kind, rest)
        if keyword.decode("latin-1").strip().lower() in _PNG_NAMES:
            found.add_name(FaultName.AUTHOR, text, field=keyword.decode("latin-1"), **place)
        for packet in xmp.packets(text.encode()):
            xmp.examine(packet, found, **place)


def _png_text(kind: bytes, rest: bytes) -> str:
    """The text of a chunk, behind its keyword (W3C PNG, 11.3.3)."""
    if kind == b"tEXt":
        return rest.decode("latin-1")
    if kind == b"zTXt":
        return _inflated(rest[1:]).decode("latin-1")
    compressed, text = rest[:1] == b"\1", rest[2:].split(b"\0", 2)[-1]
    return (_inflated(text) if compressed else text).decode("utf-8", "replace")


def _inflated(compressed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(compressed, _LONGEST_CHUNK)
    except zlib.error:
        return b""
