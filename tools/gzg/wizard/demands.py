"""What a call demands, in sentences, by the field that it is about."""

from collections.abc import Iterator

from gzg.model.call import Call, Duration, Eligibility
from gzg.model.programme import OrganisationKind, RoleFunction
from gzg.texts import say
from gzg.texts.formats import readable
from gzg.wizard.dossier_text import Chapter
from gzg.wizard.questions import Wording


def demands(field: str, call: Call, words: Wording) -> tuple[str, ...]:
    """The sentences about a field of the submission; none where the call demands nothing of it."""
    match field:
        case "begins":
            return tuple(_start(call, words))
        case "ends":
            return tuple(_duration("term", call.term, words))
        case "requested":
            return tuple(_amounts(call, words))
        case "own_contribution":
            return tuple(_cofinancing(call, words))
        case "parties":
            return tuple(_parties(call.eligibility or Eligibility(), words))
        case "resubmission_of":
            return tuple(_texts(words, call.eligibility and call.eligibility.resubmission))
        case _:
            return ()


def words_wanted(chapter: Chapter, words: Wording) -> str:
    """How long the part is that this text is in; empty where the call does not say."""
    part = chapter.part
    values = {"least": part.minimum_words, "most": part.maximum_words, "part": chapter.part_title}
    match part.minimum_words, part.maximum_words:
        case None, None:
            return ""
        case None, _:
            key = "words-most"
        case _, None:
            key = "words-least"
        case _:
            key = "words-between"
    return _say(key, words, **{name: value for name, value in values.items() if value is not None})


def _say(key: str, words: Wording, **values: object) -> str:
    language = words.language
    shown = {name: readable(value, language) for name, value in values.items()}
    return say("wizard", f"demand.{key}", language, **shown)


def _texts(words: Wording, *texts: object) -> Iterator[str]:
    for text in texts:
        if isinstance(text, dict):
            yield words.said(text)


def _start(call: Call, words: Wording) -> Iterator[str]:
    yield from _duration("start", call.start_rule, words)
    if call.eligibility and call.eligibility.already_running:
        yield words.said(call.eligibility.already_running)


def _duration(key: str, duration: Duration | None, words: Wording) -> Iterator[str]:
    if duration is None:
        return
    if duration.months is not None:
        counts_from = duration.counts_from
        event = say("values", f"CountsFrom.{counts_from}", words.language) if counts_from else ""
        yield _say(f"{key}-from" if event else key, words, months=duration.months, event=event)
    if duration.until:
        yield _say(f"{key}-until", words, day=duration.until)


def _amounts(call: Call, words: Wording) -> Iterator[str]:
    if call.minimum_grant is not None:
        yield _say("least", words, amount=call.minimum_grant)
    if call.maximum_grant is not None:
        yield _say("most", words, amount=call.maximum_grant)


def _cofinancing(call: Call, words: Wording) -> Iterator[str]:
    rule = call.cofinancing
    if rule and rule.description:
        yield words.said(rule.description)
    elif rule and rule.minimum_percentage is not None:
        yield _say("own", words, percentage=rule.minimum_percentage)


def _parties(eligibility: Eligibility, words: Wording) -> Iterator[str]:
    others = eligibility.minimum_other_local_governments
    if others:
        yield _say("others-one" if others == 1 else "others", words, count=others)
    if eligibility.territory:
        yield words.said(eligibility.territory)
    kinds = {kind.id: kind for kind in words.programme.organisation_kinds}
    allowed = {
        RoleFunction.LEAD: eligibility.lead_kinds,
        RoleFunction.INITIATOR: eligibility.initiator_kinds,
        RoleFunction.PARTNER: eligibility.partner_kinds,
        RoleFunction.SUBCONTRACTOR: eligibility.subcontractor_kinds,
    }
    for role in words.programme.roles:
        found = [kinds[id] for id in allowed.get(role.function, ()) if id in kinds]
        if found:
            titles = [_title(kind, words) for kind in found]
            yield _say("role", words, role=words.said(role.title), kinds=titles)


def _title(kind: OrganisationKind, words: Wording) -> str:
    return words.said(kind.title)
