"""The verdict as a message below the pull request, for people: in one language, and then the other.

What comes from the dossier or the forge passes through `reporters.markup`.
"""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime

from gzg.engine.conditions import Condition
from gzg.intake.dossier_tables import LONGEST_CELL, budget, consortium
from gzg.intake.verdict import Compared, HandedIn, Outcome, Similar, Verdict
from gzg.model.base import localised
from gzg.reporters.markdown import faults
from gzg.reporters.markup import code, inert, table
from gzg.rules.submissions import zone_of
from gzg.texts import Language, say
from gzg.texts.formats import readable

MARK = "<!-- gzg pull-request -->"
"""By this first line a later report finds the message that it replaces."""

LONGEST = 60_000
"""Signs of a message: GitHub takes at most 65,536."""

MOST_FAULTS = (50, 15, 5)
"""How many diagnostics are shown in each language; fewer where the message would be too long."""

SUBJECT = "pull-request"


def render(verdict: Verdict, language: Language) -> str:
    """The whole message."""
    for most in MOST_FAULTS:
        text = _message(verdict, language, most, has_tables=True)
        if len(text) <= LONGEST:
            return text
    return _message(verdict, language, MOST_FAULTS[-1], has_tables=False)


def _message(verdict: Verdict, language: Language, most: int, *, has_tables: bool) -> str:
    parts = [MARK]
    for each in (language, *(other for other in Language if other is not language)):
        report = "\n".join(_report(verdict, each, most, has_tables=has_tables))
        if each is language:
            parts.append(report)
        else:
            title = say(SUBJECT, "other-language", each)
            parts.append(f"<details>\n<summary>{title}</summary>\n\n{report}\n</details>")
    return "\n".join(parts) + "\n"


def _report(verdict: Verdict, language: Language, most: int, *, has_tables: bool) -> Iterator[str]:
    """Section by section, each of whole lines."""
    heading, text = _conclusion(verdict)
    yield f"## {say(SUBJECT, heading, language)}\n\n{say(SUBJECT, text, language)}\n"
    if verdict.handed_in:
        yield _facts(verdict, verdict.handed_in, language)
    if verdict.conditions and has_tables:
        yield _conditions(verdict.conditions, language)
    if verdict.report.diagnostics:
        found = faults(verdict.report, language, most)
        yield f"### {say(SUBJECT, 'faults', language)}\n\n{found}"
    if verdict.handed_in and verdict.outcome is not Outcome.UNCHANGED:
        if not has_tables:
            yield f"{say(SUBJECT, 'too-long', language)}\n"
        else:
            yield from _tables(verdict, language)
    if verdict.similar or verdict.compared:
        yield _similar(verdict.similar, verdict.compared, language)
    if verdict.receipt:
        yield _receipt(verdict, language)


def _conclusion(verdict: Verdict) -> tuple[str, str]:
    """The keys of the heading and of the sentence under it."""
    if verdict.outcome is Outcome.UNCHANGED:
        return "unchanged", "received-text" if verdict.receipt else "unchanged-text"
    if verdict.handed_in:
        return verdict.outcome, f"{verdict.outcome}-text"
    key = "not-in-order" if verdict.is_refused else "in-order"
    return key, f"{key}-text"


def _facts(verdict: Verdict, handed_in: HandedIn, language: Language) -> str:
    """What it is about: dossier, call, time and amount."""
    rows = [("dossier", _dossier(handed_in))]
    zone = zone_of(verdict.catalogue)
    if call := handed_in.call:
        main = verdict.catalogue.programme.main_language if verdict.catalogue.programme else "nl"
        rows.append(("call", inert(localised(call.title, language, main)[0])))
    unknown = say(SUBJECT, "time-unknown", language)
    rows.append(("time", instant(verdict.time, language) if verdict.time else unknown))
    if handed_in.call and handed_in.call.closes and zone:
        closes = handed_in.call.closes.last_instant(zone)
        rows.append(("closes", instant(closes, language)))
    if handed_in.submission:
        amount = readable(handed_in.submission.requested, language)
        rows.append(("requested", say(SUBJECT, "euro", language, amount=amount)))
    return _listed(rows, language)


def _dossier(handed_in: HandedIn) -> str:
    title = f"{inert(handed_in.submission.title)} " if handed_in.submission else ""
    return f"{title}({code(handed_in.id)})"


def instant(time: datetime, language: Language) -> str:
    """Day and clock to the second, with the zone that they are in."""
    return f"{readable(time.date(), language)} {time:%H:%M:%S} ({time.tzinfo})"


def _conditions(conditions: tuple[Condition, ...], language: Language) -> str:
    """What the call asks, what stands in the dossier, and whether that will do."""
    keys = ("condition", "wanted", "found", "judged")
    rows = [
        [
            inert(each.title[language]),
            inert(each.wanted[language], LONGEST_CELL),
            inert(each.found[language], LONGEST_CELL),
            say(SUBJECT, f"condition.{each.verdict}", language),
        ]
        for each in conditions
    ]
    heads = [say(SUBJECT, key, language) for key in keys]
    return f"### {say(SUBJECT, 'conditions', language)}\n\n{table(heads, rows)}"


def _tables(verdict: Verdict, language: Language) -> Iterator[str]:
    handed_in = verdict.handed_in
    if handed_in is None or handed_in.submission is None:
        return
    yield consortium(handed_in, verdict.catalogue, language)
    if handed_in.submission.budget:
        yield budget(handed_in, verdict.catalogue, language)


def _similar(found: tuple[Similar, ...], compared: Compared | None, language: Language) -> str:
    """Who to talk to, and how much was compared: nothing found in a part is not nothing there."""
    text = say(SUBJECT, "similar-text" if found else "similar-none", language)
    lines = [f"### {say(SUBJECT, 'similar', language)}\n\n{text}\n"]
    if compared:
        counts = {key: readable(count, language) for key, count in asdict(compared).items()}
        lines.append(f"{say(SUBJECT, 'similar-partly', language, **counts)}\n")
    for each in found:
        line = f"- **{inert(each.title)}** ({say(SUBJECT, each.kind, language)})"
        if each.parties:
            names = inert(readable(each.parties, language))
            line += f"\\\n  {say(SUBJECT, 'similar-parties', language, names=names)}"
        if each.why:
            words = inert(", ".join(each.why))
            line += f"\\\n  {say(SUBJECT, 'similar-why', language, words=words)}"
        lines.append(line)
    return "\n".join(lines) + "\n"


def _receipt(verdict: Verdict, language: Language) -> str:
    receipt = verdict.receipt
    assert receipt is not None
    time = verdict.time or receipt.received
    rows = [
        ("number", code(receipt.number)),
        ("received", instant(time, language)),
        ("head", code(receipt.head)),
        ("digest", code(receipt.digest)),
    ]
    is_new = verdict.outcome is not Outcome.UNCHANGED
    text = f"{say(SUBJECT, 'receipt-text', language)}\n\n" if is_new else ""
    return f"### {say(SUBJECT, 'receipt', language)}\n\n{text}{_listed(rows, language)}"


def _listed(rows: list[tuple[str, str]], language: Language) -> str:
    return "".join(f"- **{say(SUBJECT, key, language)}:** {value}\n" for key, value in rows)
