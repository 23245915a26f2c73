"""GZG244: a part of the dossier's text that is too short."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Place, Severity
from gzg.model.submission import Submission
from gzg.repository.repository import Record
from gzg.rules.dossier_text import asked_parts, readme_of
from gzg.rules.rule import Context, RecordRule


def check(record: Record, submission: Submission, context: Context) -> Iterator[Finding]:
    for asked in asked_parts(record, context):
        minimum, chapter = asked.part.minimum_words, asked.chapter
        if chapter and minimum is not None and chapter.words < minimum:
            values = {"title": asked.title, "words": chapter.words, "minimum": minimum}
            values["difference"] = abs(chapter.words - minimum)
            yield Finding(Place(readme_of(record), span=chapter.title.span), values)


RULE = RecordRule(code="GZG244", severity=Severity.ERROR, model=Submission, check=check)
