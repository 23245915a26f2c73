"""The programme: who runs it, and the words that its records may use."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from gzg.model.accessibility import AccessibilityStatement
from gzg.model.base import Flag, LanguageCode, Line, Localised, Model, Number, Slug
from gzg.model.dates import Day
from gzg.model.facts import Amount, Fact, Sourced
from gzg.model.figures import OfficialFigure
from gzg.model.identifiers import Mailbox, WebAddress
from gzg.model.organisation import OrganisationId

FORMAT = 1
"""The version of the record format that this package reads."""


class Term(Model):
    """A word of the programme: a focus, a type, a domain, …"""

    id: Slug
    title: Localised
    description: Localised | None = None


class RoleFunction(StrEnum):
    """What a role comes down to, whatever the programme calls it."""

    LEAD = "lead"
    INITIATOR = "initiator"
    PARTNER = "partner"
    SUBCONTRACTOR = "subcontractor"
    PARTICIPANT = "participant"


class Role(Term):
    """The part that a party plays in a submission or project."""

    function: RoleFunction


class OrganisationKind(Term):
    """A kind of organisation, and whether its members count as local governments."""

    local_government: Flag = False
    municipality: Flag = False
    intermunicipal: Flag = False


class Region(Term):
    """A part of the programme's territory; municipalities name it in the register."""


class Principle(Fact):
    """A guiding principle of the programme."""

    title: Localised


class LegalBasis(Fact):
    """The act or decision that the programme rests on."""

    title: Localised
    date: Day | None = None


class ForgeSoftware(StrEnum):
    """What a forge runs on: each has addresses of its own for the files of a repository."""

    GITHUB = "github"
    GITLAB = "gitlab"
    FORGEJO = "forgejo"


class Addresses(Model):
    """Where the programme is published, once it is, and where somebody reaches it."""

    site: WebAddress | None = None
    repository: WebAddress | None = None
    forge: ForgeSoftware | None = None
    branch: Annotated[Line, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._/-]*$")] | None = None
    contact: WebAddress | None = None
    mailbox: Mailbox | None = None


class Programme(Sourced):
    """The whole: authority, legal basis, money, and the lists that records choose from."""

    format: Number
    title: Localised
    short_title: Line
    description: Localised
    authority: OrganisationId
    framework: Localised | None = None
    legal_basis: tuple[LegalBasis, ...] = ()
    languages: Annotated[tuple[LanguageCode, ...], Field(min_length=1)]
    time_zone: Line
    addresses: Addresses = Addresses()
    accessibility: AccessibilityStatement | None = None
    budget: Amount | None = None
    principles: tuple[Principle, ...] = ()
    focuses: tuple[Term, ...]
    types: tuple[Term, ...]
    domains: tuple[Term, ...] = ()
    roles: tuple[Role, ...]
    organisation_kinds: tuple[OrganisationKind, ...]
    regions: tuple[Region, ...] = ()
    dossier_parts: tuple[Term, ...] = ()
    blueprint_kinds: tuple[Term, ...] = ()
    official_figures: tuple[OfficialFigure, ...] = ()

    @property
    def main_language(self) -> str:
        """The language of a text that does not name its language."""
        return self.languages[0]
