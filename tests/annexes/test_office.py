"""Office documents: every fault with a document that has it; the plain ones have none."""

import pytest

from gzg.annexes.examination import examine
from tests.annexes.samples import (
    CORE,
    RELATIONS,
    W,
    docx,
    found,
    odt,
    package,
    photo,
    pptx,
    svg,
    xlsx,
)

PERSON = "Jan Peeters"
CREATOR = f"<dc:creator>{PERSON}</dc:creator>"
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
AUTHORS = f"<comments><authors><author>{PERSON}</author></authors></comments>"
PERSONS = f"<personList><person displayName='{PERSON}'/></personList>"
REVISIONS = f"<headers><header userName='{PERSON}'/></headers>"
COMMENT = f"<w:comment w:author='{PERSON}'/>"
APPLICATION = "<p><Application>Tekstverwerker</Application></p>"
GENERATOR = "<meta:generator>Een kantoorpakket</meta:generator>"
HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
TEMPLATE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
META = (
    "<m xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:meta='urn:oasis:names:tc:opendocument:"
    "xmlns:meta:1.0'>{}</m>"
)
MANIFEST = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
BOMB = (
    "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
    "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]><a>&c;</a>"
)


def relation(kind: str, target: str) -> str:
    return RELATIONS.format(
        f"<Relationship Id='r1' Type='{kind}' Target='{target}' TargetMode='External'/>"
    )


def word(content: str) -> str:
    return f"<w:x xmlns:w='{W}'>{content}</w:x>"


@pytest.mark.parametrize(
    ("fault", "raw"),
    [
        ("author", docx(**{"docProps__core.xml": CORE.format(CREATOR)})),
        ("author", docx(**{"docProps__core.xml": CORE.format(
            f"<cp:lastModifiedBy>{PERSON}</cp:lastModifiedBy>")})),
        ("author", docx(**{"docProps__app.xml": f"<p><Manager>{PERSON}</Manager></p>"})),
        ("company", docx(**{"docProps__app.xml": "<p><Company>Adviesbureau</Company></p>"})),
        ("comment-author", docx(**{"word__comments.xml": word(COMMENT)})),
        ("comment-author", docx(**{"word__people.xml": word(f"<w:person w:author='{PERSON}'/>")})),
        ("change-author", docx(**{"word__header1.xml": word(f"<w:ins w:author='{PERSON}'/>")})),
        ("change-author", docx(**{"word__footnotes.xml": word(f"<w:del w:author='{PERSON}'/>")})),
        ("macro", docx(**{"word__vbaProject.bin": b"\xd0\xcf\x11\xe0"})),
        ("macro", docx(**{"[Content_Types].xml":
            f"<Types><Override ContentType='{MACROS}'/></Types>"})),
        ("external", docx(**{"word___rels__settings.xml.rels": relation(
            TEMPLATE, "https://voorbeeld.example/sjabloon.dotm")})),
        ("external", docx(**{"word___rels__document.xml.rels": relation(
            HYPERLINK, "file://server/map/stuk.docx")})),
        ("embedded-file", docx(**{"word__embeddings__oleObject1.bin": b"\xd0\xcf"})),
        ("embedded-file", docx(**{"word__embeddings__programma.exe": b"MZ\x90\0"})),
        ("signature", docx(**{"_xmlsignatures__sig1.xml": "<Signature/>"})),
        ("position", docx(**{"word__media__image1.jpeg": photo(latitude=True)})),
        ("script", docx(**{"word__media__image1.svg": svg("<script>1</script>")})),
        ("author", docx(**{"word__embeddings__blad.xlsx": xlsx(
            **{"docProps__core.xml": CORE.format(CREATOR)})})),
        ("entity", docx(**{"word__document.xml": BOMB})),
        ("broken", docx(**{"word__document.xml": "<a><b></a>"})),
        ("too-complex", docx(**{"word__document.xml": "<a>" * 10_000 + "</a>" * 10_000})),
        ("broken", docx(**{"..__buiten.txt": "tekst"})),
    ],
)  # fmt: skip
def test_a_fault_of_a_text_document_is_seen(fault: str, raw: bytes) -> None:
    assert found("stuk.docx", raw) == {fault}


@pytest.mark.parametrize(
    ("path", "fault", "raw"),
    [
        ("b.xlsx", "comment-author", xlsx(
            **{"xl__comments1.xml": AUTHORS})),
        ("b.xlsx", "comment-author", xlsx(
            **{"xl__persons__person.xml": PERSONS})),
        ("b.xlsx", "change-author", xlsx(
            **{"xl__revisions__revisionHeaders.xml": REVISIONS})),
        ("b.xlsx", "macro", xlsx(**{"xl__macrosheets__sheet1.xml": "<xm/>"})),
        ("p.pptx", "comment-author", pptx(
            **{"ppt__commentAuthors.xml": f"<l><cmAuthor name='{PERSON}' initials='JP'/></l>"})),
        ("t.odt", "author", odt(
            **{"meta.xml": META.format(f"<meta:initial-creator>{PERSON}</meta:initial-creator>")})),
        ("t.odt", "author", odt(**{"meta.xml": META.format(CREATOR)})),
        ("t.odt", "comment-author", odt(
            f"<office:annotation><dc:creator>{PERSON}</dc:creator></office:annotation>")),
        ("t.odt", "change-author", odt(
            f"<office:change-info><dc:creator>{PERSON}</dc:creator></office:change-info>")),
        ("t.odt", "macro", odt(**{"Basic__Standard__Module1.xml": "<module/>"})),
        ("t.odt", "external", odt("<draw:image xlink:href='https://voorbeeld.example/a.png'/>")),
        ("t.odt", "external", odt("<text:a xlink:href='file:///etc/passwd'/>")),
        ("t.odt", "signature", odt(**{"META-INF__documentsignatures.xml": "<s/>"})),
        ("t.odt", "encrypted", odt(**{"META-INF__manifest.xml": MANIFEST})),
        ("t.docx", "encrypted", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
    ],
)  # fmt: skip
def test_a_fault_of_another_document_is_seen(path: str, fault: str, raw: bytes) -> None:
    assert found(path, raw) == {fault}


@pytest.mark.parametrize(
    ("path", "raw"),
    [
        ("t.docx", docx()),
        ("t.docx", docx(**{"docProps__core.xml": CORE.format("<dc:creator></dc:creator>")})),
        ("t.docx", docx(**{"docProps__core.xml": CORE.format("<dc:title>Loket</dc:title>")})),
        ("t.docx", docx(**{"docProps__app.xml": APPLICATION})),
        ("t.docx", docx(**{"word__comments.xml": word("<w:p>Een notitie</w:p>")})),
        ("t.docx", docx(**{"word___rels__document.xml.rels": relation(
            HYPERLINK, "https://www.vlaanderen.be/")})),
        ("t.docx", docx(**{"word__media__image1.jpeg": photo()})),
        ("t.docx", docx(**{"word__embeddings__blad.xlsx": xlsx()})),
        ("t.xlsx", xlsx()),
        ("t.pptx", pptx()),
        ("t.odt", odt()),
        ("t.odt", odt("<text:a xlink:href='https://www.vlaanderen.be/'>Vlaanderen</text:a>")),
        ("t.odt", odt("<draw:image xlink:href='Pictures/1.png'/>")),
        ("t.odt", odt(**{"meta.xml": META.format(GENERATOR)})),
    ],
)  # fmt: skip
def test_a_plain_document_has_no_fault(path: str, raw: bytes) -> None:
    assert found(path, raw) == set()


def test_a_fault_inside_a_document_says_in_which_part() -> None:
    raw = docx(**{"word__media__image1.jpeg": photo(latitude=True)})
    assert [dict(fault.values) for fault in examine("stuk.docx", raw)] == [
        {"field": "GPS GPSLatitude", "part": "word/media/image1.jpeg"}
    ]


def test_a_document_that_unpacks_to_too_much_is_a_bomb() -> None:
    raw = docx(**{"word__media__image1.bin": b"", "word__bomb.xml": bytes(40_000_000)})
    assert len(raw) < 100_000
    assert found("stuk.docx", raw) == {"bomb"}


def test_a_document_of_many_parts_is_a_bomb() -> None:
    assert "bomb" in found("stuk.docx", package({f"word/{n}.xml": "" for n in range(5_001)}))


def test_a_zip_file_with_a_part_that_needs_a_password_is_encrypted() -> None:
    raw = bytearray(docx())
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    assert found("stuk.docx", bytes(raw)) == {"encrypted"}
