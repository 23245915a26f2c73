"""The text of a document, for whoever looks for personal data in it; layout is not kept."""

import re
from collections.abc import Iterator

from gzg.annexes import file_type, pdf
from gzg.annexes.examination import kind_of
from gzg.annexes.file_type import ODF, OOXML, FileType
from gzg.annexes.package import Package
from gzg.annexes.xml_reader import Events, read

_TEXT_PARTS = re.compile(
    r"(?:word|ppt/(?:slides|notesSlides|comments)|xl/(?:worksheets|threadedComments))/[^/]+\.xml$"
    r"|xl/(?:sharedStrings|comments\d*)\.xml$|content\.xml$|styles\.xml$"
)
_TEXTS = frozenset({"t", "v", "delText", "text"})
_ENDS = frozenset({"p", "h", "si", "c", "br", "tab", "text", "table-cell"})
LONGEST = 2_000_000


def pieces(raw: bytes) -> Iterator[str] | None:
    """The text of a document piece by piece; None where it is none that can be read as text."""
    kind, package = kind_of(raw)
    if package is not None and kind in OOXML | ODF:
        return None if package.is_encrypted else _office(package, kind)
    if kind is FileType.PDF:
        return pdf.text(raw)
    text = file_type.decoded(raw) if kind is FileType.TEXT else None
    return None if text is None else iter([text])


def _office(package: Package, kind: FileType) -> Iterator[str]:
    for name, content in package.parts():
        if _TEXT_PARTS.search(name):
            yield "".join(_part(content, every_text=kind in ODF))


def _part(content: bytes, *, every_text: bool) -> list[str]:
    """Texts of one part; those of one paragraph or cell follow each other without a break."""
    found: list[str] = []

    def text(piece: str, way: list[str]) -> None:
        if every_text or way[-1] in _TEXTS:
            found.append(piece)

    def end(name: str, _: list[str]) -> None:
        if name in _ENDS:
            found.append("\n")

    read(content, Events(text=text, end=end))
    return found
