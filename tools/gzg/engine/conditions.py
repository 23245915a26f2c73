"""Every condition of a call for one dossier: what is wanted, what was found, and who judges it.

The rules judge; here their findings are set against the list of what the call asks (`asked`), so
that a reviewer sees also what is in order. How it is shown is for whoever renders it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from gzg.diagnostics import FieldPath
from gzg.engine.asked import BY_PERSON, REFERENCE_CODES, Ask, Value, asked
from gzg.model.base import localised
from gzg.model.call import Call
from gzg.model.kinds import Kind
from gzg.model.submission import Submission
from gzg.repository.repository import Record
from gzg.rules.registry import rules
from gzg.rules.rule import Context, RecordRule
from gzg.texts import Language, entries, say
from gzg.texts.formats import readable

SUBJECT = "conditions"


class Verdict(StrEnum):
    """Whether a condition is met; `PERSON` where no rule can tell, `UNKNOWN` where none could yet.

    A dossier that cannot be read, or does not fit its folder, is not compared with its call.
    """

    MET = "met"
    NOT_MET = "not-met"
    PERSON = "person"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Condition:
    """One condition; its texts are plain text, and may hold what stands in the dossier.

    `code` is the rule that found it not met, else the rule that would; None for a person's.
    """

    code: str | None
    verdict: Verdict
    title: Mapping[Language, str]
    wanted: Mapping[Language, str]
    found: Mapping[Language, str]


Finding = tuple[str, FieldPath, Mapping[str, object]]


def conditions(record: Record, context: Context) -> tuple[Condition, ...]:
    """The conditions of the call that a dossier is for; none where the call cannot be read."""
    call = context.catalogue.model(Kind.CALL, record.id.partition("/")[0])
    programme = context.catalogue.programme
    if not isinstance(call, Call) or programme is None:
        return ()
    is_judged = context.submissions.call_of(record) is not None
    asks = tuple(asked(record if is_judged else None, call, context))
    codes = {code for ask in asks for code in ask.codes} | REFERENCE_CODES
    findings = tuple(_findings(record, context, codes)) if is_judged else ()
    main = programme.main_language
    return tuple(_condition(ask, findings, main) for ask in asks)


def _findings(record: Record, context: Context, codes: set[str]) -> Iterator[Finding]:
    fired: set[str] = set()
    for rule in rules():
        if rule.code not in codes or not isinstance(rule, RecordRule):
            continue
        if not issubclass(Submission, rule.model) or fired.intersection(rule.requires):
            continue
        assert record.model is not None
        for finding in rule.check(record, record.model, context):
            fired.add(rule.code)
            yield rule.code, finding.place.field, finding.values


def _condition(ask: Ask, findings: tuple[Finding, ...], main: str) -> Condition:
    against = [code for code, field, values in findings if _is_about(ask, code, field, values)]
    if ask.key in BY_PERSON:
        verdict = Verdict.PERSON
    elif against:
        verdict = Verdict.NOT_MET
    else:
        verdict = Verdict.UNKNOWN if ask.found is None else Verdict.MET
    code = next(iter((*against, *ask.codes)), None)
    texts = {
        part: {language: _text(ask, part, language, main) for language in Language}
        for part in ("title", "wanted", "found")
    }
    return Condition(code, verdict, texts["title"], texts["wanted"], texts["found"])


def _is_about(ask: Ask, code: str, field: FieldPath, values: Mapping[str, object]) -> bool:
    if code in REFERENCE_CODES:
        return ask.field is not None and field[:1] == (ask.field,)
    return code in ask.codes and ask.only.items() <= values.items()


def _text(ask: Ask, part: str, language: Language, main: str) -> str:
    values = ask.found if part == "found" else ask.wanted
    if values is None:
        return ""
    key = f"{ask.key}.{part}"
    if ask.key in BY_PERSON and part == "wanted":
        key = "by-person.wanted"
    if key not in entries(SUBJECT):
        return ""
    shown = {name: _shown(value, language, main) for name, value in values.items()}
    return say(SUBJECT, key, language, **shown)


def _shown(value: Value, language: Language, main: str) -> str:
    """A value in a language: a text that has one, a list, or anything with a readable form."""
    if isinstance(value, Mapping):
        return localised(value, language, main)[0]
    if isinstance(value, tuple):
        items = [_shown(each, language, main) for each in value]
        if any(isinstance(each, Mapping) for each in value):
            return "; ".join(items)
        return readable(items, language) if items else say(SUBJECT, "nothing", language)
    return readable(value, language)
