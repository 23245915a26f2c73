"""Small real files, made here: PDF by a library, office documents as zip files, images by hand."""

import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO

from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, StreamObject

from gzg.annexes.examination import examine

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">{}</cp:coreProperties>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    "{}</Relationships>"
)
XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/" '
    'xmlns:aux="http://ns.adobe.com/exif/1.0/aux/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">'
    "<rdf:Description {}</rdf:Description></rdf:RDF></x:xmpmeta>"
)
XMP_CREATOR = XMP.format(
    "><dc:creator><rdf:Seq><rdf:li>Jan Peeters</rdf:li></rdf:Seq></dc:creator>"
)
XMP_TOOL = XMP.format('xmp:CreatorTool="Een tekenprogramma">')


def found(path: str, raw: bytes) -> set[str]:
    """The names of the faults of a file."""
    return {fault.name.value for fault in examine(path, raw)}


def pdf(
    change: Callable[[PdfWriter], object] | None = None, *, text: str = "Beste inwoner"
) -> bytes:
    """A PDF of one page with a line of text, after `change`."""
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    stream = StreamObject()
    stream.set_data(f"BT /F1 12 Tf 10 100 Td ({text}) Tj ET".encode("latin-1"))
    page[NameObject("/Contents")] = writer._add_object(stream)
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    fonts = DictionaryObject({NameObject("/F1"): names(font)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    writer.metadata = None
    if change:
        change(writer)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def names(values: dict[str, str]) -> DictionaryObject:
    """A dictionary of names."""
    return DictionaryObject({NameObject(key): NameObject(value) for key, value in values.items()})


def package(parts: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file with these parts."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def docx(**more: str | bytes) -> bytes:
    """A text document with a paragraph; keys are names of parts, with `__` for a slash."""
    return _ooxml("word/document.xml", f'<w:document xmlns:w="{W}">{_BODY}</w:document>', more)


_BODY = "<w:body><w:p><w:r><w:t>Beste </w:t></w:r><w:r><w:t>inwoner</w:t></w:r></w:p></w:body>"


def xlsx(**more: str | bytes) -> bytes:
    """A spreadsheet with one cell."""
    sheet = "<worksheet><sheetData><row><c><v>85010112345</v></c></row></sheetData></worksheet>"
    return _ooxml("xl/worksheets/sheet1.xml", sheet, more)


def pptx(**more: str | bytes) -> bytes:
    """A presentation with one slide."""
    return _ooxml("ppt/slides/slide1.xml", "<sld><p><t>Welkom</t></p></sld>", more)


def _ooxml(main: str, content: str, more: dict[str, str | bytes]) -> bytes:
    parts: dict[str, str | bytes] = {"[Content_Types].xml": "<Types/>", main: content}
    return package(parts | {key.replace("__", "/"): value for key, value in more.items()})


def odt(content: str = "<p>Beste inwoner</p>", **more: str | bytes) -> bytes:
    """A text document of OpenDocument; `content` may use the prefixes office, text, dc, xlink."""
    spaces = {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
        "dc": "http://purl.org/dc/elements/1.1/",
        "xlink": "http://www.w3.org/1999/xlink",
    }
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in spaces.items())
    parts: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {declared}>{content}</office:document-content>",
    }
    return package(parts | {key.replace("__", "/"): value for key, value in more.items()})


def exif(*, artist: str = "", serial: str = "", latitude: bool = False) -> bytes:
    """A TIFF block with these tags, little-endian (TIFF 6.0; EXIF 2.3)."""
    entries, extra, offset = [], b"", 8 + 2 + 12 * 3 + 4
    blocks = []
    if artist:
        blocks.append((0x013B, 2, artist.encode() + b"\0"))
    if serial:
        value = serial.encode() + b"\0"
        blocks.append((0x8769, 4, _ifd(0xA431, 2, len(value), value)))
    if latitude:
        blocks.append((0x8825, 4, _ifd(2, 5, 3, struct.pack("<6I", 51, 1, 3, 1, 0, 1))))
    for tag, kind, value in blocks:
        if kind == 4:
            value = _placed(value, offset + len(extra))
            entries.append(struct.pack("<HHII", tag, 4, 1, offset + len(extra)))
        else:
            entries.append(struct.pack("<HHII", tag, kind, len(value), offset + len(extra)))
        extra += value + b"\0" * (len(value) % 2)
    head = b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", len(entries))
    body = (b"".join(entries) + struct.pack("<I", 0)).ljust(offset - len(head), b"\0")
    return head + body + extra


def _ifd(tag: int, kind: int, count: int, value: bytes) -> bytes:
    """A directory with one entry, whose value follows it; `_placed` fills in where."""
    return struct.pack("<HHHII", 1, tag, kind, count, 18) + struct.pack("<I", 0) + value


def _placed(directory: bytes, offset: int) -> bytes:
    return directory[:10] + struct.pack("<I", offset + 18) + directory[14:]


def jpeg(*segments: tuple[int, bytes]) -> bytes:
    """A JPEG file of only these segments: marker and content."""
    made = b"".join(
        struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content
        for marker, content in segments
    )
    return b"\xff\xd8" + made + b"\xff\xd9"


def photo(**tags: str | bool) -> bytes:
    """A JPEG file with EXIF."""
    return jpeg((0xE1, b"Exif\0\0" + exif(**tags)))  # type: ignore[arg-type]


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    """A PNG file of one grey point, with these chunks besides."""
    header = (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    data = (b"IDAT", zlib.compress(b"\0\0"))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(*each) for each in (header, *chunks, data, (b"IEND", b""))
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    return (
        struct.pack(">I", len(content))
        + kind
        + content
        + struct.pack(">I", zlib.crc32(kind + content))
    )


def webp(exif_block: bytes) -> bytes:
    """A WebP file with EXIF."""
    padded = exif_block + b"\0" * (len(exif_block) % 2)
    extended = b"VP8X" + struct.pack("<I", 10) + b"\x08" + bytes(9)
    body = b"WEBP" + extended + b"EXIF" + struct.pack("<I", len(exif_block)) + padded
    return b"RIFF" + struct.pack("<I", len(body)) + body


def svg(content: str = "<rect width='9'/>", attributes: str = "", before: str = "") -> bytes:
    """A drawing."""
    spaces = "xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
    return f"{before}<svg {spaces} {attributes}>{content}</svg>".encode()
