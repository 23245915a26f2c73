"""GZG507: a link or image that leads neither to a page, a mailbox nor a file."""

import re
from collections.abc import Iterator

from gzg.diagnostics import Finding, Place, Severity, Span
from gzg.repository.faults import shown
from gzg.repository.links import SAFE_SCHEMES, may_point, scheme_of
from gzg.repository.markdown import Prose
from gzg.rules.rule import Context, ProseRule

_DESTINATION = re.compile(r"\][ \t]?(?:\(|:)[ \t]*<?([^)>\n]{0,200})")
"""What may be a link's target for readers of Markdown that allow more than CommonMark."""

_RUNNING = frozenset({"javascript", "vbscript", "data", "file", "blob", "filesystem"})


def check(prose: Prose, context: Context) -> Iterator[Finding]:
    told: set[int] = set()
    for target in prose.targets:
        scheme = scheme_of(target.target)
        if scheme and scheme not in SAFE_SCHEMES and not (scheme == "//" and target.is_image):
            told.add(target.span.line)
            yield _finding(prose, target.span, target.target, scheme)
    if "](" in prose.text or "]:" in prose.text:
        yield from _nearly_links(prose, told)


def _nearly_links(prose: Prose, told: set[int]) -> Iterator[Finding]:
    for found in _DESTINATION.finditer(prose.without_code if "`" in prose.text else prose.text):
        scheme = scheme_of(found[1])
        if scheme in _RUNNING:
            span = prose.span_of(found.start(1), found.end(1))
            if span.line not in told:
                yield _finding(prose, span, found[1], scheme)


def _finding(prose: Prose, span: Span, target: str, scheme: str) -> Finding:
    values = {"target": shown(target), "other_host": scheme == "//"}
    return Finding(Place(prose.path, span=span), values)


RULE = ProseRule(code="GZG507", severity=Severity.ERROR, check=check, only_if=may_point)
