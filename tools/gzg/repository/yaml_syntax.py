"""Why a YAML text cannot be read, and where, from what the parser says of it.

The parser's sentences are English and speak of its own inner states; a rule's card needs to know
what a person did. `PROBLEMS` is the table from the one to the other.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from types import MappingProxyType
from typing import Any, NamedTuple

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]

from gzg.diagnostics import FILE_START, Span
from gzg.repository.faults import Fault, FaultName, Problem


class _Seen(NamedTuple):
    """What a sentence of the parser means, and whether the place where it began says more."""

    problem: Problem
    at_context: bool = False


PROBLEMS: Mapping[str, _Seen] = MappingProxyType(
    {
        "could not find expected ':'": _Seen(Problem.COLON, True),
        "found unexpected end of stream": _Seen(Problem.QUOTE, True),
        "found unexpected document indicator": _Seen(Problem.QUOTE, True),
        "did not find expected ',' or ']'": _Seen(Problem.BRACKET, True),
        "did not find expected ',' or '}'": _Seen(Problem.BRACKET, True),
        "did not find expected <document start>": _Seen(Problem.INDENTATION),
        "found character that cannot start any token": _Seen(Problem.SPECIAL),
        "did not find expected alphabetic or numeric character": _Seen(Problem.SPECIAL, True),
        "did not find expected node content": _Seen(Problem.SPECIAL),
        "did not find expected comment or line break": _Seen(Problem.SPECIAL, True),
        "could not find expected directive name": _Seen(Problem.SPECIAL, True),
        "found unexpected non-alphabetical character": _Seen(Problem.SPECIAL, True),
        "found undefined tag handle": _Seen(Problem.SPECIAL),
        "did not find the expected '>'": _Seen(Problem.SPECIAL, True),
        "found unknown escape character": _Seen(Problem.ESCAPE),
        "did not find expected hexdecimal number": _Seen(Problem.ESCAPE),
        "block sequence entries are not allowed in this context": _Seen(Problem.DASH),
        "mapping keys are not allowed in this context": _Seen(Problem.SPECIAL),
    }
)
"""The parser's sentence → what it means. Three sentences need a look at the text: see below."""

CONFLICT = {mark: re.compile(rf"^{mark * 7}(?: .*)?\r?$", re.MULTILINE) for mark in ("<", "=", ">")}
"""The lines that Git writes around and between the two versions of a merge conflict."""

_LINE_END = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")
"""Where the parser begins a new line (YAML 1.1, 4.2)."""

_BEGINS_ANEW = re.compile(r" *(?:- |[\w-]+: )")
"""How a line begins that was not meant to go on with the text of the one before."""

_NEARLY_DASH = re.compile(r" *(?:-\S|[–—•·▪*])")
"""What stands before an item of a list instead of a hyphen and a space."""

NO_KEY = "did not find expected key"
NO_DASH = "did not find expected '-' indicator"
NO_MAPPING = "mapping values are not allowed in this context"


def syntax_fault(error: yaml.YAMLError, text: str) -> Fault:
    """The fault that a parser's error is, at the line where a person can mend it."""
    if conflict := _conflict(text):
        return conflict
    sentence = str(getattr(error, "problem", ""))
    mark: Any = getattr(error, "problem_mark", None)
    if mark is None:
        return Fault(FaultName.SYNTAX, span=FILE_START, values={"problem": Problem.OTHER})
    lines = _LINE_END.split(text)
    line, column = mark.line, mark.column
    problem = Problem.OTHER
    if sentence in {NO_KEY, NO_DASH}:
        problem, line, column = _out_of_place(lines, error, text)
    elif sentence == NO_MAPPING:
        problem, line, column = _unexpected_colon(lines, line, column)
    elif seen := PROBLEMS.get(sentence):
        problem = seen.problem
        context: Any = getattr(error, "context_mark", None)
        if seen.at_context and context is not None:
            line, column = context.line, context.column
        if problem is Problem.COLON and _is_item(lines, line):
            problem = Problem.NO_DASH
    return Fault(FaultName.SYNTAX, span=_rest(lines, line, column), values={"problem": problem})


def _conflict(text: str) -> Fault | None:
    """That Git could not join two versions and left both, from the first of its three lines."""
    found = [CONFLICT[mark].search(text) for mark in CONFLICT]
    first = found[0]
    if first is None or not all(found):
        return None
    line = text.count("\n", 0, first.start())
    span = _rest(text.split("\n"), line, 0)
    return Fault(FaultName.SYNTAX, span=span, values={"problem": Problem.CONFLICT})


def _out_of_place(lines: list[str], error: Any, text: str) -> tuple[Problem, int, int]:
    """Something behind a text in quotation marks; or a line that stands too far in or out."""
    line, column = error.problem_mark.line, error.problem_mark.column
    if lines[line][:column].strip(" -"):
        begin = _last_begin(text)
        if begin and begin.line < line and _BEGINS_ANEW.match(lines[line]):
            return Problem.QUOTE, begin.line, begin.column
        return Problem.AFTER_QUOTE, line, column
    if error.problem == NO_DASH and column == error.context_mark.column:
        return Problem.NO_DASH, line, column
    return Problem.INDENTATION, line, column


def _last_begin(text: str) -> Any:
    """Where the last thing begins that the parser could read."""
    parser: Any = CParser(text)
    mark = None
    with suppress(yaml.YAMLError):
        while parser.check_event():
            mark = parser.get_event().start_mark
    return mark


def _is_item(lines: list[str], line: int) -> bool:
    """Whether a line without a colon stands where a list has its items, or looks like one."""
    before = next((each for each in reversed(lines[:line]) if each.strip()), "")
    is_below_item = before.lstrip().startswith("- ") and _indent(before) == _indent(lines[line])
    return is_below_item or bool(_NEARLY_DASH.match(lines[line]))


def _unexpected_colon(lines: list[str], line: int, column: int) -> tuple[Problem, int, int]:
    """A colon inside a text; or the line before lacks its hyphen or colon; or this is indented."""
    if ": " in lines[line][:column]:
        return Problem.COLON_IN_TEXT, line, column
    before = next((n for n in range(line - 1, -1, -1) if lines[n].strip()), line)
    if before < line and _NEARLY_DASH.match(lines[before]):
        return Problem.NO_DASH, before, _indent(lines[before])
    if before == line or _indent(lines[line]) > _indent(lines[before]):
        return Problem.INDENTATION, line, _indent(lines[line])
    return Problem.COLON, before, _indent(lines[before])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _rest(lines: list[str], line: int, column: int) -> Span:
    """From there to the end of the line; the last line with text where that is beyond the end."""
    while line > 0 and (line >= len(lines) or not lines[line].strip()):
        line, column = line - 1, 0
    width = len(lines[line].rstrip())
    begin = min(max(column, _indent(lines[line])), width)
    return Span(line + 1, begin + 1, line + 1, max(width, begin + 1) + 1)
