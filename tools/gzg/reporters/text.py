"""A report for the screen: place, message, the line itself with a mark under it, and the remedy.

Strangers write the lines that are shown here: what cannot be seen, or would steer a terminal, is
written out as its code, and what is personal is covered. The text is the same with and without
colour; a style is only named here, in Rich's words.
"""

from collections.abc import Iterator
from typing import NamedTuple

from gzg.diagnostics import Severity, Span
from gzg.engine.report import Report, Worded
from gzg.repository.layout import is_annex
from gzg.texts import Language, say
from gzg.texts.formats import readable

WIDEST_LINE = 160
"""How much of a line is shown, in signs."""

LEAD = 60
"""How much of a longer line is shown before the place in it."""

COVER = "•"
STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.HINT: "bold cyan"}


class Piece(NamedTuple):
    """Some text and how it looks on a terminal."""

    text: str
    style: str = ""


def render(report: Report, language: Language) -> str:
    """The whole report, with a closing line that counts."""
    return "".join(piece.text for piece in pieces(report, language))


def pieces(report: Report, language: Language) -> Iterator[Piece]:
    """The same report, piece by piece, with styles."""
    for worded in report.worded(language):
        yield from _entry(worded, report, language)
    yield Piece(f"{closing_line(report, language)}\n")


def _entry(worded: Worded, report: Report, language: Language) -> Iterator[Piece]:
    diagnostic = worded.diagnostic
    span, style = diagnostic.span, STYLES[diagnostic.severity]
    yield Piece(f"{shown(diagnostic.path)}:{span.line}:{span.column}:", "bold")
    yield Piece(" ")
    yield Piece(f"{say('report', diagnostic.severity, language)} {diagnostic.code}", style)
    yield Piece(f" {shown(worded.message)}\n")
    number = f"{span.line:>3}"
    margin = " " * len(number)
    line = covered(diagnostic.path, span.line, report)
    if line.strip():
        begin, excerpt = window(line, span)
        lead = len(shown(line[begin : span.column - 1]))
        end = span.end_column if span.end_line == span.line else len(line.rstrip()) + 1
        marked = shown(line[span.column - 1 : min(end - 1, begin + WIDEST_LINE)])
        yield Piece(f"{number} | ", "dim")
        yield Piece(f"{shown(excerpt)}\n")
        yield Piece(f"{margin} | ", "dim")
        yield Piece(f"{' ' * lead}{'^' * max(1, len(marked))}\n", style)
    yield Piece(f"{margin} = ", "dim")
    yield Piece(f"{shown(worded.remedy)}  ")
    yield Piece(f"{way_to_card(worded, report, language)}\n", "dim")


def way_to_card(worded: Worded, report: Report, language: Language) -> str:
    """The address of the rule's page, or the command that shows the same where there is no site."""
    if report.site:
        return worded.url
    other_language = "" if language is Language.NL else f" --lang {language}"
    return f"gzg explain {worded.diagnostic.code}{other_language}"


def covered(path: str, number: int, report: Report) -> str:
    """A line of a file, with a dot for every letter and digit of what is personal in it.

    None of an annex: it has no lines, and what is personal in it stands anywhere.
    """
    if is_annex(path):
        return ""
    line = report.repository.source(path).line(number)
    for span in report.personal.get((path, number), ()):
        found = line[span.column - 1 : span.end_column - 1]
        cover = "".join(COVER if sign.isalnum() else sign for sign in found)
        line = line[: span.column - 1] + cover + line[span.end_column - 1 :]
    return line


def window(line: str, span: Span) -> tuple[int, str]:
    """The part of a line that is shown, and where in the line it begins."""
    begin = 0 if span.column <= WIDEST_LINE - LEAD else span.column - 1 - LEAD
    return begin, line[begin : begin + WIDEST_LINE]


def closing_line(report: Report, language: Language) -> str:
    """How many records were judged and what was found."""
    counted = [(severity, report.count(severity)) for severity in Severity]
    found = [
        say(
            "report",
            f"{severity}-{'one' if count == 1 else 'many'}",
            language,
            count=readable(count, language),
        )
        for severity, count in counted
        if count
    ]
    records = say(
        "report",
        "records-one" if report.records == 1 else "records-many",
        language,
        count=readable(report.records, language),
    )
    if not found:
        return say("report", "clean", language, records=records)
    return say("report", "summary", language, records=records, found=", ".join(found))


def shown(text: str) -> str:
    """Text that is safe on a terminal: invisible characters as their code."""
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() else ("  " if char == "\t" else f"<U+{ord(char):04X}>")
        for char in text
    )
