"""Blueprints: an index, and a page for each."""

from collections.abc import Iterator

from gzg.model.blueprint import Blueprint
from gzg.model.kinds import Kind
from gzg.model.project import Project
from gzg.repository.repository import Record
from gzg.site.addresses import Section
from gzg.site.edition import Edition
from gzg.site.page import Data, Page, link
from gzg.site.pages.projects import project_filters
from gzg.site.readme import downloads, text_of
from gzg.site.wording import Citations, known, partial_date, sourced

SPDX = "https://spdx.org/licenses/"


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
        changed=edition.changed("content/blueprints/"),
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
            "facts": _facts(edition, blueprint, project, citations),
            "standards": list(blueprint.standards),
            "files": [link(name.removeprefix("files/"), f"{address}{name}") for name in files],
            **sourced(edition, blueprint, citations),
        },
        body=text_of(edition, record, address),
        description=edition.text(blueprint.summary),
        crumbs=edition.crumbs(Section.BLUEPRINTS),
        filters={**filters, "kind": (edition.say("kind.blueprint"),)},
        changed=edition.changed(f"{record.folder}/"),
        files=files,
    )


def _facts(
    edition: Edition, blueprint: Blueprint, project: Project | None, citations: Citations
) -> list[Data]:
    """The table of facts; a licence that is not known says so, because reuse hangs on it."""
    when = edition.catalogue.date_of_project(project) if project else None
    rows: list[tuple[str, list[object]]] = [
        ("project", [edition.record_link(Kind.PROJECT, blueprint.project)]),
        ("licence", [_licence(edition, blueprint.licence)]),
    ]
    if blueprint.availability:
        rows.append(("availability", [edition.label(blueprint.availability)]))
    if blueprint.published:
        rows.append(("published", [partial_date(edition, blueprint.published)]))
    if blueprint.url:
        rows.append(("url", [link(blueprint.url, blueprint.url)]))
    if blueprint.owners:
        owners: list[object] = [edition.organisation_link(id, when) for id in blueprint.owners]
        rows.append(("owners", owners))
    if blueprint.intended_users:
        rows.append(("intended_users", [edition.said(blueprint.intended_users)]))
    if blueprint.focus:
        rows.append(("focus", [edition.term("focus", blueprint.focus)]))
    if blueprint.domains:
        rows.append(("domains", [edition.term("domain", id) for id in blueprint.domains]))
    return [
        {
            "label": edition.say(f"fact.{name}"),
            "values": values,
            "known": known(edition, blueprint.provenance.get(name), citations),
        }
        for name, values in rows
    ]


def _licence(edition: Edition, licence: str | None) -> object:
    if licence is None:
        return edition.say("licence.unknown")
    return {"text": licence, "href": f"{SPDX}{licence}.html"} if licence.isascii() and all(
        sign.isalnum() or sign in ".-" for sign in licence
    ) else licence
