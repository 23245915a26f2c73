"""How a fact is known: its sources, its basis, and sources that disagree."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from gzg.model.base import Flag, Line, Localised, Model, Refers, Slug
from gzg.model.money import Money

SourceId = Annotated[Slug, Refers("source")]


class Basis(StrEnum):
    """How a value is known."""

    STATED = "stated"
    INFERRED = "inferred"
    DERIVED = "derived"
    REPORTED = "reported"


class Origin(StrEnum):
    """Where a record comes from: absent for what began in this repository."""

    SOURCES = "sources"


class Fact(Model):
    """A value that can say how it is known; without sources, those of its record hold."""

    basis: Basis | None = None
    sources: tuple[SourceId, ...] = ()
    note: Localised | None = None


class Amount(Fact):
    """A sum of money in euro, which says so when it is rounded."""

    value: Money
    approximate: Flag = False


class Claim(Model):
    """What some sources say where others say something else."""

    says: Localised
    sources: tuple[SourceId, ...]


class Conflict(Model):
    """Sources that disagree: the claims, which of them was taken, and why."""

    about: Localised
    field: Line | None = None
    claims: tuple[Claim, ...]
    taken: Localised | None = None
    why: Localised


class Sourced(Model):
    """What every record can say of its sources."""

    origin: Origin | None = None
    sources: tuple[SourceId, ...] = ()
    provenance: Mapping[Line, Fact] = Field(default_factory=dict)
    conflicts: tuple[Conflict, ...] = ()
    unknown: tuple[Localised, ...] = ()
