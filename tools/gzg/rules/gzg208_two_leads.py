"""GZG208: more than one party that leads."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Severity
from gzg.model.programme import Role, RoleFunction
from gzg.model.project import Project
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule


def check(record: Record, project: Project, context: Context) -> Iterator[Finding]:
    roles = context.catalogue.terms("role")
    first = None
    for index, party in enumerate(project.parties):
        role = roles.get(party.role)
        if not isinstance(role, Role) or role.function is not RoleFunction.LEAD:
            continue
        # The same organisation twice is another rule's.
        if first not in (None, party.organisation):
            values = {"first": first, "second": party.organisation}
            yield Finding(record.at("parties", index, "role"), values)
        first = first or party.organisation


RULE = RecordRule(code="GZG208", severity=Severity.ERROR, model=Project, check=check)
