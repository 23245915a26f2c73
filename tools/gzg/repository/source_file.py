"""One text file: its bytes as text, its data and faults, and positions on demand."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from gzg.diagnostics import FieldPath, Span
from gzg.repository import layout, yaml_text
from gzg.repository.faults import Fault, FaultName, Problem, shown

FENCE = "---"
_CONTROLS = bytes(byte for byte in range(32) if byte != ord("\n")) + b"\x7f"
_INVISIBLE = re.compile(
    r"\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e"
    r"\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
_INVISIBLE_LEADS = (b"\xe2\x80", b"\xe2\x81", b"\xef", b"\xc2", b"\xd8\x9c", b"\xf3\xa0")
"""How the characters of `_INVISIBLE` beyond ASCII begin in UTF-8: most files have none of these."""
_NO_BREAK = "\xa0"
_NO_SPACE = re.compile(r"^ *(?:(?:- )?[a-z_]+:|-)?\xa0", re.MULTILINE)
"""The no-break space of a word processor, where YAML needs a space: it would become text."""

_MARK = "\ufeff"


@dataclass(frozen=True)
class SourceFile:
    """A text file as it was read.

    `data` is the mapping of a YAML file, or of the front matter of a Markdown file; `body_line`
    is the line on which the Markdown text begins; `without_value` are the keys that stand there
    with nothing behind them, and count as absent. Positions are made by a second walk over the
    same text, and only when a fault needs them: most files have none.
    """

    path: str
    text: str
    data: Mapping[str, object]
    faults: tuple[Fault, ...] = ()
    body_line: int = 1
    without_value: tuple[FieldPath, ...] = ()

    @cached_property
    def positions(self) -> yaml_text.Positions:
        """Where the fields stand."""
        return yaml_text.locate(_yaml_part(self.path, self.text)[0])

    def span_of(self, field: FieldPath) -> Span:
        """The span of a field, of its nearest parent where the field is absent."""
        return self.positions.of(field)

    @property
    def body(self) -> str:
        """The Markdown text without the front matter."""
        before = self.body_line - 1
        lines = self.text.split("\n", before)
        return lines[before] if len(lines) > before else ""

    def line(self, number: int) -> str:
        """The text of one line, counted from 1; empty beyond the end."""
        lines = self.text.split("\n")
        return lines[number - 1].rstrip("\r") if 0 < number <= len(lines) else ""


def read_source(path: str, raw: bytes) -> SourceFile:
    """The file that these bytes are; never raises.

    A file for download, an annex, or one out of place is only text: nothing is asked of it.
    """
    if not _is_read(path):
        return SourceFile(path, raw.decode("utf-8", "replace"), {})
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        fault = Fault(FaultName.NOT_UTF8, span=_span_of_byte(raw, error.start))
        return SourceFile(path, raw.decode("utf-8", "replace"), {}, (fault,))
    refused = _refused_characters(path, raw, text)
    yaml_part, body_line = _yaml_part(path, text)
    if not yaml_part:
        return SourceFile(path, text, {}, refused or _unclosed(path, text), body_line)
    data, faults, without_value = yaml_text.read(yaml_part)
    if refused:
        faults = (*refused, *(fault for fault in faults if fault.name != FaultName.SYNTAX))
    elif not faults and data is not None and not isinstance(data, dict):
        values = {"field": "", "value": shown(data), "wanted": "record"}
        faults = (*faults, Fault(FaultName.WRONG_TYPE, values=values))
    record = data if isinstance(data, dict) else {}
    return SourceFile(path, text, record, faults, body_line, without_value)


def _is_read(path: str) -> bool:
    """Whether the catalogue is made from this file."""
    first, second = layout.record_at, layout.reading_text_at
    if path.endswith(".md"):
        first, second = second, first
    return first(path) is not None or second(path) is not None or path == layout.REGISTER


def _yaml_part(path: str, text: str) -> tuple[str, int]:
    """The YAML in a file, on the lines where it stands, and the first line after it."""
    if not path.endswith(".md"):
        return ("" if path.endswith(".csv") else text), 1
    if not text.startswith(FENCE):
        return "", 1
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return "", 1
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == FENCE:
            return "\n" + "\n".join(lines[1:number]) + "\n", number + 2
    return "", 1


def _unclosed(path: str, text: str) -> tuple[Fault, ...]:
    """The fault of front matter that begins and never ends, in a file that must have it."""
    if text.partition("\n")[0].rstrip() != FENCE or not layout.record_at(path):
        return ()
    values = {"problem": Problem.FRONT_MATTER}
    return (Fault(FaultName.SYNTAX, span=_span_of_index(text, 0), values=values),)


def _span_of_byte(raw: bytes, offset: int) -> Span:
    before = raw[:offset]
    line = before.count(b"\n") + 1
    column = len(before.rsplit(b"\n", 1)[-1].decode("utf-8", "replace")) + 1
    return Span(line, column, line, column + 1)


def _refused_characters(path: str, raw: bytes, text: str) -> tuple[Fault, ...]:
    """A tab in YAML, and characters that nobody can see; the first of each."""
    has_controls = len(raw.translate(None, _CONTROLS)) < len(raw)
    if not has_controls and (text.isascii() or not any(lead in raw for lead in _INVISIBLE_LEADS)):
        return ()
    faults = []
    tab = text.find("\t")
    if tab >= 0 and not path.endswith((".md", ".csv")):
        faults.append(Fault(FaultName.TAB, span=_span_of_index(text, tab)))
    found = _INVISIBLE.search(text)
    if not found and not path.endswith((".md", ".csv")):
        found = _NO_SPACE.search(text)
    if found:
        character = found[0][-1]
        values = {
            "character": f"U+{ord(character):04X}",
            "mark": character == _MARK,
            "space": character == _NO_BREAK,
        }
        span = _span_of_index(text, found.end() - 1)
        faults.append(Fault(FaultName.INVISIBLE, span=span, values=values))
    return tuple(faults)


def _span_of_index(text: str, index: int) -> Span:
    line = text.count("\n", 0, index) + 1
    column = index - (text.rfind("\n", 0, index) + 1) + 1
    return Span(line, column, line, column + 1)
