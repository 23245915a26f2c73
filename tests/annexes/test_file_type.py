"""What does not belong in a dossier, and what is not what its name says."""

import pytest

from gzg.annexes.examination import examine
from gzg.annexes.fault import LARGEST_ANNEX
from gzg.annexes.file_type import SUFFIXES
from tests.annexes.samples import docx, found, package, pdf, photo, svg, xlsx


@pytest.mark.parametrize(
    ("path", "raw", "kind"),
    [
        ("stuk.html", b"<!doctype html><p>Dag</p>", "html"),
        ("stuk.txt", b"\n <HTML><script>alert(1)</script>", "html"),
        ("stuk.txt", "<html>".encode("utf-16"), "html"),
        ("stuk.xml", b"<?xml version='1.0'?><a/>", "xml"),
        ("stuk.exe", b"MZ\x90\0", "executable"),
        ("stuk.pdf", b"\x7fELF\2\1\1", "executable"),
        ("stuk.sh", b"#!/bin/sh\n", "program"),
        ("stuk.js", b"alert(1)\n", "program"),
        ("stuk.zip", package({"a.txt": "tekst"}), "archive"),
        ("stuk.docx", package({"a.txt": "tekst"}), "archive"),
        ("stuk.docx", package({"[Content_Types].xml": "", "word/a": "", "xl/b": ""}), "archive"),
        ("stuk.gz", b"\x1f\x8b\x08", "archive"),
        ("stuk.7z", b"7z\xbc\xaf\x27\x1c", "archive"),
        ("stuk.tar", bytes(257) + b"ustar\0", "archive"),
        ("stuk.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old-office"),
        ("stuk.rtf", b"{\\rtf1}", "rtf"),
        ("stuk.dat", b"\0\1\2\3", "unknown"),
    ],
)
def test_a_file_that_does_not_belong_in_a_dossier(path: str, raw: bytes, kind: str) -> None:
    assert [(fault.name, fault.values["found"]) for fault in examine(path, raw)] == [
        ("unwanted-type", kind)
    ]


@pytest.mark.parametrize(
    ("path", "raw", "kind"),
    [
        ("stuk.pdf", docx(), "docx"),
        ("stuk.docx", xlsx(), "xlsx"),
        ("stuk.png", photo(), "jpeg"),
        ("stuk.jpg", svg(), "svg"),
        ("stuk.txt", pdf(), "pdf"),
        ("stuk", pdf(), "pdf"),
        ("stuk.pdf", b"tekst", "text"),
        ("stuk.pdf", b"", "text"),
    ],
)
def test_a_file_that_is_not_what_its_name_says(path: str, raw: bytes, kind: str) -> None:
    assert [(fault.name, fault.values["found"]) for fault in examine(path, raw)] == [
        ("other-type", kind)
    ]


def test_what_a_file_is_decides_what_is_looked_for() -> None:
    assert found("stuk.png", photo(latitude=True)) == {"other-type", "position"}


@pytest.mark.parametrize("suffix", ["txt", "md", "csv", "tsv", "json", "geojson", "yml", "yaml"])
@pytest.mark.parametrize("raw", [b"", b"Beste inwoner\r\n", "\ufeffCaf\u00e9".encode(), b"Caf\xe9"])
def test_plain_text_belongs_in_a_dossier(suffix: str, raw: bytes) -> None:
    assert found(f"stuk.{suffix}", raw) == set()


def test_the_case_of_a_suffix_does_not_count() -> None:
    assert found("STUK.PDF", pdf()) == set()


def test_suffixes_are_in_lower_case() -> None:
    assert {suffix for suffix in SUFFIXES if suffix != suffix.lower()} == set()


def test_a_file_above_the_limit_is_not_looked_into() -> None:
    (fault,) = examine("stuk.txt", b"a" * (LARGEST_ANNEX + 1))
    assert (fault.name, dict(fault.values)) == (
        "too-large",
        {"size": LARGEST_ANNEX + 1, "largest": LARGEST_ANNEX},
    )
    assert found("stuk.txt", b"a" * LARGEST_ANNEX) == set()
