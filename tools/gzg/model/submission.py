"""A submission: what a consortium hands in for one call.

What people read of it, with the parts that the call asks for, stands in the folder's README.md.
The signed agreement never enters the repository: only its date, its digest and who keeps it.
"""

from typing import Annotated

from pydantic import Field, StrictInt, StringConstraints

from gzg.model.base import Line, Model, Refers, Slug
from gzg.model.blueprint import BlueprintKindId
from gzg.model.call import CallId, FocusId
from gzg.model.dates import Day, Year
from gzg.model.identifiers import Digest, Licence, Mailbox, WebAddress
from gzg.model.money import Money
from gzg.model.organisation import OrganisationId
from gzg.model.project import BlueprintId, DomainId, RoleId

SUBMISSION_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$"
LONGEST_SUBMISSION = 201
LARGEST_ACCOUNT = 2**53 - 1

SubmissionId = Annotated[
    str,
    StringConstraints(pattern=SUBMISSION_PATTERN, max_length=LONGEST_SUBMISSION),
    Refers("submission"),
]
"""The call's id and the name of the folder, with a slash between: `voorbeeldoproep/loket`."""

AccountId = Annotated[StrictInt, Field(ge=1, le=LARGEST_ACCOUNT)]
"""The forge's number of an account, which stays when the account gets another name."""


class ConsortiumParty(Model):
    """An organisation in the consortium: its role, its part of the grant, and what it pays.

    A subcontractor is paid by the others and has neither.
    """

    organisation: OrganisationId
    role: RoleId
    task: Line | None = None
    share: Money | None = None
    own_contribution: Money | None = None


class BudgetLine(Model):
    """A cost in one calendar year, borne by one party, in euro."""

    year: Year
    organisation: OrganisationId
    title: Line
    amount: Money


class Indicator(Model):
    """What will be measured to know whether the project succeeds.

    Baseline and target are words, with the unit: "34 procent", "12 werkdagen".
    """

    title: Line
    baseline: Line
    target: Line
    date: Day


class PlannedBlueprint(Model):
    """A reusable result that the project promises."""

    title: Line
    kinds: tuple[BlueprintKindId, ...]
    licence: Licence
    summary: Line | None = None


class BuildingBlock(Model):
    """An existing component that the project builds on; `blueprint` where the catalogue has it."""

    title: Line
    blueprint: BlueprintId | None = None
    url: WebAddress | None = None


class Answer(Model):
    """What was done with one recommendation of the jury on the earlier dossier."""

    recommendation: Slug
    answer: Line


class BodyDecision(Model):
    """That a body of a party approved the agreement: which body, and on what day."""

    organisation: OrganisationId
    body: Line
    date: Day


class Agreement(Model):
    """The consortium's signed agreement, which is kept outside the repository."""

    date: Day
    sha256: Digest
    kept_by: OrganisationId
    decisions: tuple[BodyDecision, ...] = ()


class Contact(Model):
    """Whom to write to: a service and its mailbox, never a person."""

    service: Line
    mailbox: Mailbox


class Submission(Model):
    """One dossier of one consortium for one call."""

    id: Slug
    call: CallId
    title: Line
    summary: Line
    focus: FocusId
    domains: tuple[DomainId, ...] = ()
    begins: Day
    ends: Day
    requested: Money
    own_contribution: Money | None = None
    parties: tuple[ConsortiumParty, ...]
    budget: tuple[BudgetLine, ...] = ()
    success_plan: tuple[Indicator, ...] = ()
    blueprints: tuple[PlannedBlueprint, ...] = ()
    building_blocks: tuple[BuildingBlock, ...] = ()
    standards: tuple[Line, ...] = ()
    resubmission_of: SubmissionId | None = None
    answers: tuple[Answer, ...] = ()
    agreement: Agreement | None = None
    contact: Contact
    accounts: tuple[AccountId, ...] = ()
