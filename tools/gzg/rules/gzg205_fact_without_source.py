"""GZG205: what is said to come from sources, without naming one."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Severity
from gzg.model.facts import Origin, Sourced
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule


def check(record: Record, model: Sourced, context: Context) -> Iterator[Finding]:
    if model.origin is Origin.SOURCES and not model.sources:
        yield Finding(record.at("origin"))
    for index, figure in enumerate(getattr(model, "official_figures", ())):
        if not figure.sources:
            yield Finding(record.at("official_figures", index, "sources"))
    for index, conflict in enumerate(model.conflicts):
        for number, claim in enumerate(conflict.claims):
            if not claim.sources:
                yield Finding(record.at("conflicts", index, "claims", number, "sources"))


RULE = RecordRule(code="GZG205", severity=Severity.ERROR, model=Sourced, check=check)
