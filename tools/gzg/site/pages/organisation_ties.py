"""What an organisation is tied to: its projects, whom it works with, what its neighbours did."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

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
    most = _most(shared, MOST_PARTNERS, lambda other: edition.organisation_name(other, None))
    return {
        "entries": [
            {**edition.organisation_link(other, None), "count": shared[other]} for other in most
        ],
        "more": max(0, len(shared) - MOST_PARTNERS),
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
    busy = [(each, _ids_with_predecessors(edition, (each,)) - own) for each in nearby]
    counts = Counter(id for _, ids in busy for id in ids)
    return {
        "entries": [
            {
                **edition.record_link(Kind.PROJECT, id),
                "neighbours": [_name(edition, each) for each, ids in busy if id in ids],
            }
            for id in _most(counts, MOST_OF_NEIGHBOURS, lambda id: _title(edition, id))
        ],
        "more": max(0, len(counts) - MOST_OF_NEIGHBOURS),
    }


def _most(counts: Counter[str], most: int, name: Callable[[str], str]) -> list[str]:
    """The ids that count most, then by name; only those that may be among them are named.

    Of the thousands of others it would take long to ask the name, and then each could change.
    """
    if len(counts) > most:
        least = sorted(counts.values(), reverse=True)[most - 1]
        counts = Counter({id: count for id, count in counts.items() if count >= least})
    names = {id: name(id).casefold() for id in counts}
    return sorted(counts, key=lambda id: (-counts[id], names[id], id))[:most]


def _ids_with_predecessors(edition: Edition, found: Iterable[Municipality]) -> set[str]:
    """The ids of the projects of these municipalities and of those that became part of them."""
    own = tuple(found)
    names = {each.id for each in (*own, *_predecessors(edition, own))}
    return {id for name in names for id in edition.project_ids(name)}


def _predecessors(edition: Edition, found: Iterable[Municipality]) -> list[Municipality]:
    """The municipalities of another name that became part of these."""
    own = tuple(found)
    ids = {each.id for each in own}
    register = edition.catalogue.register
    before = {each.id: each for municipality in own for each in register.predecessors(municipality)}
    return [each for id, each in before.items() if id not in ids]


def _title(edition: Edition, project: str) -> str:
    return str(edition.record_link(Kind.PROJECT, project)["text"])


def _name(edition: Edition, municipality: Municipality) -> Data:
    return edition.organisation_link(municipality.id, None)
