"""GZG327: the formal check of a dossier that was never received."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Severity
from gzg.model.admissibility import Admissibility
from gzg.model.kinds import Kind
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule


def check(record: Record, found: Admissibility, context: Context) -> Iterator[Finding]:
    if record.id not in context.catalogue.repository.index[Kind.RECEIPT]:
        yield Finding(record.at("outcome"), {"folder": record.folder})


RULE = RecordRule(code="GZG327", severity=Severity.ERROR, model=Admissibility, check=check)
