"""A report for the screen: place, message, the line itself with a mark under it, and the remedy.

Strangers write the lines that are shown here: what cannot be seen, or would steer a terminal, is
written out as its code.
"""

from collections.abc import Iterator

from gzg.diagnostics import Severity
from gzg.engine.report import Report, Worded
from gzg.texts import Language, say

WIDEST_LINE = 160


def render(report: Report, language: Language) -> str:
    """The whole report, with a closing line that counts."""
    parts = [
        line for worded in report.worded(language) for line in _entry(worded, report, language)
    ]
    parts.append(closing_line(report, language))
    return "\n".join(parts) + "\n"


def _entry(worded: Worded, report: Report, language: Language) -> Iterator[str]:
    diagnostic = worded.diagnostic
    span = diagnostic.span
    severity = say("report", diagnostic.severity, language)
    place = f"{shown(diagnostic.path)}:{span.line}:{span.column}"
    yield f"{place}: {severity} {diagnostic.code} {shown(worded.message)}"
    number = f"{span.line:>3}"
    line = report.repository.source(diagnostic.path).line(span.line) if span else ""
    if line.strip():
        cut = shown(line[:WIDEST_LINE])
        until = span.end_column if span.end_line == span.line else len(line.rstrip()) + 1
        width = max(1, min(until, WIDEST_LINE + 1) - span.column)
        yield f"{number} | {cut}"
        if span.column <= WIDEST_LINE:
            lead = len(shown(line[: span.column - 1]))
            yield f"{' ' * len(number)} | {' ' * lead}{'^' * width}"
    yield f"{' ' * len(number)} = {shown(worded.remedy)}  {worded.url}"


def closing_line(report: Report, language: Language) -> str:
    """How many records were judged and what was found."""
    counts = {str(severity): report.count(severity) for severity in Severity}
    if not any(counts.values()):
        return say("report", "clean", language, records=report.records)
    return say("report", "summary", language, records=report.records, **counts)


def shown(text: str) -> str:
    """Text that is safe on a terminal: invisible characters as their code."""
    return "".join(
        char if char.isprintable() else ("  " if char == "\t" else f"<U+{ord(char):04X}>")
        for char in text
    )
