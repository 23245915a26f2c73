"""GZG309: a source that nothing refers to."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Severity
from gzg.model.source import Sources
from gzg.repository.catalogue import SOURCE
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule


def check(record: Record, sources: Sources, context: Context) -> Iterator[Finding]:
    # What cannot be read may well name a source.
    if any(each.model is None for each in context.catalogue.all_records()):
        return
    used = context.catalogue.named(SOURCE)
    for id in sources.sources:
        if id not in used:
            yield Finding(record.at("sources", id), {"source": id})


RULE = RecordRule(code="GZG309", severity=Severity.HINT, model=Sources, check=check)
