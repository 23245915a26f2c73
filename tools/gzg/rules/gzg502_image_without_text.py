"""GZG502: an image without a text that says what it shows."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Place, Severity
from gzg.repository.links import may_point
from gzg.repository.markdown import Prose
from gzg.rules.rule import Context, ProseRule


def check(prose: Prose, context: Context) -> Iterator[Finding]:
    for target in prose.targets:
        if target.is_image and not target.text.strip():
            yield Finding(Place(prose.path, span=target.span), {"target": target.target})


RULE = ProseRule(code="GZG502", severity=Severity.ERROR, check=check, only_if=may_point)
