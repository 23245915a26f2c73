"""GZG510: a block of settings above a text that has its settings in another file."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Place, Severity, Span
from gzg.repository.layout import reading_text_at
from gzg.repository.markdown import Prose
from gzg.rules.rule import Context, ProseRule


def check(prose: Prose, context: Context) -> Iterator[Finding]:
    if prose.has_front_matter and reading_text_at(prose.path):
        yield Finding(Place(prose.path, span=Span(1, 1, 1, 4)))


RULE = ProseRule(code="GZG510", severity=Severity.ERROR, check=check)
