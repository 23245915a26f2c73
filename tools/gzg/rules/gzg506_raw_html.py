"""GZG506: HTML in a Markdown text."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Place, Severity
from gzg.repository.faults import shown
from gzg.repository.markdown import Prose
from gzg.rules.rule import Context, ProseRule


def check(prose: Prose, context: Context) -> Iterator[Finding]:
    told = 0
    for span in prose.raw_html:
        if span.line == told:
            continue  # a tag and its end are one fault
        told = span.line
        text = prose.line(span.line)[span.column - 1 : span.end_column - 1]
        values = {"html": shown(text), "comment": text.lstrip().startswith("<!--")}
        yield Finding(Place(prose.path, span=span), values)


def has_angle(prose: Prose) -> bool:
    return "<" in prose.text


RULE = ProseRule(code="GZG506", severity=Severity.ERROR, check=check, only_if=has_angle)
