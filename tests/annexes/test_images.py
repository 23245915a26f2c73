"""Photos and drawings: every fault with a file that has it; the plain ones have none."""

import struct
import zlib

import pytest

from gzg.annexes.examination import examine
from tests.annexes.samples import (
    XMP,
    XMP_CREATOR,
    XMP_TOOL,
    exif,
    found,
    jpeg,
    photo,
    png,
    svg,
    webp,
)

POINTS_NOWHERE = exif(serial="1")[:14] + bytes(4) + exif(serial="1")[18:]
"""EXIF that says that another directory follows, and not where."""
ADOBE = b"http://ns.adobe.com/xap/1.0/\0"
POSITION = XMP.format('exif:GPSLatitude="51,3.1N">')
SERIAL = XMP.format('aux:SerialNumber="0123456">')


def xmp(packet: str) -> bytes:
    return jpeg((0xE1, ADOBE + packet.encode()))


def iptc(data_set: int, text: str) -> bytes:
    record = struct.pack(">BBBH", 0x1C, 2, data_set, len(text)) + text.encode()
    block = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(record)) + record
    return jpeg((0xED, b"Photoshop 3.0\0" + block))


def heic(block: bytes) -> bytes:
    """The first box, and the EXIF item as phones write it into the data."""
    start = struct.pack(">I", 24) + b"ftypheic" + bytes(4) + b"mif1heic"
    data = struct.pack(">I", 6) + b"Exif\0\0" + block
    return start + struct.pack(">I", len(data) + 8) + b"mdat" + data


@pytest.mark.parametrize(
    ("path", "fault", "raw"),
    [
        ("a.jpg", "position", photo(latitude=True)),
        ("a.jpg", "author", photo(artist="Jan Peeters")),
        ("a.jpg", "serial-number", photo(serial="0123456")),
        ("a.jpg", "author", xmp(XMP_CREATOR)),
        ("a.jpg", "position", xmp(POSITION)),
        ("a.jpg", "serial-number", xmp(SERIAL)),
        ("a.jpg", "author", iptc(80, "Jan Peeters")),
        ("a.jpg", "broken", jpeg((0xE1, b"Exif\0\0" + POINTS_NOWHERE))),
        ("a.tiff", "position", exif(latitude=True)),
        ("a.webp", "position", webp(exif(latitude=True))),
        ("a.webp", "position", webp(b"Exif\0\0" + exif(latitude=True))),
        ("a.heic", "position", heic(exif(latitude=True))),
        ("a.png", "position", png((b"eXIf", exif(latitude=True)))),
        ("a.png", "author", png((b"tEXt", b"Author\0Jan Peeters"))),
        ("a.png", "author", png((b"zTXt", b"Artist\0\0" + zlib.compress(b"Jan Peeters")))),
        ("a.png", "author", png((b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0"
            + zlib.compress(XMP_CREATOR.encode())))),
    ],
)  # fmt: skip
def test_a_fault_of_a_photo_is_seen(path: str, fault: str, raw: bytes) -> None:
    assert found(path, raw) == {fault}


@pytest.mark.parametrize(
    ("path", "raw"),
    [
        ("a.jpg", photo()),
        ("a.jpg", xmp(XMP_TOOL)),
        ("a.jpg", iptc(5, "Loket")),
        ("a.tif", exif()),
        ("a.webp", webp(exif())),
        ("a.heic", heic(exif())),
        ("a.png", png()),
        ("a.png", png((b"tEXt", b"Software\0Een tekenprogramma"))),
        ("a.gif", b"GIF89a\1\0\1\0\0\0\0;"),
    ],
)
def test_a_plain_photo_has_no_fault(path: str, raw: bytes) -> None:
    assert found(path, raw) == set()


def test_a_text_of_a_picture_that_unpacks_without_end_is_cut_off() -> None:
    raw = png((b"zTXt", b"Author\0\0" + zlib.compress(b"a" * 50_000_000)))
    assert found("a.png", raw) == {"author"}


@pytest.mark.parametrize(
    ("fault", "raw"),
    [
        ("script", svg("<script>alert(1)</script>")),
        ("script", svg("<a xlink:href='java\tscript:alert(1)'><text>hier</text></a>")),
        ("script", svg("<set attributeName='href' to='javascript:alert(1)'/>")),
        ("script", svg("<image href='data:text/html,x'/>")),
        ("event-handler", svg(attributes="onload='alert(1)'")),
        ("event-handler", svg("<rect onclick='alert(1)'/>")),
        ("foreign-object", svg("<foreignObject><p/></foreignObject>")),
        ("external", svg("<image xlink:href='https://voorbeeld.example/a.png'/>")),
        ("external", svg("<use href='ander.svg#a'/>")),
        ("external", svg("<style>@import 'https://voorbeeld.example/a.css';</style>")),
        ("external", svg("<style>rect{fill:url(https://voorbeeld.example/a)}</style>")),
        ("external", svg("<rect style='fill:url(//voorbeeld.example/a)'/>")),
        ("external", svg("<rect fill='url(https://voorbeeld.example/a.svg#b)'/>")),
        ("external", svg(before="<?xml-stylesheet href='https://voorbeeld.example/a.css'?>")),
        ("entity", svg("&a;", before="<!DOCTYPE svg [<!ENTITY a 'aaaa'>]>")),
        ("author", svg("<metadata><creator>Jan Peeters</creator></metadata>")),
        ("author", svg(attributes="filename='C:\\Users\\jan.peeters\\tekening.png'")),
        ("too-complex", svg("<g>" * 10_000 + "</g>" * 10_000)),
        ("broken", svg("<g>")),
    ],
)
def test_a_fault_of_a_drawing_is_seen(fault: str, raw: bytes) -> None:
    assert found("tekening.svg", raw) == {fault}


@pytest.mark.parametrize(
    "raw",
    [
        svg(),
        svg("<use xlink:href='#a'/>"),
        svg("<rect fill='url(#verloop)' style='fill: url( #verloop )'/>"),
        svg("<a href='https://www.vlaanderen.be/'><text>Vlaanderen</text></a>"),
        svg("<image href='data:image/png;base64,AAAA'/>"),
        svg("<style>rect { fill: red }</style>"),
        svg("<metadata><title>Loket</title></metadata>"),
        svg(before="<?xml version='1.0'?>"),
        svg(before="<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/svg11.dtd'>"),
    ],
)
def test_a_plain_drawing_has_no_fault(raw: bytes) -> None:
    assert found("tekening.svg", raw) == set()


def test_a_fault_says_which_field_it_is_in() -> None:
    (fault,) = examine("a.jpg", photo(latitude=True))
    assert dict(fault.values) == {"field": "GPS GPSLatitude"}
