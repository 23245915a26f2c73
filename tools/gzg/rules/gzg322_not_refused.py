"""GZG322: a resubmission of a dossier that was not refused."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Severity
from gzg.model.decision import Decision
from gzg.model.kinds import Kind
from gzg.model.submission import Submission
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule


def check(record: Record, submission: Submission, context: Context) -> Iterator[Finding]:
    earlier = submission.resubmission_of
    if earlier is None or earlier not in context.catalogue.repository.index[Kind.SUBMISSION]:
        return
    found = context.catalogue.repository.record(Kind.DECISION, earlier.partition("/")[0])
    if found and not isinstance(found.model, Decision):
        return
    decision = found.model if found else None
    refused = decision.refused if isinstance(decision, Decision) else ()
    granted = decision.granted if isinstance(decision, Decision) else ()
    if earlier not in {each.submission for each in refused}:
        is_granted = earlier in {each.submission for each in granted}
        values = {"earlier": earlier, "granted": is_granted}
        yield Finding(record.at("resubmission_of"), values)


RULE = RecordRule(code="GZG322", severity=Severity.ERROR, model=Submission, check=check)
