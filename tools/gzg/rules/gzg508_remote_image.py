"""GZG508: an image that stands on another site."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Place, Severity
from gzg.repository.faults import shown
from gzg.repository.links import may_point, scheme_of
from gzg.repository.markdown import Prose
from gzg.rules.rule import Context, ProseRule


def check(prose: Prose, context: Context) -> Iterator[Finding]:
    for target in prose.targets:
        if target.is_image and scheme_of(target.target) in {"http", "https", "//"}:
            yield Finding(Place(prose.path, span=target.span), {"target": shown(target.target)})


RULE = ProseRule(code="GZG508", severity=Severity.ERROR, check=check, only_if=may_point)
