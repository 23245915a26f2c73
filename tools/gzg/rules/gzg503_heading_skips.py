"""GZG503: headings that skip a level."""

import re
from collections.abc import Iterator

from gzg.diagnostics import Finding, Place, Severity
from gzg.repository.markdown import Prose
from gzg.rules.rule import Context, ProseRule

_ENDS_IN_DASH = re.compile(r"-[ \t\r]*$", re.MULTILINE)


def check(prose: Prose, context: Context) -> Iterator[Finding]:
    deepest = 1 if prose.has_front_matter else 0
    for heading in prose.headings:
        if heading.level > deepest + 1:
            values = {"level": heading.level, "wanted": deepest + 1, "top": deepest == 0}
            yield Finding(Place(prose.path, span=heading.span), values)
        deepest = heading.level


def has_deeper_heading(prose: Prose) -> bool:
    """Whether any heading can be other than `# …`; a line of `-` makes one of what is above it."""
    return "##" in prose.text or _ENDS_IN_DASH.search(prose.text) is not None


RULE = ProseRule(code="GZG503", severity=Severity.WARNING, check=check, only_if=has_deeper_heading)
