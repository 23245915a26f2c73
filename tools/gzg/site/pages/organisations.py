"""Organisations: an index of all that take part, and a page for each."""

from collections.abc import Iterator, Mapping

from gzg.model.kinds import Kind
from gzg.model.organisation import Municipality, Organisation
from gzg.repository.repository import Record
from gzg.site.addresses import Section
from gzg.site.edition import Edition, is_addressable
from gzg.site.later import Later
from gzg.site.page import Data, Page, link
from gzg.site.pages.organisation import municipality_page, organisation_page
from gzg.site.pages.organisation_ties import projects_of
from gzg.site.pages.participation import map_facts, map_pictures, participations


def pages(edition: Edition) -> Iterator[Page | Later]:
    """The index, and a page for each municipality and other organisation that takes part."""
    municipalities, others = _municipalities(edition), _others(edition)
    taking_part = participations(edition)
    yield Page(
        address=edition.address(Section.ORGANISATIONS),
        language=edition.language,
        title=edition.say("section.organisations"),
        template="organisations.html",
        section=Section.ORGANISATIONS,
        record={
            "municipalities": sum(edition.takes_part(id) for id in municipalities),
            **map_facts(edition, taking_part),
            "kinds": _by_kind(edition, others),
        },
        pictures=map_pictures(edition, taking_part),
        crumbs=edition.crumbs(),
        changed=edition.changed("content/organisations", "content/projects"),
    )
    for id in municipalities:
        yield Later(edition.address(Section.ORGANISATIONS, id), _municipality_page, (id,))
    for record, _ in others:
        yield Later(edition.address(Section.ORGANISATIONS, record.id), _page, (record.id,))


def _municipality_page(edition: Edition, id: str) -> Page:
    return municipality_page(edition, id, edition.catalogue.register.by_id[id])


def _page(edition: Edition, id: str) -> Page:
    return organisation_page(edition, *edition.record(Kind.ORGANISATION, id, Organisation))


def _municipalities(edition: Edition) -> Mapping[str, tuple[Municipality, ...]]:
    """Those with a page, by id; several of one id where the name has had two codes."""
    register = edition.catalogue.register.by_id
    found = {
        id: each
        for id, each in register.items()
        if edition.has_page(id)
        and edition.catalogue.model(Kind.ORGANISATION, id) is None
        and is_addressable(id)
    }
    return dict(sorted(found.items(), key=lambda item: item[1][-1].name.casefold()))


def _others(edition: Edition) -> list[tuple[Record, Organisation]]:
    found = [
        (record, record.model)
        for record in edition.records(Kind.ORGANISATION)
        if isinstance(record.model, Organisation) and edition.takes_part(record.id)
    ]
    return sorted(found, key=lambda item: (item[1].name.casefold(), item[0].id))


def _by_kind(edition: Edition, others: list[tuple[Record, Organisation]]) -> list[Data]:
    groups: dict[str, list[Data]] = {}
    for record, organisation in others:
        entry = {**_link(edition, record.id), "count": len(projects_of(edition, record.id))}
        groups.setdefault(organisation.kind, []).append(entry)
    ordered = [*edition.catalogue.terms("organisation-kind"), *sorted(groups)]
    return [
        {"id": kind, "title": edition.term("organisation-kind", kind), "entries": groups[kind]}
        for kind in dict.fromkeys(ordered)
        if kind in groups
    ]


def _link(edition: Edition, id: str) -> Data:
    name = edition.organisation_name(id, None)
    return link(name, edition.address(Section.ORGANISATIONS, id))
