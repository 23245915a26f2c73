"""GZG212: weights that are given for some only, or that are not 100 together."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from gzg.diagnostics import FieldPath, Finding, Place, Severity
from gzg.model.call import Call, Cluster, Criterion
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule

WHOLE = 100

Weighed = Sequence[Cluster] | Sequence[Criterion]


def check(record: Record, call: Call, context: Context) -> Iterator[Finding]:
    if call.scoring is None:
        return
    clusters = call.scoring.clusters
    lists: list[tuple[FieldPath, Weighed]] = [(("scoring", "clusters"), clusters)]
    for index, cluster in enumerate(clusters):
        lists.append((("scoring", "clusters", index, "criteria"), cluster.criteria))
    for field, items in lists:
        weights = [item.weight for item in items if item.weight is not None]
        total = sum(weights, Decimal(0))
        if weights and (len(weights) < len(items) or total != WHOLE):
            values = {"weighed": len(weights), "count": len(items), "total": total, "whole": WHOLE}
            yield Finding(Place(record.path, field), values)


RULE = RecordRule(code="GZG212", severity=Severity.ERROR, model=Call, check=check)
