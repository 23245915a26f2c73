"""GZG243: a part of the dossier's text that is too long."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Place, Severity
from gzg.model.submission import Submission
from gzg.repository.repository import Record
from gzg.rules.dossier_text import asked_parts, readme_of
from gzg.rules.rule import Context, RecordRule


def check(record: Record, submission: Submission, context: Context) -> Iterator[Finding]:
    for asked in asked_parts(record, context):
        maximum, chapter = asked.part.maximum_words, asked.chapter
        if chapter and maximum is not None and chapter.words > maximum:
            values = {"title": asked.title, "words": chapter.words, "maximum": maximum}
            values["difference"] = abs(chapter.words - maximum)
            yield Finding(Place(readme_of(record), span=chapter.title.span), values)


RULE = RecordRule(code="GZG243", severity=Severity.ERROR, model=Submission, check=check)
