"""Projects: an index by call, and a page for each."""

from collections.abc import Iterator, Sequence
from datetime import date

from gzg.model.call import Call
from gzg.model.facts import Fact
from gzg.model.kinds import Kind
from gzg.model.programme import Role, RoleFunction
from gzg.model.project import Amounts, Party, Project, Relation, Status
from gzg.repository.repository import Record
from gzg.site.addresses import Section
from gzg.site.edition import Edition, unique
from gzg.site.page import Data, Page
from gzg.site.readme import text_of
from gzg.site.wording import (
    Citations,
    amount,
    day,
    known,
    partial_date,
    presumed,
    sourced,
)


def pages(edition: Edition) -> Iterator[Page]:
    """The index and the page of every project."""
    found = projects(edition)
    yield Page(
        address=edition.address(Section.PROJECTS),
        language=edition.language,
        title=edition.say("section.projects"),
        template="projects.html",
        section=Section.PROJECTS,
        record={
            "count": len(found),
            "groups": [
                {"call": _call_link(edition, call), "projects": rows}
                for call, rows in _by_call(edition, found)
            ],
        },
        crumbs=edition.crumbs(),
        changed=edition.changed("content/projects/"),
    )
    for record, project in found:
        yield _page(edition, record, project)


def projects(edition: Edition) -> list[tuple[Record, Project]]:
    """Every project by its title in this language."""
    found = [
        (record, record.model)
        for record in edition.records(Kind.PROJECT)
        if isinstance(record.model, Project)
    ]
    return sorted(found, key=lambda item: (edition.text(item[1].title).casefold(), item[0].id))


def project_row(edition: Edition, record: Record, project: Project) -> Data:
    """A project as a list shows it: title, leads, call and focus."""
    return {
        **edition.record_link(Kind.PROJECT, record.id),
        "summary": edition.said(project.summary),
        "leads": leads(edition, project),
        "call": edition.record_link(Kind.CALL, project.call) if project.call else None,
        "focus": edition.term("focus", project.focus) if project.focus else None,
        "certain": project.grant_certain,
    }


def leads(edition: Edition, project: Project) -> list[Data]:
    """The leads with links, and whether they are presumed."""
    when = edition.catalogue.date_of_project(project)
    return [
        {
            **edition.organisation_link(party.organisation, when),
            "presumed": party.basis is not None and str(party.basis) == "inferred",
        }
        for party in project.parties
        if _function(edition, party) is RoleFunction.LEAD
    ]


def project_filters(edition: Edition, project: Project, kind: str) -> dict[str, tuple[str, ...]]:
    """What a search narrows a project, or a result of it, by."""
    when = edition.catalogue.date_of_project(project)
    call = edition.catalogue.calls.get(project.call or "")
    type_ = project.type or (call.type if call else None)
    names = (edition.municipality_name(party.organisation, when) for party in project.parties)
    return {
        "kind": (edition.say(f"kind.{kind}"),),
        "focus": (edition.term("focus", project.focus),) if project.focus else (),
        "type": (edition.term("type", type_),) if type_ else (),
        "call": (edition.text(call.title),) if call else (),
        "municipality": unique(names),
    }


def _function(edition: Edition, party: Party) -> RoleFunction | None:
    role = edition.catalogue.terms("role").get(party.role)
    return role.function if isinstance(role, Role) else None


def _by_call(
    edition: Edition, found: Sequence[tuple[Record, Project]]
) -> Iterator[tuple[str | None, list[Data]]]:
    calls = sorted(edition.catalogue.calls.items(), key=lambda item: (item[1].number, item[0]))
    for call in (*(id for id, _ in calls), None):
        own = [
            project_row(edition, record, project)
            for record, project in found
            if (project.call if project.call in edition.catalogue.calls else None) == call
        ]
        if own:
            yield call, own


def _call_link(edition: Edition, call: str | None) -> Data:
    if call is None:
        return {"text": edition.say("projects.no-call")}
    return edition.record_link(Kind.CALL, call)


def _page(edition: Edition, record: Record, project: Project) -> Page:
    address = edition.address(Section.PROJECTS, record.id)
    citations = Citations(edition, project.sources)
    when = edition.catalogue.date_of_project(project)
    return Page(
        address=address,
        language=edition.language,
        title=edition.text(project.title),
        template="project.html",
        section=Section.PROJECTS,
        record={
            "summary": edition.said(project.summary),
            "working_title": project.working_title,
            "also_called": list(project.also_called),
            "certain": project.grant_certain,
            "facts": _facts(edition, project, citations),
            "parties": [_party(edition, each, when, citations) for each in project.parties],
            "complete": project.parties_complete,
            "groups": [
                {
                    "name": edition.said(group.name),
                    "count": group.count,
                    "known": known(edition, group, citations),
                }
                for group in project.groups
            ],
            "others": _others(edition, project, when, citations),
            "relations": _relations(edition, record, project, citations),
            "results": _results(edition, record, project, citations),
            **sourced(edition, project, citations),
        },
        body=text_of(edition, record, address),
        description=edition.text(project.summary),
        crumbs=edition.crumbs(Section.PROJECTS),
        filters=project_filters(edition, project, "project"),
        changed=edition.changed(f"{record.folder}/"),
    )


def _facts(edition: Edition, project: Project, citations: Citations) -> list[Data]:
    """The table of facts; what is unknown has no row."""
    rows: list[tuple[str, list[object], Fact | None]] = []
    provenance = project.provenance
    call = edition.catalogue.calls.get(project.call or "")
    if project.call:
        link = edition.record_link(Kind.CALL, project.call)
        rows.append(("call", [link], provenance.get("call")))
    type_ = project.type or (call.type if isinstance(call, Call) else None)
    if type_:
        rows.append(("type", [edition.term("type", type_)], provenance.get("type")))
    if project.focus:
        rows.append(("focus", [edition.term("focus", project.focus)], provenance.get("focus")))
    if project.domains:
        terms: list[object] = [edition.term("domain", id) for id in project.domains]
        rows.append(("domains", terms, provenance.get("domains")))
    rows.append(("status", [_status(edition, project)], provenance.get("status")))
    if project.decided:
        rows.append(("decided", [day(edition, project.decided)], provenance.get("decided")))
    for name, moment in (("started", project.started), ("ended", project.ended)):
        if moment:
            rows.append((name, [partial_date(edition, moment)], provenance.get(name)))
    rows += _amounts(edition, project.amounts, project)
    if project.website:
        site = {"text": project.website, "href": project.website}
        rows.append(("website", [site], provenance.get("website")))
    return [
        {
            "label": edition.say(f"fact.{name}"),
            "values": values,
            "known": known(edition, fact, citations),
        }
        for name, values, fact in rows
    ]


def _status(edition: Edition, project: Project) -> str:
    label = edition.label(project.status)
    if project.status is Status.GRANTED and project.ended is None:
        return edition.say("status.outcome-unknown", status=label)
    return label


def _amounts(
    edition: Edition, amounts: Amounts | None, project: Project
) -> Iterator[tuple[str, list[object], Fact | None]]:
    if amounts is None:
        return
    for name in ("requested", "granted", "committed", "paid"):
        value = getattr(amounts, name)
        if value is not None:
            fact = project.provenance.get(f"amounts.{name}", value)
            yield name, [amount(edition, value)], fact


def _party(edition: Edition, party: Party, when: date | None, citations: Citations) -> Data:
    return {
        **edition.organisation_link(party.organisation, when),
        "role": presumed(edition, edition.term("role", party.role), party),
        "known": known(
            edition, party, citations, basis_shown=str(party.basis or "") != "inferred"
        ),
    }


def _others(
    edition: Edition, project: Project, when: date | None, citations: Citations
) -> list[Data]:
    found = []
    for other in project.other_parties:
        link = (
            edition.organisation_link(other.organisation, when)
            if other.organisation
            else {"text": edition.said(other.name)}
        )
        found.append({**link, "known": known(edition, other, citations)})
    return found


def _relations(
    edition: Edition, record: Record, project: Project, citations: Citations
) -> list[Data]:
    """The chain both ways: what this one names, and who names this one."""
    found = [
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


def _results(
    edition: Edition, record: Record, project: Project, citations: Citations
) -> list[Data]:
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
