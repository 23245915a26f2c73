"""GZG501: a link or image whose path leads nowhere."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Place, Severity
from gzg.repository.links import anchor_of, anchors, file_of, is_elsewhere, may_point
from gzg.repository.markdown import Prose
from gzg.rules.rule import Context, ProseRule


def check(prose: Prose, context: Context) -> Iterator[Finding]:
    paths = context.catalogue.repository.known_paths
    inside = [each for each in prose.targets if not is_elsewhere(each.target)]
    headings = anchors(prose) if any("#" in each.target for each in inside) else frozenset()
    for each in inside:
        file, anchor = file_of(prose.path, each.target), anchor_of(each.target)
        if file != prose.path:
            is_found = file in paths
        else:
            is_found = anchor in headings if anchor else each.target != ""
        if not is_found:
            yield Finding(Place(prose.path, span=each.span), {"target": each.target})


RULE = ProseRule(code="GZG501", severity=Severity.ERROR, check=check, only_if=may_point)
