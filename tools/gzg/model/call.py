"""A call: a round with dates, rules, criteria and money, and how it changed on the way."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from gzg.model.base import Count, Flag, Line, Localised, Model, Refers, Slug
from gzg.model.dates import Day, Deadline
from gzg.model.facts import Amount, Fact, Sourced
from gzg.model.figures import OfficialFigure
from gzg.model.identifiers import WebAddress
from gzg.model.money import Money

CallId = Annotated[Slug, Refers("call")]
FocusId = Annotated[Slug, Refers("focus")]
TypeId = Annotated[Slug, Refers("type")]
PartId = Annotated[Slug, Refers("dossier-part")]
KindId = Annotated[Slug, Refers("organisation-kind")]


class CountsFrom(StrEnum):
    """The event that a term counts from."""

    AWARD = "award"
    SELECTION = "selection"
    FIRST_INSTALMENT = "first-instalment"
    SUBMISSION = "submission"


class Duration(Fact):
    """How long something may take: months from an event, or until a day."""

    months: Count | None = None
    counts_from: CountsFrom | None = None
    until: Day | None = None


class Period(Fact):
    """A stretch of days, both included."""

    begins: Day | None = None
    ends: Day | None = None


def _amended_value(value: object) -> object:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    if isinstance(value, str | int | Decimal) and not isinstance(value, bool):
        return value
    raise PydanticCustomError("amended_value", "a text, a number or a list of texts")


AmendedValue = Annotated[
    str | int | Decimal | tuple[str, ...],
    BeforeValidator(_amended_value),
    WithJsonSchema({"type": ["string", "number", "array"], "items": {"type": "string"}}),
]


class Amendment(Fact):
    """A recorded change of a call; the old value and the day of the change may be unknown.

    `field` is the call's own field, with dots for one inside another:
    `eligibility.minimum_other_local_governments`. Amendments stand in the order of their making.
    """

    field: Line
    old: AmendedValue | None = None
    new: AmendedValue | None = None
    date: Day | None = None
    reason: Localised | None = None


class Activity(Fact):
    """Something that the grant may pay for."""

    title: Localised


class Eligibility(Fact):
    """Who may hand in, and with whom."""

    lead_kinds: tuple[KindId, ...] = ()
    initiator_kinds: tuple[KindId, ...] = ()
    partner_kinds: tuple[KindId, ...] = ()
    subcontractor_kinds: tuple[KindId, ...] = ()
    territory: Localised | None = None
    minimum_other_local_governments: Count | None = None
    already_running: Localised | None = None
    resubmission: Localised | None = None


class Openness(StrEnum):
    """When everybody can read a dossier."""

    PUBLIC = "public"
    AT_DECISION = "at_decision"


class Asked(StrEnum):
    """What submissions of one call must have and those of another need not."""

    SHARES = "shares"
    BUDGET = "budget"
    SUCCESS_PLAN = "success-plan"
    BLUEPRINTS = "blueprints"
    BUILDING_BLOCKS = "building-blocks"
    STANDARDS = "standards"
    AGREEMENT = "agreement"


class DossierHeading(Model):
    """A heading that a part of the dossier must have: a question, with its help and example."""

    title: Localised
    help: Localised | None = None
    example: Localised | None = None


class DossierPart(Fact):
    """A part that a dossier must have: in a submission a chapter of its README.md.

    Its heading of level 2 is the part's title in the programme; those of level 3 are `headings`.
    The numbers of words are of the whole part, without headings.
    """

    part: PartId
    help: Localised | None = None
    headings: tuple[DossierHeading, ...] = ()
    minimum_words: Count | None = None
    maximum_words: Count | None = None


class Criterion(Model):
    """What the jury looks at; its weight inside the cluster where it is known."""

    id: Slug
    title: Localised
    description: Localised | None = None
    weight: Money | None = None


class Cluster(Model):
    """Criteria that are weighed together."""

    id: Slug
    title: Localised
    weight: Money | None = None
    criteria: tuple[Criterion, ...]


class Scoring(Fact):
    """How points are given: the total, the clusters, and the rules in words."""

    total: Count | None = None
    clusters: tuple[Cluster, ...]
    rules: tuple[Localised, ...] = ()


class AgendaItem(Fact):
    """Something that takes place during a call: an information session, a hearing."""

    title: Localised
    begins: Day | None = None
    ends: Day | None = None
    compulsory: Flag = False


class Support(Fact):
    """Help that the programme office offers to whoever hands in."""

    title: Localised
    url: WebAddress | None = None


class Cofinancing(Fact):
    """The part of all costs that the applicants pay themselves."""

    minimum_percentage: Money | None = None
    description: Localised | None = None


class DecisionDay(Fact):
    """When the authority decided, as sources tell; the day may be unknown.

    What it decided on the submissions of a call that runs here is a record: `model.decision`.
    """

    date: Day | None = None


class Call(Sourced):
    """One round of the programme."""

    id: Slug
    number: Count
    title: Localised
    summary: Localised | None = None
    type: TypeId
    focuses: tuple[FocusId, ...]
    demo: Flag = False
    draft: Flag = False
    openness: Openness | None = None
    opens: Deadline | None = None
    closes: Deadline | None = None
    assessment: Period | None = None
    term: Duration | None = None
    start_rule: Duration | None = None
    eligible_activities: tuple[Activity, ...] = ()
    emphasis: tuple[Activity, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    budget: Amount | None = None
    minimum_grant: Money | None = None
    maximum_grant: Money | None = None
    cofinancing: Cofinancing | None = None
    eligibility: Eligibility | None = None
    asks: tuple[Asked, ...] = ()
    dossier_parts: tuple[DossierPart, ...] = ()
    scoring: Scoring | None = None
    agenda: tuple[AgendaItem, ...] = ()
    support: tuple[Support, ...] = ()
    follow_up_calls: tuple[CallId, ...] = ()
    decision: DecisionDay | None = None
    official_figures: tuple[OfficialFigure, ...] = ()
