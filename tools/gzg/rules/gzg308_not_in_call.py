"""GZG308: a project whose focus or type its call does not have."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Severity
from gzg.model.call import Call
from gzg.model.kinds import Kind
from gzg.model.project import Project
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule


def check(record: Record, project: Project, context: Context) -> Iterator[Finding]:
    call = context.catalogue.model(Kind.CALL, project.call) if project.call else None
    if not isinstance(call, Call):
        return
    chosen = {"focus": (project.focus, call.focuses), "type": (project.type, (call.type,))}
    for field, (word, allowed) in chosen.items():
        # A word that the programme does not know is another rule's.
        if word and word not in allowed and word in context.catalogue.terms(field):
            values = {"word": word, "call": call.id, "allowed": allowed}
            yield Finding(record.at(field), values)


RULE = RecordRule(code="GZG308", severity=Severity.ERROR, model=Project, check=check)
