"""Reads PDF: names, signatures, and what would act or hide in it (ISO 32000-1).

Every object is looked at, whether a page uses it or not. `Creator` and `Producer` of the document
information name programs, not people (14.3.3), and are left alone. An earlier revision stays in the
file when a program appends the next one, so authors are looked for in the bytes as well.
"""

import re
from collections.abc import Iterable, Iterator
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    PdfObject,
    StreamObject,
    read_hex_string_from_stream,
    read_string_from_stream,
)

from gzg.annexes import image, xmp
from gzg.annexes.fault import Collected, FaultName

ACTIONS = frozenset(
    {"/Launch", "/ImportData", "/SubmitForm", "/GoToR", "/GoToE", "/Rendition", "/Movie"}
)
"""What a document can make a reader do beyond going to a page or a web address (12.6.4)."""

_AUTHOR = re.compile(rb"/Author\s*(?=[(<])(?!<<)")
_SAFE_ADDRESS = re.compile(r"(?:https?|mailto|tel):|#|(?![a-z][a-z0-9+.-]*:)", re.IGNORECASE)
_MOST_PAGES = 300
LONGEST_TEXT = 2_000_000
_BROKEN = (PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, OSError)
"""What the library raises on a file that is not as it should be."""


def examine(raw: bytes, found: Collected) -> None:
    """Note what is wrong with a PDF."""
    for packet in xmp.packets(raw):
        xmp.examine(packet, found)
    _earlier_authors(raw, found)
    image.exif(raw, found)
    try:
        reader = PdfReader(BytesIO(raw), strict=False)
        if reader.is_encrypted:
            found.add(FaultName.ENCRYPTED)
            return
        _information(reader, found)
        for each in _dictionaries(_objects(reader)):
            _dictionary(each, found)
        if not reader.pages:
            found.add(FaultName.BROKEN)
    except (*_BROKEN, RecursionError, NotImplementedError):
        found.add(FaultName.BROKEN)


def text(raw: bytes) -> Iterator[str]:
    """The text of each page."""
    reader = PdfReader(BytesIO(raw), strict=False)
    if reader.is_encrypted:
        return
    for number, page in enumerate(reader.pages):
        if number == _MOST_PAGES:
            return
        yield page.extract_text()


def _information(reader: PdfReader, found: Collected) -> None:
    information = reader.trailer.get("/Info")
    information = information.get_object() if information is not None else None
    if isinstance(information, DictionaryObject):
        found.add_name(FaultName.AUTHOR, _string(information.get("/Author")), field="Author")


def _earlier_authors(raw: bytes, found: Collected) -> None:
    for number, match in enumerate(_AUTHOR.finditer(raw)):
        if number == Collected.MOST:
            return
        stream = BytesIO(raw[match.end() : match.end() + 2000])
        read = read_string_from_stream if raw[match.end()] == ord("(") else _hex_string
        try:
            name = read(stream)
        except (*_BROKEN, RecursionError):
            continue
        found.add_name(FaultName.AUTHOR, _string(name), field="Author")


def _hex_string(stream: BytesIO) -> PdfObject:
    return read_hex_string_from_stream(stream)


def _objects(reader: PdfReader) -> Iterator[PdfObject | None]:
    """Every object that the file's tables name, in the order of their numbers."""
    numbers = {
        (number, generation) for generation in reader.xref for number in reader.xref[generation]
    }
    numbers |= {(number, 0) for number in reader.xref_objStm}
    yield reader.trailer
    for number, generation in sorted(numbers):
        yield IndirectObject(number, generation, reader).get_object()


def _dictionaries(objects: Iterable[PdfObject | None]) -> Iterator[DictionaryObject]:
    """Every dictionary in these objects, those inside others too; references are not followed."""
    for each in objects:
        waiting: list[object] = [each]
        while waiting:
            match waiting.pop():
                case DictionaryObject() as dictionary:
                    yield dictionary
                    waiting.extend(dictionary.values())
                case ArrayObject() as array:
                    waiting.extend(array)


def _dictionary(each: DictionaryObject, found: Collected) -> None:
    kind, subtype, action = (_plain(each.get(key)) for key in ("/Type", "/Subtype", "/S"))
    if action == "/JavaScript" or "/JS" in each or "/XFA" in each:
        found.add(FaultName.SCRIPT)
    elif action in ACTIONS:
        found.add(FaultName.ACTION, action=action.removeprefix("/"))
    elif action == "/URI" and not _SAFE_ADDRESS.match(_string(each.get("/URI")).strip()):
        found.add(FaultName.EXTERNAL, field="URI")
    if "/EF" in each or subtype == "/RichMedia":
        found.add(FaultName.EMBEDDED_FILE)
    if "/ByteRange" in each or kind in {"/Sig", "/DocTimeStamp"}:
        found.add(FaultName.SIGNATURE)
        found.add_name(FaultName.AUTHOR, _string(each.get("/Name")), field="Sig.Name")
    if kind == "/DSS" or "/Certs" in each or "/Cert" in each:
        found.add(FaultName.CERTIFICATE)
    if kind == "/Annot" and subtype not in {"/Widget", "/Link"}:
        found.add_name(FaultName.COMMENT_AUTHOR, _string(each.get("/T")), field="Annot.T")
    if subtype == "/XML" and isinstance(each, StreamObject):
        for packet in xmp.packets(each.get_data()):
            xmp.examine(packet, found)


def _plain(value: object) -> str:
    """The name that stands here, itself or through a reference."""
    value = value.get_object() if isinstance(value, IndirectObject) else value
    return value if isinstance(value, str) else ""


def _string(value: object) -> str:
    value = value.get_object() if isinstance(value, IndirectObject) else value
    if isinstance(value, bytes):
        return value.decode("latin-1")
    return str(value) if isinstance(value, str) else ""
