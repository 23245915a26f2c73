"""The list of what a call asks of a dossier: each with its rules, what is wanted and what is there.

Nothing is judged here: `conditions` sets the findings of the rules beside this list.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from gzg.call_schema.pieces import SECTIONS
from gzg.call_schema.roles import roles_of
from gzg.model.call import Asked, Call, Eligibility
from gzg.model.programme import OrganisationKind, Programme, RoleFunction
from gzg.model.submission import ConsortiumParty, Submission
from gzg.repository.repository import Record
from gzg.rules.dossier_text import Asked as AskedPart
from gzg.rules.dossier_text import asked_parts
from gzg.rules.resubmissions import advice_on
from gzg.rules.rule import Context
from gzg.rules.submissions import zone_of
from gzg.texts import Language, entries

Text = Mapping[str, str]
Value = str | int | float | Decimal | date | datetime | Text | tuple["Value", ...]
Values = Mapping[str, Value]

BY_PERSON = frozenset(
    {"territory", "already-running", "resubmission-rule", "activities", "cofinancing-rule"}
)
"""What is written in words and no rule can judge."""

REFERENCE_CODES = frozenset({"GZG301", "GZG302", "GZG303"})
"""Rules on names: what they say of a field is said of every condition on that field."""

AMOUNT_CODES = ("GZG233", "GZG226", "GZG227", "GZG228", "GZG229", "GZG230", "GZG231", "GZG232")


LIMITS = {"minimum": "least", "maximum": "most"}


@dataclass(frozen=True)
class Ask:
    """One thing that a call asks.

    `key` is that of its texts, `codes` are the rules that judge it, and of their findings only
    those with the values `only`; `field` is the field of the submission that it is about. `found`
    is None where there is nothing to compare with, as in a dossier that cannot be read.
    """

    key: str
    codes: tuple[str, ...]
    wanted: Values
    found: Values | None = None
    only: Mapping[str, object] = field(default_factory=dict)
    field: str | None = None


@dataclass(frozen=True)
class _Dossier:
    """What the list is made from; `submission` and `record` are None for an unreadable one."""

    call: Call
    programme: Programme
    context: Context
    record: Record | None
    submission: Submission | None


def asked(record: Record | None, call: Call, context: Context) -> Iterator[Ask]:
    """Everything that a call asks, in the order in which a reviewer reads."""
    programme = context.catalogue.programme
    model = record.model if record else None
    if programme is None:
        return
    submission = model if isinstance(model, Submission) else None
    dossier = _Dossier(call, programme, context, record, submission)
    for part in (_time, _subject, _money, _period, _consortium, _sections, _parts, _again, _words):
        yield from part(dossier)


def _time(dossier: _Dossier) -> Iterator[Ask]:
    call, context, zone = dossier.call, dossier.context, zone_of(dossier.context.catalogue)
    if zone is None:
        return
    record = dossier.record
    received = context.submissions.instant_of(record, context.now) if record else None
    found: Values | None = {"received": received} if received else None
    if call.opens:
        opens = {"opens": call.opens.first_instant(zone)}
        yield Ask("opens", ("GZG411", "GZG410"), opens, found)
    if call.closes:
        yield Ask("closes", ("GZG412",), {"closes": call.closes.last_instant(zone)}, found)
    yield Ask("once", ("GZG325",), {}, {} if record else None)


def _subject(dossier: _Dossier) -> Iterator[Ask]:
    titles = {term.id: term.title for term in dossier.programme.focuses}
    focuses = tuple(titles.get(id, {"": id}) for id in dossier.call.focuses)
    submission = dossier.submission
    found = {"focus": titles.get(submission.focus, submission.focus)} if submission else None
    yield Ask("focus", ("GZG223",), {"focuses": focuses}, found, field="focus")


def _money(dossier: _Dossier) -> Iterator[Ask]:
    call, submission = dossier.call, dossier.submission
    requested: Values | None = {"requested": submission.requested} if submission else None
    if call.maximum_grant is not None:
        yield Ask("maximum", ("GZG221",), {"maximum": call.maximum_grant}, requested)
    if call.minimum_grant is not None:
        yield Ask("minimum", ("GZG222",), {"minimum": call.minimum_grant}, requested)
    minimum = call.cofinancing.minimum_percentage if call.cofinancing else None
    if minimum is not None:
        found = _own_part(submission) if submission else None
        yield Ask("cofinancing", ("GZG235",), {"minimum": float(minimum)}, found)
    if Asked.BUDGET in call.asks or Asked.SHARES in call.asks:
        totals = _totals(submission) if submission else None
        yield Ask("amounts", AMOUNT_CODES, {}, totals)


def _own_part(submission: Submission) -> Values:
    own = submission.own_contribution or Decimal()
    whole = submission.requested + own
    return {"own": own, "percentage": float(own * 100 / whole) if whole else 0.0}


def _totals(submission: Submission) -> Values:
    costs = sum((line.amount for line in submission.budget), Decimal())
    own = submission.own_contribution or Decimal()
    return {"costs": costs, "requested": submission.requested, "own": own}


def _period(dossier: _Dossier) -> Iterator[Ask]:
    term, submission = dossier.call.term, dossier.submission
    found: Values | None = None
    if submission:
        found = {"begins": submission.begins, "ends": submission.ends}
    if term and term.months is not None:
        yield Ask("months", ("GZG237", "GZG236"), {"maximum": term.months}, found)
    if term and term.until:
        yield Ask("until", ("GZG238", "GZG236"), {"latest": term.until}, found)


def _consortium(dossier: _Dossier) -> Iterator[Ask]:
    rules = dossier.call.eligibility or Eligibility()
    leads = _names(dossier, RoleFunction.LEAD)
    yield Ask("lead", ("GZG224", "GZG247"), {}, leads and {"leads": leads[0]}, field="parties")
    parties = dossier.submission.parties if dossier.submission else None
    count: Values | None = {"count": len(parties)} if parties is not None else None
    kinds = (
        rules.lead_kinds,
        rules.initiator_kinds,
        rules.partner_kinds,
        rules.subcontractor_kinds,
    )
    if any(kinds):
        yield Ask("roles", ("GZG320", "GZG247"), {}, count, field="parties")
    if minimum := rules.minimum_other_local_governments:
        others = _names(dossier, RoleFunction.INITIATOR, RoleFunction.PARTNER, is_local=True)
        found: Values | None = others and {"count": len(others[0]), "names": others[0]}
        yield Ask("others", ("GZG321",), {"minimum": minimum}, found, field="parties")


def _names(
    dossier: _Dossier, *functions: RoleFunction, is_local: bool = False
) -> tuple[tuple[Value, ...]] | None:
    """The names of the parties with these functions, in a tuple of one; None for no dossier."""
    if dossier.submission is None:
        return None
    roles = roles_of(dossier.programme, *functions)
    parties = (each for each in dossier.submission.parties if each.role in roles)
    named = (_name(dossier, each) for each in parties if not is_local or _is_local(dossier, each))
    return (tuple(named),)


def _name(dossier: _Dossier, party: ConsortiumParty) -> str:
    return name_of(dossier.record, party.organisation, dossier.context)


def name_of(record: Record | None, id: str, context: Context) -> str:
    """An organisation's name at the date of a record; its id where it is not known."""
    day = context.catalogue.date_of(record) if record else None
    found = context.catalogue.organisation(id, day)
    return found.name if found else id


def _is_local(dossier: _Dossier, party: ConsortiumParty) -> bool:
    catalogue = dossier.context.catalogue
    day = catalogue.date_of(dossier.record) if dossier.record else None
    found = catalogue.organisation(party.organisation, day)
    kind = catalogue.kind_of(found) if found else None
    return isinstance(kind, OrganisationKind) and kind.local_government


def _sections(dossier: _Dossier) -> Iterator[Ask]:
    submission, labels = dossier.submission, entries("values")
    for each in dossier.call.asks:
        section = {"section": labels[f"Asked.{each}"]}
        if each is Asked.SHARES:
            told = sum(1 for party in submission.parties if party.share) if submission else 0
            found: Values | None = {"count": told} if submission else None
            yield Ask("shares", ("GZG227",), section, found)
            continue
        name = SECTIONS[each]
        held = getattr(submission, name) if submission else None
        count = len(held) if isinstance(held, tuple) else int(held is not None)
        found = {"count": count} if submission else None
        yield Ask("section", ("GZG225",), section, found, only={"field": name})
    if Asked.AGREEMENT in dossier.call.asks:
        yield _agreement(dossier)


def _agreement(dossier: _Dossier) -> Ask:
    signers = _names(dossier, RoleFunction.LEAD, RoleFunction.INITIATOR)
    found: Values | None = None
    if dossier.submission and (agreement := dossier.submission.agreement):
        decided = tuple(
            name_of(dossier.record, each.organisation, dossier.context)
            for each in agreement.decisions
        )
        found = {"decided": decided, "signed": agreement.date}
    codes = ("GZG245", "GZG246", "GZG248", "GZG413")
    unknown = entries("conditions")["signers"]
    wanted: Values = {"signers": (signers and signers[0]) or unknown}
    return Ask("agreement", codes, wanted, found, field="agreement")


def _parts(dossier: _Dossier) -> Iterator[Ask]:
    if dossier.record is None:
        return
    codes = ("GZG241", "GZG242", "GZG243", "GZG244")
    for each in asked_parts(dossier.record, dossier.context):
        wanted: Values = {"part": each.title, "demands": _demands(each)}
        key = "part" if each.chapter else "part-absent"
        found: Values = {"words": each.chapter.words} if each.chapter else {}
        yield Ask(key, codes, wanted, found, only={"title": each.title})


def _demands(asked: AskedPart) -> tuple[Value, ...]:
    part, texts = asked.part, entries("conditions")
    values: dict[str, object] = {}
    demands = []
    if asked.headings:
        demands.append("headings")
        values["headings"] = len(asked.headings)
    limits = {"minimum": part.minimum_words, "maximum": part.maximum_words}
    given = {name: words for name, words in limits.items() if words is not None}
    if given:
        demands.append("between" if len(given) > 1 else LIMITS["".join(given)])
        values |= given
    return tuple(
        {str(lang): texts[f"demand.{key}"][lang].format_map(values) for lang in Language}
        for key in demands or ["present"]
    )


def _again(dossier: _Dossier) -> Iterator[Ask]:
    submission = dossier.submission
    if submission is None or submission.resubmission_of is None:
        return
    advice = advice_on(submission, dossier.context)
    count = len(advice.recommendations) if advice else 0
    found: Values = {"earlier": submission.resubmission_of, "answered": len(submission.answers)}
    codes = ("GZG322", "GZG323", "GZG324")
    yield Ask("resubmission", codes, {"count": count}, found, field="resubmission_of")


def _words(dossier: _Dossier) -> Iterator[Ask]:
    """What a person judges, in the call's own words."""
    call = dossier.call
    rules = call.eligibility or Eligibility()
    cofinancing = call.cofinancing
    if cofinancing and cofinancing.minimum_percentage is not None:
        cofinancing = None  # A rule judges that.
    is_again = dossier.submission is None or dossier.submission.resubmission_of
    texts = {
        "territory": rules.territory,
        "already-running": rules.already_running,
        "resubmission-rule": rules.resubmission if is_again else None,
        "cofinancing-rule": cofinancing.description if cofinancing else None,
    }
    for key, text in texts.items():
        if text:
            yield Ask(key, (), {"text": text})
    if call.eligible_activities:
        titles = tuple(each.title for each in call.eligible_activities)
        yield Ask("activities", (), {"text": titles})
