"""The page of one organisation: a municipality, whose codes the register has, or another."""

from collections.abc import Iterator

from gzg.model.blueprint import Blueprint
from gzg.model.kinds import Kind
from gzg.model.organisation import Municipality, Organisation
from gzg.repository.layout import REGISTER
from gzg.repository.repository import Record
from gzg.site.addresses import Section
from gzg.site.edition import Edition, is_addressable
from gzg.site.filters import organisation_filters
from gzg.site.page import Data, Page, link
from gzg.site.pages.organisation_ties import (
    before_merger,
    of_neighbours,
    participation,
    partners,
    projects_of,
)
from gzg.site.pages.small_map import small_map_of
from gzg.site.wording import Citations, Row, day, fact_table, sourced


def municipality_page(edition: Edition, id: str, found: tuple[Municipality, ...]) -> Page:
    """What a town did, with whom, before a merger, and what its neighbours did."""
    citations = Citations(edition)
    latest = found[-1]
    record = {
        "kind": _municipality_kind(edition),
        "region": _region(edition, latest.province),
        "map": small_map_of(edition, found),
        "registered": [_registered(edition, each) for each in found],
        **_shared(edition, id, citations),
        "before": before_merger(edition, found, citations),
        "is_merged": any(edition.catalogue.register.predecessors(each) for each in found),
        "neighbours": of_neighbours(edition, found),
        "sources": citations.listed(),
    }
    names = [record.folder for record, _ in projects_of(edition, id)]
    return Page(
        address=edition.address(Section.ORGANISATIONS, id),
        language=edition.language,
        title=latest.name,
        template="organisation.html",
        section=Section.ORGANISATIONS,
        record=record,
        description=_summary(edition, latest.name, latest.province, len(names)),
        crumbs=edition.crumbs(Section.ORGANISATIONS),
        filters=organisation_filters(edition, latest),
        changed=edition.changed(*names),
        source=REGISTER,
    )


def organisation_page(edition: Edition, record: Record, organisation: Organisation) -> Page:
    """What another organisation is and did."""
    citations = Citations(edition, organisation.sources)
    count = len(projects_of(edition, record.id))
    return Page(
        address=edition.address(Section.ORGANISATIONS, record.id),
        language=edition.language,
        title=organisation.name,
        template="organisation.html",
        section=Section.ORGANISATIONS,
        record={
            "description": edition.said(organisation.description),
            "facts": fact_table(
                edition,
                _facts(edition, organisation),
                organisation.provenance,
                citations,
                "organisation",
            ),
            **_shared(edition, record.id, citations),
            **sourced(edition, organisation, citations),
        },
        description=edition.text(organisation.description)
        if organisation.description
        else _summary(edition, organisation.name, organisation.region, count),
        crumbs=edition.crumbs(Section.ORGANISATIONS),
        filters=organisation_filters(edition, organisation),
        changed=edition.changed(record.path),
        source=record.path,
    )


def _summary(edition: Edition, name: str, region: str | None, count: int) -> str:
    """In how many projects it is, as a sentence for search engines and whoever shares the page."""
    extent = "none" if count == 0 else "one" if count == 1 else "many"
    where = f"{name} ({edition.term('region', region)})" if region else name
    return edition.say(f"organisation_summary.{extent}", organisation=where, count=count)


def _shared(edition: Edition, id: str, citations: Citations) -> Data:
    """What every organisation's page shows: its projects with its role, and what it owns."""
    roles = [
        participation(edition, id, record, project, citations)
        for record, project in projects_of(edition, id)
    ]
    owned = [
        edition.record_link(Kind.BLUEPRINT, incoming.record.id)
        for incoming in edition.catalogue.incoming("organisation", id)
        if isinstance(incoming.record.model, Blueprint)
    ]
    parts = [
        edition.organisation_link(incoming.record.id, None)
        for incoming in edition.catalogue.incoming("organisation", id)
        if isinstance(incoming.record.model, Organisation)
    ]
    programme = edition.catalogue.programme
    return {
        "projects": roles,
        "partners": partners(edition, id),
        "blueprints": owned,
        "parts": parts,
        "is_authority": programme is not None and programme.authority == id,
    }


def _municipality_kind(edition: Edition) -> str | None:
    kind = edition.catalogue.municipality_kind
    return edition.text(kind.title) if kind else None


def _region(edition: Edition, id: str) -> Data:
    """The province, leading to its part of the list below the map."""
    index = edition.address(Section.ORGANISATIONS)
    return link(edition.term("region", id), f"{index}#region-{id}")


def _registered(edition: Edition, municipality: Municipality) -> Data:
    """Its code, between which days it existed, what it came from and what it became."""
    register = edition.catalogue.register
    successor = register.successor(municipality)
    begins, ends = municipality.valid_from, municipality.valid_to
    return {
        "nis": municipality.nis,
        "begins": day(edition, begins) if begins else None,
        "ends": day(edition, ends) if ends else None,
        "successor": _other(edition, successor) if successor else None,
        "predecessors": [_other(edition, each) for each in register.predecessors(municipality)],
    }


def _other(edition: Edition, municipality: Municipality) -> Data:
    if edition.has_page(municipality.id) and is_addressable(municipality.id):
        address = edition.address(Section.ORGANISATIONS, municipality.id)
        return {**link(municipality.name, address), "nis": municipality.nis}
    return {"text": municipality.name, "nis": municipality.nis}


def _facts(edition: Edition, organisation: Organisation) -> Iterator[Row]:
    yield Row("kind", (edition.term("organisation-kind", organisation.kind),))
    if organisation.short_name:
        yield Row("short_name", (organisation.short_name,))
    if organisation.kbo:
        yield Row("kbo", (organisation.kbo,))
    if organisation.region:
        yield Row("region", (edition.term("region", organisation.region),))
    if organisation.part_of:
        yield Row("part_of", (edition.organisation_link(organisation.part_of, None),))
    if organisation.website:
        yield Row("website", (link(organisation.website, organisation.website),))
