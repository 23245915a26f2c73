"""What an organisation is tied to: its projects, whom it works with, what its neighbours did."""

from collections import Counter
from collections.abc import Iterable, Sequence

from gzg.model.hexagons import steps_between
from gzg.model.kinds import Kind
from gzg.model.organisation import Municipality
from gzg.model.project import Project
from gzg.repository.repository import Record
from gzg.site.edition import Edition
from gzg.site.page import Data
from gzg.site.wording import Citations, amount, day, known, known_role, presumed

NEARBY = 2
"""How many tiles away a neighbour may be: places on the map are schematic, so not one only."""

MOST_PARTNERS = 24
MOST_OF_NEIGHBOURS = 12


def projects_of(edition: Edition, id: str) -> list[tuple[Record, Project]]:
    """The projects that an organisation is a party in, or otherwise concerned with, by title."""
    found = edition.projects_by_organisation.get(id, {})
    return sorted(
        found.values(), key=lambda item: (edition.text(item[1].title).casefold(), item[0].id)
    )


def participation(
    edition: Edition, id: str, record: Record, project: Project, citations: Citations
) -> Data:
    """A project as the page of an organisation shows it: with its roles, call and grant."""
    parties = [party for party in project.parties if party.organisation == id]
    concerned = [other for other in project.other_parties if other.organisation == id]
    granted = project.amounts.granted if project.amounts else None
    return {
        **edition.record_link(Kind.PROJECT, record.id),
        "call": edition.record_link(Kind.CALL, project.call) if project.call else None,
        "granted": amount(edition, granted) if granted else None,
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


def partners(edition: Edition, id: str) -> Data:
    """With whom it shares projects, most first, and how many are not shown."""
    shared = Counter(
        other
        for _, project in edition.projects_by_organisation.get(id, {}).values()
        for other in {party.organisation for party in project.parties} - {id}
    )
    names = {other: edition.organisation_name(other, None) for other in shared}
    ordered = sorted(shared, key=lambda other: (-shared[other], names[other].casefold(), other))
    return {
        "entries": [
            {**edition.organisation_link(other, None), "count": shared[other]}
            for other in ordered[:MOST_PARTNERS]
        ],
        "more": max(0, len(ordered) - MOST_PARTNERS),
    }


def before_merger(
    edition: Edition, found: Iterable[Municipality], citations: Citations
) -> list[Data]:
    """What the municipalities did that became part of this one, each with its projects."""
    return [
        {
            **edition.organisation_link(each.id, each.valid_to),
            "until": day(edition, each.valid_to) if each.valid_to else None,
            "projects": [
                participation(edition, each.id, record, project, citations)
                for record, project in projects_of(edition, each.id)
            ],
        }
        for each in sorted(_predecessors(edition, found), key=lambda one: one.name.casefold())
        if each.id in edition.projects_by_organisation
    ]


def of_neighbours(edition: Edition, found: Sequence[Municipality]) -> Data | None:
    """What towns nearby do that this one does not; None where the map does not know the place."""
    here = found[-1]
    if here.tile is None or here.valid_to is not None:
        return None
    nearby = [
        each
        for each in edition.present_municipalities
        if each.tile and each.id != here.id and steps_between(here.tile, each.tile) <= NEARBY
    ]
    own = _ids_with_predecessors(edition, found)
    busy: dict[str, list[Municipality]] = {}
    for neighbour in nearby:
        for id in sorted(_ids_with_predecessors(edition, (neighbour,)) - own):
            busy.setdefault(id, []).append(neighbour)
    titles = {id: edition.record_link(Kind.PROJECT, id) for id in busy}
    ordered = sorted(busy, key=lambda id: (-len(busy[id]), str(titles[id]["text"]).casefold(), id))
    return {
        "entries": [
            {**titles[id], "neighbours": [_name(edition, each) for each in busy[id]]}
            for id in ordered[:MOST_OF_NEIGHBOURS]
        ],
        "more": max(0, len(ordered) - MOST_OF_NEIGHBOURS),
    }


def _ids_with_predecessors(edition: Edition, found: Iterable[Municipality]) -> set[str]:
    """The ids of the projects of these municipalities and of those that became part of them."""
    own = tuple(found)
    names = {each.id for each in (*own, *_predecessors(edition, own))}
    return {id for name in names for id in edition.projects_by_organisation.get(name, {})}


def _predecessors(edition: Edition, found: Iterable[Municipality]) -> list[Municipality]:
    """The municipalities of another name that became part of these."""
    own = tuple(found)
    ids = {each.id for each in own}
    register = edition.catalogue.register
    before = {each.id: each for municipality in own for each in register.predecessors(municipality)}
    return [each for id, each in before.items() if id not in ids]


def _name(edition: Edition, municipality: Municipality) -> Data:
    return edition.organisation_link(municipality.id, None)
