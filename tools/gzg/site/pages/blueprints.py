"""Blueprints: an index, and how lists show one."""

from collections.abc import Iterator

from gzg.model.blueprint import Blueprint
from gzg.model.kinds import Kind
from gzg.repository.repository import Record
from gzg.site.addresses import Section
from gzg.site.edition import Edition
from gzg.site.later import Later
from gzg.site.page import Data, Page
from gzg.site.pages.blueprint import blueprint_page, maturity


def pages(edition: Edition) -> Iterator[Page | Later]:
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
    for record, _ in found:
        yield Later(edition.address(Section.BLUEPRINTS, record.id), _page, (record.id,))


def _page(edition: Edition, id: str) -> Page:
    return blueprint_page(edition, *edition.record(Kind.BLUEPRINT, id, Blueprint))


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
        **maturity(edition, blueprint),
    }
