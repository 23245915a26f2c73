"""Organisations: an index of all that take part, and a page for each."""

from collections.abc import Iterator, Mapping

from gzg.model.blueprint import Blueprint
from gzg.model.kinds import Kind
from gzg.model.organisation import Municipality, Organisation
from gzg.model.project import Project
from gzg.repository.repository import Record
from gzg.site.addresses import Section
from gzg.site.edition import Edition, is_addressable
from gzg.site.page import Data, Page, link
from gzg.site.wording import Citations, Row, day, fact_table, known, known_role, presumed, sourced


def pages(edition: Edition) -> Iterator[Page]:
    """The index, and a page for each municipality and other organisation that takes part."""
    municipalities, others = _municipalities(edition), _others(edition)
    yield Page(
        address=edition.address(Section.ORGANISATIONS),
        language=edition.language,
        title=edition.say("section.organisations"),
        template="organisations.html",
        section=Section.ORGANISATIONS,
        record={
            "municipalities": len(municipalities),
            "regions": _by_region(edition, municipalities),
            "kinds": _by_kind(edition, others),
        },
        crumbs=edition.crumbs(),
        changed=edition.changed("content/organisations", "content/projects"),
    )
    for id, found in municipalities.items():
        yield _municipality_page(edition, id, found)
    for record, organisation in others:
        yield _organisation_page(edition, record, organisation)


def _municipalities(edition: Edition) -> Mapping[str, tuple[Municipality, ...]]:
    """Those that a record names, by id; several of one id where the name has had two codes."""
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
        if isinstance(record.model, Organisation) and edition.has_page(record.id)
    ]
    return sorted(found, key=lambda item: (item[1].name.casefold(), item[0].id))


def _by_region(
    edition: Edition, municipalities: Mapping[str, tuple[Municipality, ...]]
) -> list[Data]:
    groups: dict[str, list[Data]] = {}
    for id, found in municipalities.items():
        entry = {**_link(edition, id), "count": len(_projects(edition, id))}
        groups.setdefault(found[-1].province, []).append(entry)
    ordered = [*edition.catalogue.terms("region"), *sorted(groups)]
    return [
        {"id": region, "title": edition.term("region", region), "entries": groups[region]}
        for region in dict.fromkeys(ordered)
        if region in groups
    ]


def _by_kind(edition: Edition, others: list[tuple[Record, Organisation]]) -> list[Data]:
    groups: dict[str, list[Data]] = {}
    for record, organisation in others:
        entry = {**_link(edition, record.id), "count": len(_projects(edition, record.id))}
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


def _projects(edition: Edition, id: str) -> list[tuple[Record, Project]]:
    """The projects that an organisation is a party in, or otherwise concerned with."""
    found: dict[str, tuple[Record, Project]] = {}
    for incoming in edition.catalogue.incoming("organisation", id):
        record, model = incoming.record, incoming.record.model
        if isinstance(model, Project) and is_addressable(record.id):
            found[record.id] = (record, model)
    return sorted(found.values(), key=lambda item: edition.text(item[1].title).casefold())


def _shared(edition: Edition, id: str, citations: Citations) -> Data:
    """What every organisation's page shows: its projects with its role, and what it owns."""
    roles = [
        _participation(edition, id, record, project, citations)
        for record, project in _projects(edition, id)
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
        "blueprints": owned,
        "parts": parts,
        "is_authority": programme is not None and programme.authority == id,
    }


def _participation(
    edition: Edition, id: str, record: Record, project: Project, citations: Citations
) -> Data:
    parties = [party for party in project.parties if party.organisation == id]
    concerned = [other for other in project.other_parties if other.organisation == id]
    return {
        **edition.record_link(Kind.PROJECT, record.id),
        "call": edition.record_link(Kind.CALL, project.call) if project.call else None,
        "roles": [
            {
                "text": presumed(edition, edition.term("role", party.role), party),
                "known": known_role(edition, party, citations),
            }
            for party in parties
        ]
        + [
            {"text": edition.say("concerned"), "known": known(edition, other, citations)}
            for other in concerned
        ],
    }


def _municipality_page(edition: Edition, id: str, found: tuple[Municipality, ...]) -> Page:
    citations = Citations(edition)
    latest = found[-1]
    record = {
        "kind": _municipality_kind(edition),
        "region": edition.term("region", latest.province),
        "registered": [_registered(edition, each) for each in found],
        **_shared(edition, id, citations),
        "sources": citations.listed(),
    }
    names = [record.folder for record, _ in _projects(edition, id)]
    return Page(
        address=edition.address(Section.ORGANISATIONS, id),
        language=edition.language,
        title=latest.name,
        template="organisation.html",
        section=Section.ORGANISATIONS,
        record=record,
        crumbs=edition.crumbs(Section.ORGANISATIONS),
        filters={
            "kind": (edition.say("kind.organisation"),),
            "municipality": (latest.name,),
        },
        changed=edition.changed(*names),
    )


def _municipality_kind(edition: Edition) -> str | None:
    kind = edition.catalogue.municipality_kind
    return edition.text(kind.title) if kind else None


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


def _organisation_page(edition: Edition, record: Record, organisation: Organisation) -> Page:
    citations = Citations(edition, organisation.sources)
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
        description=edition.text(organisation.description) if organisation.description else "",
        crumbs=edition.crumbs(Section.ORGANISATIONS),
        filters={"kind": (edition.say("kind.organisation"),)},
        changed=edition.changed(record.path),
    )


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
