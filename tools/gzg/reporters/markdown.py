"""A report that a person reads on a forge: every diagnostic under its file, with its remedy.

All that comes from records passes through `markup`, so that it cannot do anything there.
"""

from itertools import groupby, islice

from gzg.engine.report import Report, Worded
from gzg.reporters.markup import code, inert
from gzg.reporters.text import closing_line, covered, window
from gzg.texts import Language, say
from gzg.texts.formats import readable

MOST = 200
"""How many diagnostics a report shows: a step summary has an end, and so has a reader."""

BREAK = "\\\n  "
"""A new line within an item of a list."""


def render(report: Report, language: Language) -> str:
    """The closing line of the report on the screen as heading, then the diagnostics."""
    return f"### {inert(closing_line(report, language))}\n\n{faults(report, language, MOST)}"


def faults(report: Report, language: Language, most: int) -> str:
    """The first `most` diagnostics, file by file, and how many are left out."""
    shown = islice(report.worded(language), most)
    files = groupby(shown, lambda worded: worded.diagnostic.path)
    parts = [_file(path, list(entries), report, language) for path, entries in files]
    if (rest := len(report.diagnostics) - most) > 0:
        key = "more-one" if rest == 1 else "more-many"
        parts.append(f"{say('annotations', key, language, count=readable(rest, language))}\n")
    return "\n".join(parts)


def _file(path: str, entries: list[Worded], report: Report, language: Language) -> str:
    lines = [_entry(worded, report, language) for worded in entries]
    return f"**{code(path)}**\n\n" + "".join(f"{line}\n" for line in lines)


def _entry(worded: Worded, report: Report, language: Language) -> str:
    diagnostic = worded.diagnostic
    number = say("annotations", "line", language, line=diagnostic.span.line)
    severity = say("report", diagnostic.severity, language)
    remedy = say("annotations", "remedy", language)
    line = covered(diagnostic.path, diagnostic.span.line, report)
    parts = [
        f"- {number}: **{severity} {diagnostic.code}** {inert(worded.message)}",
        code(window(line, diagnostic.span)[1].strip()) if line.strip() else "",
        f"*{remedy}:* {inert(worded.remedy)} {_card(worded, report)}",
    ]
    return BREAK.join(part for part in parts if part)


def _card(worded: Worded, report: Report) -> str:
    rule = worded.diagnostic.code
    return f"([{rule}](<{worded.url}>))" if report.site else f"({code(f'gzg explain {rule}')})"
