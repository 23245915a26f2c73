"""A project: a granted submission being carried out, or what sources tell of one."""

from enum import StrEnum
from typing import Annotated

from gzg.model.base import Count, Flag, Line, Localised, Refers, Slug
from gzg.model.call import CallId, FocusId, TypeId
from gzg.model.dates import Day, KnownDate
from gzg.model.facts import Amount, Fact, Sourced
from gzg.model.identifiers import WebAddress
from gzg.model.organisation import OrganisationId

ProjectId = Annotated[Slug, Refers("project")]
BlueprintId = Annotated[Slug, Refers("blueprint")]
RoleId = Annotated[Slug, Refers("role")]
DomainId = Annotated[Slug, Refers("domain")]


class Status(StrEnum):
    """How far a project is, as last known."""

    GRANTED = "granted"
    RUNNING = "running"
    FINISHED = "finished"
    IN_USE = "in-use"
    STOPPED = "stopped"


class Party(Fact):
    """An organisation in the consortium, and its role in it."""

    organisation: OrganisationId
    role: RoleId


class Group(Fact):
    """Participants that a source counts but does not name."""

    name: Localised
    count: Count | None = None


class OtherParty(Fact):
    """Somebody concerned who is not known to be in the consortium."""

    organisation: OrganisationId | None = None
    name: Localised | None = None


class RelationKind(StrEnum):
    """How a project stands to another one."""

    CONTINUES = "continues"
    RESUBMISSION_OF = "resubmission-of"
    LINKED_WITH = "linked-with"


class Relation(Fact):
    """A tie to another project; the other side need not name it."""

    kind: RelationKind
    project: ProjectId


class Amounts(Fact):
    """What was asked, promised, reserved and paid: four different amounts."""

    requested: Amount | None = None
    granted: Amount | None = None
    committed: Amount | None = None
    paid: Amount | None = None


class Result(Fact):
    """Something that the project made; `blueprint` where others can reuse it."""

    title: Localised
    blueprint: BlueprintId | None = None
    url: WebAddress | None = None


class Project(Sourced):
    """One project of the programme."""

    id: Slug
    title: Localised
    working_title: Flag = False
    also_called: tuple[Line, ...] = ()
    call: CallId | None = None
    type: TypeId | None = None
    focus: FocusId | None = None
    domains: tuple[DomainId, ...] = ()
    status: Status
    grant_certain: Flag = True
    summary: Localised
    decided: Day | None = None
    started: KnownDate | None = None
    ended: KnownDate | None = None
    parties: tuple[Party, ...] = ()
    parties_complete: Flag = True
    groups: tuple[Group, ...] = ()
    other_parties: tuple[OtherParty, ...] = ()
    relations: tuple[Relation, ...] = ()
    amounts: Amounts | None = None
    results: tuple[Result, ...] = ()
    website: WebAddress | None = None
