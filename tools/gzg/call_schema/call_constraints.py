"""The constraints of one call: what its dossiers must add up to, hold to in time, and count.

Which kinds of constraint there are is for `constraints`.
"""

from collections.abc import Iterator

from gzg.call_schema.constraints import (
    Among,
    Constraint,
    CountOfKind,
    Months,
    NotAfter,
    NotBefore,
    OfKind,
    Order,
    Part,
    Sum,
    SumOfEach,
    Unique,
    Years,
)
from gzg.call_schema.roles import roles_of
from gzg.model.call import Call, Eligibility
from gzg.model.programme import Programme, RoleFunction

PARTIES = "parties[].organisation"
ALL_COSTS = ("requested", "own_contribution")
APPLICANTS = (RoleFunction.LEAD, RoleFunction.INITIATOR)
"""Who signs the agreement, and whose bodies decide on it."""


def constraints(call: Call, programme: Programme) -> tuple[Constraint, ...]:
    """Every constraint of a call; one that another names in `unless` comes before it."""
    found = (
        *_membership(call, programme),
        *_sums(call),
        *_period(call),
        *_agreement(programme),
        *_who(call.eligibility or Eligibility(), programme),
    )
    return tuple(found)


def _membership(call: Call, programme: Programme) -> Iterator[Constraint]:
    yield Unique(code="GZG228", values=PARTIES)
    yield Among(code="GZG229", values="budget[].organisation", known=PARTIES)
    for field in ("agreement.kept_by", "agreement.decisions[].organisation"):
        yield Among(code="GZG248", values=field, known=PARTIES)


def _sums(call: Call) -> Iterator[Constraint]:
    yield SumOfEach(
        code="GZG230",
        each="parties[]",
        key="organisation",
        amounts="budget[].amount",
        own=("share", "own_contribution"),
        only_with=("parties[].share", "budget[].amount"),
        unless=("GZG225", "GZG226", "GZG227", "GZG228", "GZG229"),
    )
    for code, field, total in (
        ("GZG231", "parties[].share", "requested"),
        ("GZG232", "parties[].own_contribution", "own_contribution"),
    ):
        yield Sum(
            code=code,
            left=(field,),
            right=(total,),
            at=total,
            only_with=(field,),
            unless=("GZG226", "GZG227", "GZG228", "GZG230"),
        )
    yield Sum(
        code="GZG233",
        left=("budget[].amount",),
        right=ALL_COSTS,
        at="budget",
        only_with=("budget[].amount",),
        unless=("GZG229", "GZG230", "GZG231", "GZG232"),
    )
    percentage = call.cofinancing.minimum_percentage if call.cofinancing else None
    if percentage is not None:
        yield Part(
            code="GZG235", part="own_contribution", whole=ALL_COSTS, minimum_percentage=percentage
        )


def _period(call: Call) -> Iterator[Constraint]:
    yield Order(code="GZG236", first="begins", then="ends")
    term = call.term
    if term and term.months is not None:
        yield Months(
            code="GZG237", first="begins", last="ends", maximum=term.months, unless=("GZG236",)
        )
    if term and term.until:
        yield NotAfter(code="GZG238", value="ends", latest=term.until)
    yield Years(
        code="GZG239", values="budget[].year", first="begins", last="ends", unless=("GZG236",)
    )
    if call.opens and call.eligibility and call.eligibility.already_running:
        yield NotBefore(code="GZG240", value="begins", earliest=call.opens.day)


def _agreement(programme: Programme) -> Iterator[Constraint]:
    yield Among(
        code="GZG245",
        values=PARTIES,
        known="agreement.decisions[].organisation",
        where={"role": roles_of(programme, *APPLICANTS)},
        at="agreement.decisions",
        only_with=("agreement",),
        unless=("GZG248",),
    )
    yield Order(code="GZG246", first="agreement.decisions[].date", then="agreement.date")


def _who(eligibility: Eligibility, programme: Programme) -> Iterator[Constraint]:
    allowed = {
        RoleFunction.LEAD: eligibility.lead_kinds,
        RoleFunction.INITIATOR: eligibility.initiator_kinds,
        RoleFunction.PARTNER: eligibility.partner_kinds,
        RoleFunction.SUBCONTRACTOR: eligibility.subcontractor_kinds,
    }
    for function, kinds in allowed.items():
        where = {"role": roles_of(programme, function)}
        if kinds:
            yield OfKind(code="GZG320", values=PARTIES, kinds=kinds, where=where)
    if eligibility.minimum_other_local_governments:
        kinds = tuple(kind.id for kind in programme.organisation_kinds if kind.local_government)
        others = roles_of(programme, RoleFunction.INITIATOR, RoleFunction.PARTNER)
        yield CountOfKind(
            code="GZG321",
            values=PARTIES,
            kinds=kinds,
            where={"role": others},
            minimum=eligibility.minimum_other_local_governments,
            at="parties",
            unless=("GZG247",),
        )
