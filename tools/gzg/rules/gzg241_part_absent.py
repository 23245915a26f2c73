"""GZG241: a part that the call asks and the dossier's text does not have."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Place, Severity, Span
from gzg.model.submission import Submission
from gzg.repository.repository import Record
from gzg.rules.dossier_text import PART_LEVEL, asked_parts, plain, readme_of, titles
from gzg.rules.rule import Context, RecordRule
from gzg.rules.suggestion import nearest


def check(record: Record, submission: Submission, context: Context) -> Iterator[Finding]:
    for asked in asked_parts(record, context):
        if asked.chapter is None:
            prose = context.catalogue.repository.prose(readme_of(record))
            written = {plain(each.text): each for each in reversed(titles(prose))}
            near = written.get(nearest(plain(asked.title), written) or "")
            span = near.span if near else Span(1, 1, 1, 1)
            values = {"title": asked.title, "marks": "#" * PART_LEVEL}
            if near:
                values["near"] = near.text
            yield Finding(Place(prose.path, span=span), values)


RULE = RecordRule(code="GZG241", severity=Severity.ERROR, model=Submission, check=check)
