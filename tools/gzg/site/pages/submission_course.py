"""How far a dossier has come, from received to decided, and what comes next: in plain words.

No clock is read: what is done is what is recorded, and what is to come has the call's dates.
"""

from collections.abc import Iterator

from gzg.model.admissibility import FormalOutcome, Ground
from gzg.rules.card import card_of
from gzg.rules.registry import module_by_code
from gzg.site.addresses import Section
from gzg.site.dossiers import Course, State
from gzg.site.edition import Edition
from gzg.site.page import Data, link
from gzg.site.wording import closing, day, period


def state_of(edition: Edition, found: Course) -> Data:
    """The latest step in a word or two."""
    return {"name": str(found.state), "text": edition.say(f"state.{found.state}")}


def next_step(edition: Edition, found: Course) -> object:
    """What comes next and when; after a refusal whether handing in again is possible."""
    match found.state:
        case State.NO_RECEIPT:
            return edition.say("next.no-receipt")
        case State.RECEIVED:
            return _next_after_receipt(edition, found)
        case State.ADMISSIBLE:
            when = _assessment_period(edition, found)
            return edition.say("next.admissible", when=when or edition.say("when-unknown"))
        case State.INADMISSIBLE:
            return edition.say("next.inadmissible")
        case State.ADVISED:
            when = _decision_day(edition, found)
            return edition.say("next.decision", when=when or edition.say("when-unknown"))
        case State.GRANTED:
            return edition.say("next.granted")
        case State.REFUSED:
            eligibility = found.call.eligibility if found.call else None
            return edition.said(eligibility.resubmission) if eligibility else None


def _next_after_receipt(edition: Edition, found: Course) -> str:
    call = found.call
    if call and call.demo and not (call.closes or call.assessment):
        return edition.say("next.practice")
    when = _assessment_period(edition, found) or edition.say("when-unknown")
    if call and call.closes:
        closes = closing(edition, call.closes)
        return edition.say("next.assessment-after-closing", closes=closes, when=when)
    return edition.say("next.assessment", when=when)


def course(edition: Edition, found: Course) -> list[Data]:
    """Every step in order, each with its name, whether it is recorded, when, and what came out."""
    return [
        _receipt(edition, found),
        *_closing(edition, found),
        _admissibility(edition, found),
        _assessment(edition, found),
        _decision(edition, found),
    ]


def _step(edition: Edition, name: str, *, done: bool, when: str | None, **more: object) -> Data:
    title = edition.say(f"step.{name}")
    return {"name": name, "title": title, "done": done, "when": when, **more}


def _receipt(edition: Edition, found: Course) -> Data:
    receipt = found.receipt
    if receipt is None:
        text = edition.say("receipt.absent")
        return _step(edition, "receipt", done=False, when=None, text=text)
    at = receipt.received.astimezone(edition.zone)
    return _step(
        edition,
        "receipt",
        done=True,
        when=edition.say("moment.at-hour", day=at.date(), clock=at.strftime("%H:%M:%S")),
        number=receipt.number,
        digest=receipt.digest,
    )


def _closing(edition: Edition, found: Course) -> Iterator[Data]:
    if found.call and found.call.closes:
        done = found.advised is not None or found.is_decided
        when = closing(edition, found.call.closes)
        yield _step(edition, "closing", done=done, when=when)


def _admissibility(edition: Edition, found: Course) -> Data:
    """What the formal check came to, who established that, and on what grounds."""
    recorded = found.admissibility
    if recorded is None:
        is_past = found.advised is not None or found.is_decided
        text = edition.say("admissibility.not-apart" if is_past else "admissibility.not-yet")
        return _step(edition, "admissibility", done=False, when=None, text=text)
    is_admissible = recorded.outcome is FormalOutcome.ADMISSIBLE
    return _step(
        edition,
        "admissibility",
        done=True,
        when=day(edition, recorded.date),
        text=edition.say(f"admissibility.{recorded.outcome}"),
        body=edition.said(recorded.body),
        grounds=[] if is_admissible else [_ground(edition, each) for each in recorded.grounds],
    )


def _ground(edition: Edition, ground: Ground) -> Data:
    """The rule by its title, where there is such a rule, and the words of the office."""
    code = ground.rule
    rule: Data | None = {"text": code} if code else None
    if code and code in module_by_code():
        title = card_of(code).texts[edition.language].title
        rule = link(title, edition.address(Section.RULES, code))
    return {"rule": rule, "text": edition.said(ground.text)}


def _assessment(edition: Edition, found: Course) -> Data:
    if found.advice is None or found.advised is None:
        when = _assessment_period(edition, found)
        text = edition.say("advice.absent" if found.is_decided else "advice.not-yet")
        return _step(edition, "assessment", done=False, when=when, text=text)
    return _step(
        edition,
        "assessment",
        done=True,
        when=day(edition, found.advice.date),
        text=edition.said(found.advised.text),
        recommendations=[edition.said(each.text) for each in found.advised.recommendations],
    )


def _decision(edition: Edition, found: Course) -> Data:
    if found.decision is None or not found.is_decided:
        key = "decision.not-named" if found.decision else "decision.not-yet"
        when = _decision_day(edition, found)
        return _step(edition, "decision", done=False, when=when, text=edition.say(key))
    when = day(edition, found.decision.date)
    if found.granted:
        text = edition.say("decision.granted", amount=found.granted.amount)
        return _step(edition, "decision", done=True, when=when, text=text)
    reason = found.refused.reason if found.refused else None
    text = edition.say("decision.refused")
    return _step(edition, "decision", done=True, when=when, text=text, reason=edition.said(reason))


def _assessment_period(edition: Edition, found: Course) -> str | None:
    planned = found.call.assessment if found.call else None
    return period(edition, planned.begins, planned.ends) if planned else None


def _decision_day(edition: Edition, found: Course) -> str | None:
    if found.decision:
        return day(edition, found.decision.date)
    planned = found.call.decision if found.call else None
    return day(edition, planned.date) if planned and planned.date else None
