"""The answer below an issue: in the language of its form first, and then in the other.

What comes from the form passes through `reporters.markup`. The place of the pull request's address
is left open: only whoever opens it knows that.
"""

from collections.abc import Iterator
from itertools import groupby

from gzg.intake.report_markdown import instant
from gzg.issue_form.fault import SUBJECT, Fault, worded
from gzg.issue_form.former import note
from gzg.issue_form.handling import Handled, Tells
from gzg.issue_form.proposal import Decision, Ending, Proposal
from gzg.reporters.markup import code, inert
from gzg.texts import Language, say
from gzg.texts.formats import readable

LONGEST = 60_000
"""Signs of a message: GitHub takes at most 65,536."""

MOST_FAULTS = (60, 20, 5)
"""How many faults are shown in each language; fewer where the message would be too long."""

LINK = "\0"
"""Stands where the address comes; no text that is shown can hold it."""

BREAK = "\\\n  "

ENDINGS = {
    Tells.NOTHING: (),
    Tells.NOT_COUNTED: (Ending.ANSWERED,),
    Tells.CLOSED: (Ending.CLOSED, Ending.MERGED),
    Tells.FAULTY: (Ending.ANSWERED,),
    Tells.PROPOSED: (Ending.PROPOSED, Ending.NOT_OPENED, Ending.MERGED),
}

DECISIONS = {
    Tells.NOTHING: Decision.NOTHING,
    Tells.NOT_COUNTED: Decision.ANSWER,
    Tells.CLOSED: Decision.CLOSED,
    Tells.FAULTY: Decision.ANSWER,
    Tells.PROPOSED: Decision.PROPOSED,
}


def proposal_of(found: Handled) -> Proposal:
    """What is to be done, with the answer for every way in which that can end."""
    answers = {ending: pieces(found, ending) for ending in ENDINGS[found.tells]}
    event = found.event
    decision = DECISIONS[found.tells]
    return Proposal(decision, event.number, event.author, answers, found.version)


def pieces(found: Handled, ending: Ending) -> tuple[str, ...]:
    """The answer, in pieces with the address of the pull request between them."""
    for most in MOST_FAULTS:
        text = _message(found, ending, most)
        if len(text) <= LONGEST:
            break
    return tuple(text.split(LINK))


def _message(found: Handled, ending: Ending, most: int) -> str:
    parts = [note(found.former)]
    for each in (found.language, *(other for other in Language if other is not found.language)):
        report = "\n".join(_report(found, ending, each, most))
        if each is found.language:
            parts.append(report)
        else:
            title = say("pull-request", "other-language", each)
            parts.append(f"<details>\n<summary>{title}</summary>\n\n{report}\n</details>")
    return "\n".join(parts) + "\n"


def _report(found: Handled, ending: Ending, language: Language, most: int) -> Iterator[str]:
    key = found.tells if ending is Ending.ANSWERED else ending
    yield f"## {say(SUBJECT, f'{key}.title', language)}\n\n{_text(found, key, language)}\n"
    faults = list(_faults(found, language))
    if faults:
        yield f"### {say(SUBJECT, 'faults', language)}\n"
        yield from _listed(_in_order(faults, found)[:most], language)
        if len(faults) > most:
            count = readable(len(faults) - most, language)
            yield f"{say(SUBJECT, 'more-faults', language, count=count)}\n"
    if found.tells is not Tells.NOT_COUNTED and ending is not Ending.MERGED:
        yield f"{say(SUBJECT, f'next.{found.tells}', language)}\n"


def _text(found: Handled, key: str, language: Language) -> str:
    """What happened, with the time that counts and what stands meanwhile."""
    parts = [say(SUBJECT, f"{key}.text", language).replace("{link}", LINK)]
    if found.tells is Tells.PROPOSED and found.verdict and found.verdict.time:
        time = instant(found.verdict.time, language)
        parts.append(say(SUBJECT, "time", language, time=time))
    stands = found.tells in {Tells.FAULTY, Tells.NOT_COUNTED} and found.former.submission
    if stands:
        parts.append(say(SUBJECT, "stands", language))
    return "\n\n".join(parts)


def _faults(found: Handled, language: Language) -> Iterator[Fault]:
    """Problems first: what could not be understood may be why a rule finds something."""
    if found.finder is None:
        yield from (worded(each, (), language) for each in found.problems)
        return
    yield from found.finder.of_problems(language)
    if found.verdict:
        report = found.verdict.report
        folder = f"submissions/{found.finder.reading.draft.call}/{found.finder.reading.draft.id}"
        yield from found.finder.of_report(report, folder, language)


def _in_order(faults: list[Fault], found: Handled) -> list[Fault]:
    """In the order of the form and of the lines of a field, what is about the whole first."""
    fields = found.finder.fields if found.finder else ()
    order = {each.label: number for number, each in enumerate(fields)}
    return sorted(faults, key=lambda each: (order.get(each.field, -1), each.line or 0))


def _listed(faults: list[Fault], language: Language) -> Iterator[str]:
    """Field by field."""
    for name, some in groupby(faults, key=lambda each: each.field):
        title = inert(name) if name else say(SUBJECT, "whole", language)
        lines = "".join(f"{_entry(each, language)}\n" for each in some)
        yield f"**{title}**\n\n{lines}"


def _entry(fault: Fault, language: Language) -> str:
    severity = say("report", fault.severity, language)
    where = ""
    if fault.line is not None:
        where = f"{say('annotations', 'line', language, line=fault.line)}: "
    name = f"{severity} {fault.code}".strip()
    remedy = say("annotations", "remedy", language)
    card = _card(fault)
    parts = [
        f"- {where}**{name}** {inert(fault.message)}",
        f"*{remedy}:* {inert(fault.remedy)}{card}",
    ]
    return BREAK.join(parts)


def _card(fault: Fault) -> str:
    if not fault.code:
        return ""
    return f" ([{fault.code}](<{fault.url}>))" if fault.url else f" ({code(fault.code)})"
