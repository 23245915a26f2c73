"""The way in: masked names, bounds that hold, and no file that brings it down."""

import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.generic import NameObject, StreamObject

from gzg.annexes.file_type import SUFFIXES
from gzg.annexes.inspection import inspect, inspect_all, text_of
from gzg.annexes.worker import SECONDS, extracted, inspected
from tests.annexes.samples import docx, exif, names, odt, pdf, photo, png, pptx, svg, webp, xlsx

START = 3.0
"""Seconds in which a busy machine starts a process; an idle one takes a tenth of that."""

WHOLE = (docx(), xlsx(), pptx(), odt(), pdf(), photo(latitude=True), png(), webp(exif()), svg())


def test_a_name_is_never_repeated() -> None:
    (fault,) = inspect("a.jpg", photo(artist="Jan Peeters"))
    assert dict(fault.values) == {"field": "Image Artist", "masked": "J•• P••••••"}


def test_the_name_of_an_organisation_may_stand_in_an_annex() -> None:
    assert inspect("a.jpg", photo(artist="stad Gent"), known_names=["Stad Gent"]) == ()


def test_only_the_whole_name_of_an_organisation_counts() -> None:
    faults = inspect("a.jpg", photo(artist="Jan Peeters, Stad Gent"), known_names=["Stad Gent"])
    assert [fault.name for fault in faults] == ["author"]


def test_many_annexes_are_answered_each_under_its_own_path() -> None:
    annexes = {f"{n}.jpg": photo(latitude=n % 2 == 0) for n in range(60)}
    answers = inspect_all(annexes)
    assert [path for path, faults in answers.items() if faults] == [
        f"{n}.jpg" for n in range(0, 60, 2)
    ]


def test_no_annexes_have_no_answers() -> None:
    assert inspect_all({}) == {}


def deep(depth: int) -> bytes:
    """A PDF with an array inside an array, and so on."""
    raw = pdf()
    nested = b"[" * depth + b"]" * depth
    return raw.replace(b"/Pages", b"/Deep " + nested + b" /Pages", 1)


def compressed_twice() -> bytes:
    """A PDF whose metadata unpack to 300 million bytes."""

    def change(writer: PdfWriter) -> None:
        packer = zlib.compressobj(9)
        once = b"".join(packer.compress(bytes(1_000_000)) for _ in range(300)) + packer.flush()
        stream = StreamObject()
        stream.set_data(zlib.compress(once, 9))
        stream.update(names({"/Subtype": "/XML", "/Filter": "/Twice"}))
        writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)

    return pdf(change).replace(b"/Twice", b"[/FlateDecode /FlateDecode]")


def endless_pages() -> bytes:
    """A PDF whose pages are their own children."""
    return pdf().replace(b"/Kids [ 4 0 R ]", b"/Kids [ 1 0 R ]")


HOSTILE: dict[str, Callable[[], bytes]] = {
    "diep.pdf": lambda: deep(10_000),
    "bom.pdf": compressed_twice,
    "kring.pdf": endless_pages,
    "half.pdf": lambda: pdf()[:300],
    "half.docx": lambda: docx()[:200],
    "bom.docx": lambda: docx(word__a=bytes(29_000_000), **{"word__b.xml": bytes(31_000_000)}),
    "bom.xlsx": lambda: xlsx(**{f"xl__{n}.xml": f"<a>{'<b/>' * 2_000_000}" for n in range(9)}),
    "bom.svg": lambda: svg("<g/>" * 4_000_000),
    "veel.pdf": lambda: b"%PDF-1.7\n" + b"1 0 obj <</A 2 0 R>> endobj\n" * 500_000,
    "haken.pdf": lambda: b"%PDF-1.7\n" + b"<<" * 5_000_000,
}


@pytest.mark.parametrize("path", HOSTILE)
def test_a_hostile_file_is_answered_in_time(path: str) -> None:
    raw = HOSTILE[path]()
    started = time.monotonic()
    faults = inspect(path, raw)
    assert time.monotonic() - started < SECONDS + START
    assert faults != ()


@pytest.mark.parametrize("path", ["bom.pdf", "bom.docx", "veel.pdf"])
def test_the_process_that_reads_a_hostile_file_stays_small(path: str) -> None:
    program = (
        "import re, sys; from gzg.annexes import worker; worker._bound_memory();"
        f"worker.inspected({path!r}, sys.stdin.buffer.read());"
        "print(re.search(r'VmHWM:\\s*(\\d+)', open('/proc/self/status').read())[1])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], input=HOSTILE[path](), capture_output=True, check=True
    )
    assert int(done.stdout) < 200_000


def test_after_a_hostile_file_the_others_are_still_answered() -> None:
    annexes = {path: HOSTILE[path]() for path in ("diep.pdf", "bom.svg")}
    annexes["c.jpg"] = photo(serial="1")
    faults = inspect_all(annexes)
    assert [[fault.name for fault in faults[path]] for path in annexes] == [
        ["broken"],
        ["too-complex"],
        ["serial-number"],
    ]


any_path = st.sampled_from([f"stuk{suffix}" for suffix in (*SUFFIXES, ".exe", "")])
damaged = st.builds(
    lambda raw, at, piece: raw[: at % len(raw)] + piece + raw[at % len(raw) + len(piece) :],
    st.sampled_from(WHOLE),
    st.integers(0, 5_000),
    st.binary(max_size=12),
)
marks = st.sampled_from([raw[:12] for raw in WHOLE] + [b"%PDF-1.7\n", b"Exif\0\0II*\0", b"PK\3\4"])


any_bytes = st.one_of(
    st.binary(max_size=500), damaged, st.builds(bytes.__add__, marks, st.binary())
)


@settings(deadline=None, max_examples=200)
@given(any_path, any_bytes)
def test_no_bytes_bring_it_down(path: str, raw: bytes) -> None:
    assert isinstance(inspected(path, raw), list)
    assert isinstance(extracted(raw), str | None)


@pytest.mark.parametrize(
    ("path", "raw", "expected"),
    [
        ("a.txt", b"Beste inwoner", "Beste inwoner"),
        ("a.csv", b"Caf\xe9;1", "Caf\u00e9;1"),
        ("a.pdf", pdf(), "Beste inwoner"),
        ("a.docx", docx(), "Beste inwoner"),
        ("a.xlsx", xlsx(), "85010112345"),
        ("a.pptx", pptx(), "Welkom"),
        ("a.odt", odt(), "Beste inwoner"),
    ],
)
def test_the_text_of_a_document_is_told(path: str, raw: bytes, expected: str) -> None:
    assert (text_of(path, raw) or "").strip() == expected


def test_cells_of_a_sheet_do_not_run_together() -> None:
    row = "<row><c><v>85010112</v></c><c><v>345</v></c></row>"
    assert text_of("a.xlsx", xlsx(**{"xl__worksheets__sheet1.xml": f"<s>{row}</s>"})) == (
        "85010112\n345\n"
    )


@pytest.mark.parametrize(
    "raw", [photo(), b"\0\1", b"%PDF-1.7", BytesIO(docx()).read(150), b"<html><p>dag</p></html>"]
)
def test_what_has_no_text_is_told_so(raw: bytes) -> None:
    assert text_of("a", raw) is None


def test_an_encrypted_document_has_no_text_to_be_read() -> None:
    raw = pdf(lambda writer: writer.encrypt("geheim", algorithm="RC4-128"))
    assert not text_of("a.pdf", raw)


def test_a_text_without_end_is_cut_off() -> None:
    assert len(text_of("a.txt", b"a" * 3_000_000) or "") == 2_000_000
