"""The page of one project."""

from collections.abc import Mapping
from datetime import date

from gzg.model.project import Party, Project
from gzg.repository.repository import Record
from gzg.site.addresses import Section
from gzg.site.edition import Edition
from gzg.site.filters import project_filters
from gzg.site.page import Data, Page
from gzg.site.pages.project_facts import project_facts
from gzg.site.pages.project_ties import relations, results
from gzg.site.pages.small_map import municipalities_of, small_map_of
from gzg.site.readme import language_of_text, text_of
from gzg.site.wording import Citations, known, known_role, presumed, sourced


def project_page(
    edition: Edition, record: Record, project: Project, columns: Mapping[str, str]
) -> Page:
    """All that is known of one project, and what is not."""
    address = edition.address(Section.PROJECTS, record.id)
    citations = Citations(edition, project.sources)
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
            "facts": project_facts(edition, project, citations),
            **_everybody(edition, project, citations),
            "map": small_map_of(edition, municipalities_of(edition, project)),
            "relations": relations(edition, record, project, citations),
            "results": results(edition, record, project, citations),
            **sourced(edition, project, citations),
        },
        title_language=edition.other_language(project.title),
        body=text_of(edition, record, address),
        body_language=language_of_text(edition, record),
        source=record.path,
        description=edition.text(project.summary),
        crumbs=edition.crumbs(Section.PROJECTS),
        filters=project_filters(edition, project),
        columns=columns,
        changed=edition.changed(record.folder),
    )


def _everybody(edition: Edition, project: Project, citations: Citations) -> Data:
    """Who takes part by name, who is only counted, and who else is concerned."""
    when = edition.catalogue.date_of_project(project)
    return {
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
    }


def _party(edition: Edition, party: Party, when: date | None, citations: Citations) -> Data:
    return {
        **edition.organisation_link(party.organisation, when),
        "role": presumed(edition, edition.term("role", party.role), party),
        "known": known_role(edition, party, citations),
    }


def _others(
    edition: Edition, project: Project, when: date | None, citations: Citations
) -> list[Data]:
    found: list[Data] = []
    for other in project.other_parties:
        link = (
            edition.organisation_link(other.organisation, when)
            if other.organisation
            else {"text": edition.said(other.name)}
        )
        found.append({**link, "known": known(edition, other, citations)})
    return found
