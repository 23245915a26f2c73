"""GZG249: a dossier that is said not to be admissible, without a reason."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Severity
from gzg.model.admissibility import Admissibility, FormalOutcome
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule


def check(record: Record, found: Admissibility, context: Context) -> Iterator[Finding]:
    if found.outcome is FormalOutcome.INADMISSIBLE and not found.grounds:
        yield Finding(record.at("outcome"))
    for index, ground in enumerate(found.grounds):
        if ground.rule is None and ground.text is None:
            yield Finding(record.at("grounds", index))


RULE = RecordRule(code="GZG249", severity=Severity.ERROR, model=Admissibility, check=check)
