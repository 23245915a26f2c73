"""GZG309: a source that nothing refers to."""

from collections.abc import Iterable, Iterator

from gzg.diagnostics import Finding, Severity
from gzg.model.references import names
from gzg.model.source import Sources
from gzg.repository.catalogue import SOURCE, Catalogue
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule


def check(record: Record, sources: Sources, context: Context) -> Iterator[Finding]:
    unused = unnamed(sources.sources, context.catalogue)
    # What cannot be read may well name a source.
    if unused and all(each.model for each in context.catalogue.all_records()):
        for id in sources.sources:
            if id in unused:
                yield Finding(record.at("sources", id), {"source": id})


def unnamed(ids: Iterable[str], catalogue: Catalogue) -> set[str]:
    """Which of these sources no record names; looks no further once each has been named."""
    left = set(ids)
    for each in catalogue.all_records():
        if not left:
            break
        if each.model:
            left -= names(each.model).get(SOURCE, set())
    return left


RULE = RecordRule(code="GZG309", severity=Severity.HINT, model=Sources, check=check)
