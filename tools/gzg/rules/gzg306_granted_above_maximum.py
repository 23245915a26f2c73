"""GZG306: a project that was granted more than its call gives."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Severity
from gzg.model.call import Call
from gzg.model.kinds import Kind
from gzg.model.project import Project
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule


def check(record: Record, project: Project, context: Context) -> Iterator[Finding]:
    granted = project.amounts.granted if project.amounts else None
    if granted is None or project.call is None:
        return
    call = context.catalogue.model(Kind.CALL, project.call)
    maximum = call.maximum_grant if isinstance(call, Call) else None
    if maximum is not None and granted.value > maximum:
        values = {"granted": granted.value, "call": project.call, "maximum": maximum}
        yield Finding(record.at("amounts", "granted", "value"), values)


RULE = RecordRule(code="GZG306", severity=Severity.ERROR, model=Project, check=check)
