"""Which projects count, and what can be counted of them.

A counter says of how many projects it could count: a project whose amount is unknown adds
nothing to the sum, and must not pass for a project that cost nothing.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gzg.model.call import Call
from gzg.model.figures import FigureName
from gzg.model.organisation import Municipality, Organisation
from gzg.model.programme import OrganisationKind
from gzg.model.project import Project
from gzg.repository.catalogue import Catalogue

Participant = Municipality | Organisation
Participants = Mapping[str, tuple[Participant, OrganisationKind]]
"""Each with its kind, by what no other has: a NIS code, or an id behind a sign that is in none."""


@dataclass(frozen=True, slots=True)
class GrantedProject:
    """A project that counts, with its type and its participants as they were at its date.

    `names_all` where its parties are complete and no group stands for some that are not named.
    """

    project: Project
    type: str | None
    participants: Participants
    names_all: bool


@dataclass(frozen=True, slots=True)
class Counted:
    """A number, and of how many projects it is known."""

    value: Decimal
    known: int


Counter = Callable[[Sequence[GrantedProject]], Counted]


def counted_calls(catalogue: Catalogue) -> tuple[Call, ...]:
    """The calls that figures are about, by number: no drafts, and no calls for practice."""
    chosen = (call for call in catalogue.calls.values() if not (call.demo or call.draft))
    return tuple(sorted(chosen, key=lambda call: (call.number, call.id)))


def granted_projects(catalogue: Catalogue) -> tuple[GrantedProject, ...]:
    """The projects that are certainly granted, and not in a call for practice."""
    types = {call.id: call.type for call in counted_calls(catalogue)}
    return tuple(
        GrantedProject(
            project,
            project.type or types.get(project.call or ""),
            _participants(catalogue, project),
            bool(project.parties) and project.parties_complete and not project.groups,
        )
        for project in catalogue.projects.values()
        if project.grant_certain and (project.call is None or project.call in types)
    )


def _participants(catalogue: Catalogue, project: Project) -> Participants:
    day = catalogue.date_of_project(project)
    found: dict[str, tuple[Participant, OrganisationKind]] = {}
    for party in project.parties:
        organisation = catalogue.organisation(party.organisation, day)
        kind = catalogue.kind_of(organisation) if organisation else None
        if organisation and kind:
            found[_name(organisation)] = organisation, kind
    return found


def _name(participant: Participant) -> str:
    return participant.nis if isinstance(participant, Municipality) else f"/{participant.id}"


def reference_day(catalogue: Catalogue) -> date | None:
    """The day at which all municipalities are counted: the last closing date of a call."""
    days = [call.closes.day for call in counted_calls(catalogue) if call.closes]
    return max(days, default=None)


def municipalities_of(projects: Sequence[GrantedProject]) -> dict[str, Municipality]:
    """The municipalities that take part, by NIS code."""
    found = _participants_of(projects)
    return {nis: each for nis, (each, _) in found.items() if isinstance(each, Municipality)}


def _participants_of(projects: Sequence[GrantedProject]) -> Participants:
    """Everybody that takes part, once; a municipality as it was at the date of the last."""
    found: dict[str, tuple[Participant, OrganisationKind]] = {}
    for each in projects:
        found.update(each.participants)
    return found


def granted(projects: Sequence[GrantedProject]) -> Counted:
    """How many projects there are."""
    return Counted(Decimal(len(projects)), len(projects))


def amount(projects: Sequence[GrantedProject]) -> Counted:
    """What was granted, in euro."""
    amounts = [each.project.amounts.granted for each in projects if each.project.amounts]
    known = [each.value for each in amounts if each]
    return Counted(sum(known, Decimal()), len(known))


def participating(is_counted: Callable[[OrganisationKind], bool]) -> Counter:
    """A counter of the different participants of some kinds; known where a project names all."""

    def count(projects: Sequence[GrantedProject]) -> Counted:
        kinds = (kind for _, kind in _participants_of(projects).values())
        found = sum(map(is_counted, kinds))
        return Counted(Decimal(found), sum(each.names_all for each in projects))

    return count


COUNTERS: Mapping[FigureName, Counter] = {
    FigureName.GRANTED: granted,
    FigureName.AMOUNT: amount,
    FigureName.GOVERNMENTS: participating(lambda kind: kind.local_government),
    FigureName.INTERMUNICIPALS: participating(lambda kind: kind.intermunicipal),
    FigureName.MUNICIPALITIES: participating(lambda kind: kind.municipality),
}
