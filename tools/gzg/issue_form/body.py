"""The text of an issue, taken apart into the fields of a form by their headings.

A forge writes each field of a form as a heading of level 3 and what was typed below it. People
edit that text afterwards, so nothing of it is sure: a heading may be gone, changed or there twice.
A line is looked at as a whole, never by a pattern that could take long on a hostile one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gzg.diagnostics import FieldPath
from gzg.issue_form.event import LONGEST_TEXT
from gzg.issue_form.fields import README, FormField, Shape, call_label
from gzg.issue_form.problem import Problem, ProblemName
from gzg.model.base import LONGEST_ID, SLUG_PATTERN
from gzg.texts import Language

_HEADING = "### "
_FENCE = "```"
NOTHING = frozenset({"", "_no response_", "none"})
"""What a forge writes for a field that was left empty."""


@dataclass(frozen=True)
class Filled:
    """What was typed in each field whose heading is there, and what is wrong with the headings."""

    texts: Mapping[FieldPath, str]
    problems: tuple[Problem, ...] = ()


def form_of(text: str) -> tuple[str, Language] | None:
    """The call that a form is for and the language of its headings; None where it is no form.

    A form begins with its call. A text that begins in another way is somebody's own issue.
    """
    lines = [line.strip() for line in text[:LONGEST_TEXT].split("\n") if line.strip()]
    name = _heading(lines[0]) if len(lines) > 1 else None
    if name is None or len(lines[1]) > LONGEST_ID or not re.fullmatch(SLUG_PATTERN, lines[1]):
        return None
    language = next((each for each in Language if name == _name(call_label(each))), None)
    return (lines[1], language) if language else None


def filled(text: str, fields: Sequence[FormField]) -> Filled:
    """What was typed in each field; of a heading that is there twice the first counts."""
    by_name = {_name(each.label): each for each in fields}
    found: dict[FieldPath, list[str]] = {}
    twice: dict[FieldPath, None] = {}
    below: list[str] = []
    for line in text.split("\n"):
        field = by_name.get(_heading(line) or "")
        if field is None or README in found:
            below.append(line)
            continue
        below = []
        if field.path in found:
            twice[field.path] = None
            continue
        found[field.path] = below
    shapes = {each.path: each.shape for each in fields}
    texts = {path: _typed(shapes[path], lines) for path, lines in found.items()}
    problems = tuple(Problem(ProblemName.HEADING_TWICE, path) for path in twice)
    return Filled(texts, problems)


def ticked(text: str) -> Iterator[str]:
    """What is ticked in a list of boxes."""
    for line in text.split("\n"):
        mark, _, label = line.strip().partition("]")
        if mark.lower() in {"- [x", "* [x"}:
            yield label.strip()


def _heading(line: str) -> str | None:
    """The name in a heading of level 3; None where the line is none."""
    return _name(line[len(_HEADING) :]) if line.startswith(_HEADING) else None


def _name(label: str) -> str:
    return " ".join(label.split()).casefold()


def _typed(shape: Shape, lines: list[str]) -> str:
    whole = [number for number, line in enumerate(lines) if line.strip()]
    kept = lines[whole[0] : whole[-1] + 1] if whole else []
    if shape is Shape.RECORD and len(kept) > 1 and kept[0].startswith(_FENCE):
        kept = kept[1:-1] if kept[-1].strip() == _FENCE else kept[1:]
    text = "\n".join(kept)
    if shape is Shape.CHOICES and not any(ticked(text)):
        return ""  # all boxes stand in the text, also where none is ticked
    return "" if text.strip().casefold() in NOTHING else text
