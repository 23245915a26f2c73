"""The page of one blueprint: what it is, how to take it over, and how to cite it."""

import re
from collections.abc import Iterator

from gzg.model.blueprint import Availability, Blueprint
from gzg.model.kinds import Kind
from gzg.model.project import Project
from gzg.repository.repository import Record
from gzg.site.addresses import Section
from gzg.site.edition import Edition
from gzg.site.filters import blueprint_filters
from gzg.site.page import Data, Page, link
from gzg.site.pages.projects import leads
from gzg.site.readme import downloads, language_of_text, text_of
from gzg.site.wording import Citations, Row, fact_table, partial_date, sourced

SPDX = "https://spdx.org/licenses/"
_ONE_LICENCE = re.compile(r"[A-Za-z0-9.-]+")


def blueprint_page(edition: Edition, record: Record, blueprint: Blueprint) -> Page:
    """All that somebody must know who wants to reuse it."""
    address = edition.address(Section.BLUEPRINTS, record.id)
    citations = Citations(edition, blueprint.sources)
    files = downloads(edition, record)
    project = edition.catalogue.projects.get(blueprint.project)
    return Page(
        address=address,
        language=edition.language,
        title=edition.text(blueprint.title),
        template="blueprint.html",
        section=Section.BLUEPRINTS,
        record={
            "summary": edition.said(blueprint.summary),
            "kinds": [edition.term("blueprint-kind", id) for id in blueprint.kinds],
            **maturity(edition, blueprint),
            "facts": _known_facts(edition, blueprint, project, citations),
            "standards": list(blueprint.standards),
            "made_by": _made_by(edition, project),
            "take_over": _take_over(edition, blueprint, project),
            "cite": _cite(edition, blueprint, project),
            "files": [link(name.removeprefix("files/"), f"{address}{name}") for name in files],
            **sourced(edition, blueprint, citations),
        },
        title_language=edition.other_language(blueprint.title),
        body=text_of(edition, record, address),
        body_language=language_of_text(edition, record),
        source=record.path,
        description=edition.text(blueprint.summary),
        crumbs=edition.crumbs(Section.BLUEPRINTS),
        filters=blueprint_filters(edition, blueprint, project),
        changed=edition.changed(record.folder),
        files=files,
    )


def maturity(edition: Edition, blueprint: Blueprint) -> Data:
    """Whether it is announced, published or in use: in words, and as the name of its badge."""
    availability = blueprint.availability
    return {
        "availability": edition.label(availability) if availability else None,
        "state": str(availability or ""),
    }


def _known_facts(
    edition: Edition, blueprint: Blueprint, project: Project | None, citations: Citations
) -> list[Data]:
    """The facts; a licence that is not known says so, because reuse hangs on it."""
    rows = _facts(edition, blueprint, project)
    found = fact_table(edition, rows, blueprint.provenance, citations)
    if blueprint.licence is None:
        found.insert(1, {"label": edition.say("fact.licence"), "values": [], "absent": True})
    return found


def _facts(edition: Edition, blueprint: Blueprint, project: Project | None) -> Iterator[Row]:
    when = edition.catalogue.date_of_project(project) if project else None
    yield Row("project", (edition.record_link(Kind.PROJECT, blueprint.project),))
    if blueprint.licence:
        yield Row("licence", (_licence(blueprint.licence),))
    if blueprint.availability:
        yield Row("availability", (edition.label(blueprint.availability),))
    if blueprint.published:
        yield Row("published", (partial_date(edition, blueprint.published),))
    if blueprint.url:
        yield Row("url", (link(blueprint.url, blueprint.url),))
    if blueprint.owners:
        yield Row("owners", tuple(edition.organisation_link(id, when) for id in blueprint.owners))
    if blueprint.intended_users:
        yield Row("intended_users", (edition.said(blueprint.intended_users),))
    if blueprint.focus:
        yield Row("focus", (edition.term_link("focus", blueprint.focus),))
    if blueprint.domains:
        yield Row("domains", tuple(edition.term_link("domain", id) for id in blueprint.domains))


def _licence(licence: str) -> object:
    """A single licence leads to its text; an expression of several is only shown."""
    return link(licence, f"{SPDX}{licence}.html") if _ONE_LICENCE.fullmatch(licence) else licence


def _made_by(edition: Edition, project: Project | None) -> list[Data]:
    """The parties of its project, with their pages."""
    if project is None:
        return []
    when = edition.catalogue.date_of_project(project)
    return [edition.organisation_link(party.organisation, when) for party in project.parties]


def _take_over(edition: Edition, blueprint: Blueprint, project: Project | None) -> list[Data]:
    """What to do one after the other: where to get it, whether one may, and whom to ask.

    Where neither an owner nor a lead is known, that is whoever took part in the project.
    """
    if blueprint.availability is Availability.WITHDRAWN:
        return [{"text": edition.say("take-over.withdrawn"), "links": []}]
    steps: list[Data] = []
    if blueprint.url:
        got = link(blueprint.url, blueprint.url)
        steps.append({"text": edition.say("take-over.get"), "links": [got]})
    if blueprint.licence:
        text = edition.say("take-over.licence", licence=blueprint.licence)
        steps.append({"text": text, "links": []})
    else:
        steps.append({"text": edition.say("take-over.no-licence"), "links": []})
    if asked := _owners(edition, blueprint, project) or _made_by(edition, project):
        steps.append({"text": edition.say("take-over.ask"), "links": asked})
    return steps


def _owners(edition: Edition, blueprint: Blueprint, project: Project | None) -> list[Data]:
    """Who owns it; where no owner is known, who led the project."""
    when = edition.catalogue.date_of_project(project) if project else None
    owners = [edition.organisation_link(id, when) for id in blueprint.owners]
    return owners or (leads(edition, project) if project else [])


def _cite(edition: Edition, blueprint: Blueprint, project: Project | None) -> str:
    """Who, what, in which programme and when, as far as known; the template adds the address."""
    programme = edition.catalogue.programme
    who = ", ".join(str(each["text"]) for each in _owners(edition, blueprint, project))
    published = partial_date(edition, blueprint.published) if blueprint.published else ""
    parts = [
        who,
        edition.text(blueprint.title),
        edition.text(programme.title) if programme else "",
        published,
        blueprint.licence or "",
    ]
    return ". ".join(part for part in parts if part) + "."
