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


@dataclass(frozen=True, slots=True)
class GrantedProject:
    """A project that counts, with its type and its participants as they were at its date."""

    project: Project
    type: str | None
    participants: tuple[tuple[Participant, OrganisationKind], ...]


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
        )
        for project in catalogue.projects.values()
        if project.grant_certain and (project.call is None or project.call in types)
    )


def _participants(
    catalogue: Catalogue, project: Project
) -> tuple[tuple[Participant, OrganisationKind], ...]:
    day = catalogue.date_of_project(project)
    found = []
    for party in project.parties:
        organisation = catalogue.organisation(party.organisation, day)
        kind = catalogue.kind_of(organisation) if organisation else None
        if organisation and kind:
            found.append((organisation, kind))
    return tuple(found)


def reference_day(catalogue: Catalogue) -> date | None:
    """The day at which all municipalities are counted: the last closing date of a call."""
    days = [call.closes.day for call in counted_calls(catalogue) if call.closes]
    return max(days, default=None)


def municipalities_of(projects: Sequence[GrantedProject]) -> dict[str, Municipality]:
    """The municipalities that take part, by NIS code."""
    return {
        participant.nis: participant
        for each in projects
        for participant, _ in each.participants
        if isinstance(participant, Municipality)
    }


def granted(projects: Sequence[GrantedProject]) -> Counted:
    """How many projects there are."""
    return Counted(Decimal(len(projects)), len(projects))


def amount(projects: Sequence[GrantedProject]) -> Counted:
    """What was granted, in euro."""
    amounts = [each.project.amounts.granted for each in projects if each.project.amounts]
    known = [each.value for each in amounts if each]
    return Counted(sum(known, Decimal()), len(known))


def participating(is_counted: Callable[[OrganisationKind], bool]) -> Counter:
    """A counter of the different participants of some kinds.

    A project counts as known only where its parties are complete and no group stands for some
    that are not named.
    """

    def count(projects: Sequence[GrantedProject]) -> Counted:
        found = {
            getattr(participant, "nis", participant.id)
            for each in projects
            for participant, kind in each.participants
            if is_counted(kind)
        }
        return Counted(Decimal(len(found)), sum(map(_names_all_its_parties, projects)))

    return count


def _names_all_its_parties(granted_project: GrantedProject) -> bool:
    project = granted_project.project
    return bool(project.parties) and project.parties_complete and not project.groups


COUNTERS: Mapping[FigureName, Counter] = {
    FigureName.GRANTED: granted,
    FigureName.AMOUNT: amount,
    FigureName.GOVERNMENTS: participating(lambda kind: kind.local_government),
    FigureName.INTERMUNICIPALS: participating(lambda kind: kind.intermunicipal),
    FigureName.MUNICIPALITIES: participating(lambda kind: kind.municipality),
}
