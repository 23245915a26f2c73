"""GZG509: text that a builder of pages could take for an instruction."""

import re
from collections.abc import Iterator

from gzg.diagnostics import Finding, Place, Severity
from gzg.repository.markdown import Prose
from gzg.rules.rule import Context, ProseRule

_INSTRUCTION = re.compile(
    r"\{[{%#][^\n]{0,200}"  # a template
    r"|\{:[^}\n]{0,200}\}?|\{[^{}=\n]{0,100}=[^{}\n]{0,200}\}"  # a list of attributes
    r"|-8<-[^\n]{0,200}"  # a snippet of another file
)


def check(prose: Prose, context: Context) -> Iterator[Finding]:
    for found in _INSTRUCTION.finditer(prose.without_code):
        span = prose.span_of(found.start(), found.end())
        yield Finding(Place(prose.path, span=span))


def may_instruct(prose: Prose) -> bool:
    text = prose.text
    return ("{" in text or "-8<-" in text) and _INSTRUCTION.search(text) is not None


RULE = ProseRule(code="GZG509", severity=Severity.ERROR, check=check, only_if=may_instruct)
