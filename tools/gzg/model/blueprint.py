"""A blueprint: a deliverable that others can reuse."""

from enum import StrEnum
from typing import Annotated

from gzg.model.base import Line, Localised, Refers, Slug
from gzg.model.call import FocusId
from gzg.model.dates import KnownDate
from gzg.model.facts import Sourced
from gzg.model.identifiers import Licence, WebAddress
from gzg.model.organisation import OrganisationId
from gzg.model.project import DomainId, ProjectId

BlueprintKindId = Annotated[Slug, Refers("blueprint-kind")]


class Availability(StrEnum):
    """Whether it can be had."""

    ANNOUNCED = "announced"
    PUBLISHED = "published"
    IN_USE = "in-use"
    WITHDRAWN = "withdrawn"


class Blueprint(Sourced):
    """A reusable result of a project, and under what conditions it can be had."""

    id: Slug
    title: Localised
    kinds: tuple[BlueprintKindId, ...]
    project: ProjectId
    summary: Localised
    availability: Availability | None = None
    published: KnownDate | None = None
    licence: Licence | None = None
    url: WebAddress | None = None
    owners: tuple[OrganisationId, ...] = ()
    intended_users: Localised | None = None
    focus: FocusId | None = None
    domains: tuple[DomainId, ...] = ()
    standards: tuple[Line, ...] = ()
