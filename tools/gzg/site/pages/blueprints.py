"""Blueprints: an index, and a page for each."""

import re
from collections.abc import Iterator

from gzg.model.blueprint import Blueprint
from gzg.model.kinds import Kind
from gzg.model.project import Project
from gzg.repository.repository import Record
from gzg.site.addresses import Section
from gzg.site.edition import Edition
from gzg.site.page import Data, Page, link
from gzg.site.pages.projects import project_filters
from gzg.site.readme import downloads, language_of_text, text_of
from gzg.site.wording import Citations, Row, fact_table, partial_date, sourced

SPDX = "https://spdx.org/licenses/"
_ONE_LICENCE = re.compile(r"[A-Za-z0-9.-]+")


def pages(edition: Edition) -> Iterator[Page]:
    """The index and the page of every blueprint."""
    found = blueprints(edition)
    yield Page(
        address=edition.address(Section.BLUEPRINTS),
        language=edition.language,
        title=edition.say("section.blueprints"),
        template="blueprints.html",
        section=Section.BLUEPRINTS,
        record={
            "count": len(found),
            "blueprints": [blueprint_row(edition, record, model) for record, model in found],
        },
        crumbs=edition.crumbs(),
        changed=edition.changed("content/blueprints"),
    )
    for record, blueprint in found:
        yield _page(edition, record, blueprint)


def blueprints(edition: Edition) -> list[tuple[Record, Blueprint]]:
    """Every blueprint by its title in this language."""
    found = [
        (record, record.model)
        for record in edition.records(Kind.BLUEPRINT)
        if isinstance(record.model, Blueprint)
    ]
    return sorted(found, key=lambda item: (edition.text(item[1].title).casefold(), item[0].id))


def blueprint_row(edition: Edition, record: Record, blueprint: Blueprint) -> Data:
    """A blueprint as a list shows it."""
    return {
        **edition.record_link(Kind.BLUEPRINT, record.id),
        "summary": edition.said(blueprint.summary),
        "kinds": [edition.term("blueprint-kind", id) for id in blueprint.kinds],
        "project": edition.record_link(Kind.PROJECT, blueprint.project),
        "licence": blueprint.licence,
        "availability": edition.label(blueprint.availability) if blueprint.availability else None,
    }


def _page(edition: Edition, record: Record, blueprint: Blueprint) -> Page:
    address = edition.address(Section.BLUEPRINTS, record.id)
    citations = Citations(edition, blueprint.sources)
    files = downloads(edition, record)
    project = edition.catalogue.projects.get(blueprint.project)
    filters = project_filters(edition, project, "blueprint") if project else {}
    if blueprint.focus:
        filters = {**filters, "focus": (edition.term("focus", blueprint.focus),)}
    return Page(
        address=address,
        language=edition.language,
        title=edition.text(blueprint.title),
        template="blueprint.html",
        section=Section.BLUEPRINTS,
        record={
            "summary": edition.said(blueprint.summary),
            "kinds": [edition.term("blueprint-kind", id) for id in blueprint.kinds],
            "facts": fact_table(
                edition, _facts(edition, blueprint, project), blueprint.provenance, citations
            ),
            "standards": list(blueprint.standards),
            "files": [link(name.removeprefix("files/"), f"{address}{name}") for name in files],
            **sourced(edition, blueprint, citations),
        },
        title_language=edition.other_language(blueprint.title),
        body=text_of(edition, record, address),
        body_language=language_of_text(edition, record),
        source=record.path,
        description=edition.text(blueprint.summary),
        crumbs=edition.crumbs(Section.BLUEPRINTS),
        filters={**filters, "kind": (edition.say("kind.blueprint"),)},
        changed=edition.changed(record.folder),
        files=files,
    )


def _facts(edition: Edition, blueprint: Blueprint, project: Project | None) -> Iterator[Row]:
    """The facts; a licence that is not known says so, because reuse hangs on it."""
    when = edition.catalogue.date_of_project(project) if project else None
    yield Row("project", (edition.record_link(Kind.PROJECT, blueprint.project),))
    yield Row("licence", (_licence(edition, blueprint.licence),))
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
        yield Row("focus", (edition.term("focus", blueprint.focus),))
    if blueprint.domains:
        yield Row("domains", tuple(edition.term("domain", id) for id in blueprint.domains))


def _licence(edition: Edition, licence: str | None) -> object:
    """A single licence leads to its text; an expression of several is only shown."""
    if licence is None:
        return edition.say("licence.unknown")
    return link(licence, f"{SPDX}{licence}.html") if _ONE_LICENCE.fullmatch(licence) else licence
