"""Organisations: municipalities from the official register, all others each in a file."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from gzg.model.base import Flag, Line, Localised, Refers, Slug
from gzg.model.facts import Sourced
from gzg.model.identifiers import Kbo, WebAddress

OrganisationId = Annotated[Slug, Refers("organisation")]
RegionId = Annotated[Slug, Refers("region")]


class Organisation(Sourced):
    """A body, firm, school or association; never a municipality, those are in the register.

    One that is made up for practice (`demo`) may be of any kind, and is in no figure or list.
    """

    id: Slug
    name: Line
    kind: Annotated[Slug, Refers("organisation-kind")]
    demo: Flag = False
    short_name: Line | None = None
    kbo: Kbo | None = None
    region: RegionId | None = None
    part_of: OrganisationId | None = None
    website: WebAddress | None = None
    description: Localised | None = None


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality as the register knows it, between two dates (both included).

    `valid_from` is absent for one that existed before the register begins, `successor_nis` for
    one that still exists. `tile` is its column and row on the map of hexagons.
    """

    nis: str
    id: str
    name: str
    province: str
    valid_from: date | None = None
    valid_to: date | None = None
    successor_nis: str | None = None
    tile: tuple[int, int] | None = None

    def existed_at(self, day: date) -> bool:
        """Whether it was a municipality on that day."""
        return (self.valid_from or date.min) <= day <= (self.valid_to or date.max)
