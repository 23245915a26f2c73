"""What a project is tied to: other projects, both ways, and what came out of it."""

from collections.abc import Iterator

from gzg.model.kinds import Kind
from gzg.model.project import Project, Relation
from gzg.repository.repository import Record
from gzg.site.edition import Edition
from gzg.site.page import Data
from gzg.site.wording import Citations, known


def relations(
    edition: Edition, record: Record, project: Project, citations: Citations
) -> list[Data]:
    """The chain both ways: what this one names, and who names this one."""
    found: list[Data] = [
        {
            "how": edition.say(f"relation.{relation.kind}"),
            "project": edition.record_link(Kind.PROJECT, relation.project),
            "known": known(edition, relation, citations),
        }
        for relation in project.relations
    ]
    named = {(relation.kind, relation.project) for relation in project.relations}
    for other_record, relation in _incoming_relations(edition, record.id):
        if (relation.kind, other_record.id) not in named:
            found.append(
                {
                    "how": edition.say(f"relation.{relation.kind}.back"),
                    "project": edition.record_link(Kind.PROJECT, other_record.id),
                    "known": known(edition, relation, citations),
                }
            )
    return found


def _incoming_relations(edition: Edition, id: str) -> Iterator[tuple[Record, Relation]]:
    for link in edition.catalogue.incoming("project", id):
        other = link.record.model
        if isinstance(other, Project) and link.reference.field[0] == "relations":
            index = link.reference.field[1]
            assert isinstance(index, int)
            yield link.record, other.relations[index]


def results(edition: Edition, record: Record, project: Project, citations: Citations) -> list[Data]:
    """What came out of it, and the blueprints that name this project without being named."""
    found: list[Data] = []
    named = set()
    for result in project.results:
        named.add(result.blueprint)
        found.append(
            {
                "title": edition.said(result.title),
                "blueprint": edition.record_link(Kind.BLUEPRINT, result.blueprint)
                if result.blueprint
                else None,
                "url": result.url,
                "known": known(edition, result, citations),
            }
        )
    for link in edition.catalogue.incoming("project", record.id):
        if link.record.kind is Kind.BLUEPRINT and link.record.id not in named:
            shown = edition.record_link(Kind.BLUEPRINT, link.record.id)
            found.append({"title": None, "blueprint": shown, "url": None, "known": None})
    return found
