"""GZG328: a dossier that is granted, though the formal check says that it is not admissible."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Severity
from gzg.model.admissibility import Admissibility, FormalOutcome
from gzg.model.decision import Decision
from gzg.model.kinds import Kind
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule


def check(record: Record, decision: Decision, context: Context) -> Iterator[Finding]:
    for index, granted in enumerate(decision.granted):
        found = context.catalogue.model(Kind.ADMISSIBILITY, granted.submission)
        if isinstance(found, Admissibility) and found.outcome is FormalOutcome.INADMISSIBLE:
            values = {"submission": granted.submission, "day": found.date}
            yield Finding(record.at("granted", index, "submission"), values)


RULE = RecordRule(code="GZG328", severity=Severity.ERROR, model=Decision, check=check)
