"""GZG505: a link over a connection that is not secured."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Place, Severity
from gzg.repository.links import may_point
from gzg.repository.markdown import Prose
from gzg.rules.rule import Context, ProseRule


def check(prose: Prose, context: Context) -> Iterator[Finding]:
    for target in prose.targets:
        if target.target.startswith("http://") and not target.is_image:
            values = {"target": target.target, "wanted": f"https{target.target[4:]}"}
            yield Finding(Place(prose.path, span=target.span), values)


RULE = ProseRule(code="GZG505", severity=Severity.HINT, check=check, only_if=may_point)
