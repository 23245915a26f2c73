"""GZG209: one organisation twice among the parties."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Severity
from gzg.model.project import Project
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule


def check(record: Record, project: Project, context: Context) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, party in enumerate(project.parties):
        if party.organisation in seen:
            place = record.at("parties", index, "organisation")
            yield Finding(place, {"organisation": party.organisation})
        seen.add(party.organisation)


RULE = RecordRule(code="GZG209", severity=Severity.ERROR, model=Project, check=check)
