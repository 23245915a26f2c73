"""PDF: every fault with a file that has it; the plain file has none."""

from collections.abc import Callable
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from gzg.annexes.examination import examine
from tests.annexes.samples import XMP_CREATOR, XMP_TOOL, found, names, pdf, photo

Change = Callable[[PdfWriter], object]


def action(name: str, **more: str) -> Change:
    """Opening the document does this."""

    def change(writer: PdfWriter) -> None:
        made = names({"/S": f"/{name}"})
        for key, value in more.items():
            made[NameObject(f"/{key}")] = TextStringObject(value)
        writer.root_object[NameObject("/OpenAction")] = made

    return change


def metadata(packet: str) -> Change:
    def change(writer: PdfWriter) -> None:
        stream = StreamObject()
        stream.update(names({"/Type": "/Metadata", "/Subtype": "/XML"}))
        stream.set_data(packet.encode())
        writer.root_object[NameObject("/Metadata")] = writer._add_object(stream.flate_encode())

    return change


def annotation(subtype: str) -> Change:
    def change(writer: PdfWriter) -> None:
        note = names({"/Type": "/Annot", "/Subtype": f"/{subtype}"})
        note[NameObject("/T")] = TextStringObject("Jan Peeters")
        writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(note)])

    return change


def signature(writer: PdfWriter) -> None:
    signed = names({"/Type": "/Sig", "/Filter": "/Adobe.PPKLite"})
    signed[NameObject("/ByteRange")] = ArrayObject([NumberObject(0)] * 4)
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject(
        {NameObject("/Fields"): ArrayObject([writer._add_object(signed)])}
    )


def certificates(writer: PdfWriter) -> None:
    store = names({"/Type": "/DSS"})
    store[NameObject("/Certs")] = ArrayObject()
    writer.root_object[NameObject("/DSS")] = writer._add_object(store)


def picture(writer: PdfWriter) -> None:
    stream = StreamObject()
    stream.set_data(photo(latitude=True))
    writer.root_object[NameObject("/Picture")] = writer._add_object(stream)


@pytest.mark.parametrize(
    ("fault", "change"),
    [
        ("author", lambda writer: writer.add_metadata({"/Author": "Jan Peeters"})),
        ("author", metadata(XMP_CREATOR)),
        ("comment-author", annotation("Text")),
        ("signature", signature),
        ("certificate", certificates),
        ("position", picture),
        ("script", action("JavaScript", JS="app.alert(1)")),
        ("action", action("Launch", F="rekenblad.exe")),
        ("action", action("GoToR", F="//server/map/stuk.pdf")),
        ("action", action("SubmitForm")),
        ("external", action("URI", URI="file:///etc/passwd")),
        ("embedded-file", lambda writer: writer.add_attachment("stuk.txt", b"tekst")),
        ("encrypted", lambda writer: writer.encrypt("geheim", algorithm="RC4-128")),
    ],
)
def test_a_fault_of_a_pdf_is_seen(fault: str, change: Change) -> None:
    assert found("stuk.pdf", pdf(change)) == {fault}


@pytest.mark.parametrize(
    "change",
    [
        None,
        lambda writer: writer.add_metadata({"/Title": "Loket", "/Creator": "Een tekstverwerker"}),
        lambda writer: writer.add_metadata({"/Author": " "}),
        metadata(XMP_TOOL),
        annotation("Widget"),
        action("GoTo"),
        action("URI", URI="https://www.vlaanderen.be/"),
    ],
)
def test_a_plain_pdf_has_no_fault(change: Change | None) -> None:
    assert found("stuk.pdf", pdf(change)) == set()


def test_the_author_of_an_earlier_revision_is_still_in_the_file() -> None:
    first = pdf(lambda writer: writer.add_metadata({"/Author": "Jan Peeters"}))
    writer = PdfWriter(BytesIO(first), incremental=True)
    writer.add_metadata({"/Author": ""})
    out = BytesIO()
    writer.write(out)
    information = PdfReader(out).metadata
    assert information is not None
    assert information.author == ""
    assert found("stuk.pdf", out.getvalue()) == {"author"}


def test_an_action_in_a_compressed_object_is_seen() -> None:
    writer = PdfWriter(BytesIO(pdf(action("Launch"))))
    out = BytesIO()
    writer.compress_identical_objects()
    writer.write(out)
    assert found("stuk.pdf", out.getvalue()) == {"action"}


def test_a_name_that_is_spelled_with_numbers_is_read() -> None:
    raw = pdf(action("Launch")).replace(b"/Launch", b"/L#61unch")
    assert found("stuk.pdf", raw) == {"action"}


def test_an_empty_document_is_broken() -> None:
    assert [fault.name for fault in examine("stuk.pdf", b"%PDF-1.7\n%%EOF\n")] == ["broken"]
