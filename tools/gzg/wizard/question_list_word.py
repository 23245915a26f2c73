"""The list of a call's questions as a Word document: the same bytes for the same list.

Nobody is named as its author, and it carries no time: what the library and the archive would put
there is set to a fixed value.
"""

import io
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime

from docx import Document
from docx.document import Document as WordDocument
from docx.shared import Cm

from gzg.texts import Language
from gzg.wizard.question_list import Block, Look

STYLES = {
    Look.TITLE: "Title",
    Look.CHAPTER: "Heading 1",
    Look.QUESTION: "Heading 2",
    Look.PART: "Heading 3",
    Look.TEXT: "Normal",
    Look.WARNING: "Intense Quote",
    Look.ITEM: "List Bullet",
    Look.INNER_ITEM: "List Bullet 2",
    Look.ANSWER: "Normal",
}
"""The document's own styles, so that headings can be navigated and read aloud."""

_TIME = datetime(2000, 1, 1, tzinfo=UTC)
_LOCALES = {Language.NL: "nl-BE", Language.EN: "en-GB"}
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_PAPER = (Cm(21), Cm(29.7))


def rendered(blocks: Iterable[Block], language: Language) -> bytes:
    """The bytes of the file."""
    document = Document()
    found = tuple(blocks)
    _describe(document, found[0].text if found else "", language)
    for block in found:
        _add(document, block)
    made = io.BytesIO()
    document.save(made)
    return _without_times(made.getvalue())


def _describe(document: WordDocument, title: str, language: Language) -> None:
    own = document.core_properties
    own.title, own.language = title, _LOCALES[language]
    own.author = own.last_modified_by = own.comments = own.keywords = own.subject = ""
    own.created = own.modified = _TIME.replace(tzinfo=None)
    own.revision = 1
    for section in document.sections:
        section.page_width, section.page_height = _PAPER
    for element in document.styles.element.iter():
        if element.tag.endswith("}lang"):
            for name in [name for name in element.attrib if name.endswith("}val")]:
                element.set(name, _LOCALES[language])


def _add(document: WordDocument, block: Block) -> None:
    paragraph = document.add_paragraph(style=STYLES[block.look])
    if block.lead:
        paragraph.add_run(f"{block.lead} ").bold = True
    run = paragraph.add_run(block.text)
    if block.look is Look.ANSWER:
        run.italic = True
        document.add_paragraph()


def _without_times(archive: bytes) -> bytes:
    """The same archive, with every entry of one day and in one order."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as given,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as written,
    ):
        for name in given.namelist():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            written.writestr(entry, given.read(name))
    return made.getvalue()
