"""Projects: an index by call, and how lists and the search show one."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from gzg.model.facts import Basis
from gzg.model.kinds import Kind
from gzg.model.programme import Role, RoleFunction
from gzg.model.project import Party, Project
from gzg.repository.repository import Record
from gzg.site.addresses import Section
from gzg.site.edition import Edition, is_addressable
from gzg.site.later import Later
from gzg.site.page import Data, Page
from gzg.site.pages.paging import as_part, in_parts, paged
from gzg.site.pages.project import project_page


def pages(edition: Edition) -> Iterator[Later]:
    """The index and the page of every project."""
    found = projects(edition)
    parts = in_parts([record.id for record, _ in _by_call(edition, found)])
    yield from paged(edition.address(Section.PROJECTS), _index, parts, str(len(found)))
    for record, _ in found:
        yield Later(edition.address(Section.PROJECTS, record.id), _page, (record.id,))


def _index(edition: Edition, count: str, part: str, *ids: str) -> Page:
    found = [edition.record(Kind.PROJECT, id, Project) for id in ids]
    index = Page(
        address=edition.address(Section.PROJECTS),
        language=edition.language,
        title=edition.say("section.projects"),
        template="projects.html",
        section=Section.PROJECTS,
        record={
            "count": int(count),
            "indexes": edition.term_indexes(),
            "groups": _groups(edition, found),
        },
        crumbs=edition.crumbs(),
        changed=edition.changed("content/projects"),
    )
    return as_part(edition, index, part, [record.folder for record, _ in found])


def _page(edition: Edition, id: str) -> Page:
    record, project = edition.record(Kind.PROJECT, id, Project)
    return project_page(edition, record, project, project_columns(edition, project))


def projects(edition: Edition) -> Sequence[tuple[Record, Project]]:
    """Every project by its title in this language."""
    return edition.once(_projects)


def _projects(edition: Edition) -> Sequence[tuple[Record, Project]]:
    return by_title(edition, edition.records(Kind.PROJECT))


def by_title(edition: Edition, records: Iterable[Record]) -> list[tuple[Record, Project]]:
    """Those of the records that are projects with a page, by title."""
    found = [
        (record, record.model)
        for record in records
        if isinstance(record.model, Project) and is_addressable(record.id)
    ]
    return sorted(found, key=lambda item: (edition.text(item[1].title).casefold(), item[0].id))


def project_row(edition: Edition, id: str) -> Data:
    """A project as a list shows it: title, leads, call and focus."""
    return edition.once(_row, id)


def _row(edition: Edition, id: str) -> Data:
    _, project = edition.record(Kind.PROJECT, id, Project)
    return {
        **edition.record_link(Kind.PROJECT, id),
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
            "presumed": party.basis is Basis.INFERRED,
        }
        for party in project.parties
        if _function(edition, party) is RoleFunction.LEAD
    ]


def project_columns(edition: Edition, project: Project) -> dict[str, str]:
    """What the table for download has of a project besides: plain numbers and dates."""
    granted = project.amounts.granted if project.amounts else None
    return {
        "lead": "; ".join(str(lead["text"]) for lead in leads(edition, project)),
        "granted": str(granted.value) if granted else "",
        "decided": project.decided.isoformat() if project.decided else "",
    }


def _function(edition: Edition, party: Party) -> RoleFunction | None:
    role = edition.catalogue.terms("role").get(party.role)
    return role.function if isinstance(role, Role) else None


def _by_call(
    edition: Edition, found: Iterable[tuple[Record, Project]]
) -> list[tuple[Record, Project]]:
    """The projects call by call, those without a call last; of one call in their own order."""
    calls = sorted(edition.catalogue.calls.items(), key=lambda item: (item[1].number, item[0]))
    places = {id: place for place, (id, _) in enumerate(calls)}
    return sorted(found, key=lambda item: places.get(item[1].call or "", len(places)))


def _groups(edition: Edition, found: Iterable[tuple[Record, Project]]) -> list[Data]:
    """The rows of a part under their calls; those of one call may go on in the next part."""

    def call_of(item: tuple[Record, Project]) -> str | None:
        call = item[1].call
        return call if call and call in edition.catalogue.calls else None

    return [
        {
            "call": _call_link(edition, call),
            "projects": [project_row(edition, record.id) for record, _ in rows],
        }
        for call, rows in groupby(found, key=call_of)
    ]


def _call_link(edition: Edition, call: str | None) -> Data:
    if call is None:
        return {"text": edition.say("projects.no-call")}
    return edition.record_link(Kind.CALL, call)
