"""The lists of questions that the site offers for download, for each call that takes dossiers."""

from gzg.model.call import Call
from gzg.repository.repository import Record
from gzg.site.addresses import Section
from gzg.site.edition import Edition
from gzg.wizard import question_list_markdown
from gzg.wizard.question_list import Block, question_list

STEM = {"nl": "vragen", "en": "questions"}
"""What the files are called, by language."""


def questions_of(edition: Edition, call: Call) -> tuple[Block, ...]:
    """All that a call asks, in this edition's language; nothing without a programme."""
    programme = edition.catalogue.programme
    return question_list(call, programme, edition.language) if programme else ()


def question_files(edition: Edition, calls: list[tuple[Record, Call]]) -> dict[str, bytes]:
    """The lists as Word and as text: their path on the site → their bytes."""
    # What writes for Word takes longer to load than most builds need to see that it holds.
    from gzg.wizard import question_list_word

    found: dict[str, bytes] = {}
    for record, call in calls:
        blocks = questions_of(edition, call)
        stem = f"{edition.address(Section.HAND_IN, record.id)}{STEM[edition.language]}"
        found[f"{stem}.docx"] = question_list_word.rendered(blocks, edition.language)
        found[f"{stem}.txt"] = question_list_markdown.rendered(blocks).encode()
    return found
