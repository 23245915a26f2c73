"""GZG242: a heading that the call asks and the part does not have."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Place, Severity
from gzg.model.submission import Submission
from gzg.repository.repository import Record
from gzg.rules.dossier_text import HEADING_LEVEL, asked_parts, plain, readme_of
from gzg.rules.rule import Context, RecordRule


def check(record: Record, submission: Submission, context: Context) -> Iterator[Finding]:
    for asked in asked_parts(record, context):
        if asked.chapter is None:
            continue
        written = {plain(each.text) for each in asked.chapter.headings}
        for heading in asked.headings:
            if plain(heading) not in written:
                values = {"heading": heading, "title": asked.title, "marks": "#" * HEADING_LEVEL}
                place = Place(readme_of(record), span=asked.chapter.title.span)
                yield Finding(place, values)


RULE = RecordRule(code="GZG242", severity=Severity.ERROR, model=Submission, check=check)
