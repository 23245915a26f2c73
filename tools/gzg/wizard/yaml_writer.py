"""Plain data to YAML text, the same bytes for the same data on every machine and in every program.

The whole form, so that another program can write the same bytes:

- block style, two spaces a level, items of a list one level in; nothing is written for None;
- keys stand in the order in which they are given; an empty list is `[]`, an empty mapping `{}`;
- a whole amount has no decimals, any other has two or as many as it was given;
- text on one line is plain where that cannot be misread (`_PLAIN`, `_MISREAD`), otherwise in double
  quotes with the escapes of JSON and of all that cannot be seen (`_UNSEEN`);
- text that does not fit in `WIDTH` columns is folded behind `>-` at single spaces, each line as
  full as it can be; text of several lines stands behind `|-`; text that neither can hold exactly
  is in double quotes on one line;
- comments stand above what they are about, each line behind `# `.

`gzg.repository.yaml_text` reads the same data back.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType

from gzg.diagnostics import FieldPath

WIDTH = 100
_STEP = "  "
_CENTS = Decimal("0.01")
_PLAIN = re.compile(r"[0-9A-Za-z\xc0-\xd6\xd8-\xf6\xf8-\u024f](?:(?!: | #|:\Z).)*(?<! )")
"""Begins with a digit or a Latin letter: which signs are letters elsewhere differs by version."""

_MISREAD = re.compile(
    r"[0-9][0-9_.,:]*(?:[eE][-+]?[0-9]+)?|0[xob][0-9a-fA-F_]+"
    r"|(?i:true|false|null|yes|no|on|off|y|n)"
)
_UNSEEN = re.compile(
    r"[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff"
    r"\U000e0000-\U000e0fff]"
)

Comments = Mapping[FieldPath, Sequence[str]]
"""The way to a field → the lines that stand above it, without their `# `."""

NO_COMMENTS: Comments = MappingProxyType({})


def written(
    data: Mapping[str, object], comments: Comments = NO_COMMENTS, ending: Sequence[str] = ()
) -> str:
    """The text of a mapping, with comments above its fields and, in `ending`, below the last."""
    lines = [*_mapping(data, (), "", comments), *(_comment(each, "") for each in ending)]
    return "".join(f"{line}\n" for line in lines)


def _mapping(
    data: Mapping[str, object], path: FieldPath, indent: str, comments: Comments
) -> Iterator[str]:
    for key, value in data.items():
        if value is not None:
            yield from (_comment(each, indent) for each in comments.get((*path, key), ()))
            yield from _value(f"{indent}{_key(key)}:", value, (*path, key), indent, comments)


def _sequence(
    items: Sequence[object], path: FieldPath, indent: str, comments: Comments
) -> Iterator[str]:
    for index, item in enumerate(items):
        way = (*path, index)
        yield from (_comment(each, indent) for each in comments.get(way, ()))
        if isinstance(item, Mapping) and any(each is not None for each in item.values()):
            yield from _item(item, way, indent, comments)
        else:
            yield from _value(f"{indent}-", item, way, indent, comments)


def _item(
    data: Mapping[str, object], path: FieldPath, indent: str, comments: Comments
) -> Iterator[str]:
    """A mapping in a list: its first key stands behind the dash, below the comments on it."""
    first = next(key for key, value in data.items() if value is not None)
    yield from (_comment(each, indent) for each in comments.get((*path, first), ()))
    inner = {way: lines for way, lines in comments.items() if way != (*path, first)}
    lines = _mapping(data, path, indent + _STEP, inner)
    yield f"{indent}- {next(lines).lstrip(' ')}"
    yield from lines


def _value(
    lead: str, value: object, path: FieldPath, indent: str, comments: Comments
) -> Iterator[str]:
    """A value behind `lead`, which is a key with its colon or the dash of an item."""
    inner = indent + _STEP
    match value:
        case Mapping() if value:
            yield lead
            yield from _mapping(value, path, inner, comments)
        case list() | tuple() if value:
            yield lead
            yield from _sequence(value, path, inner, comments)
        case str():
            yield from _text(lead, value, inner)
        case _:
            yield f"{lead} {_word(value)}"


def _word(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case Decimal():
            return _amount(value)
        case int():
            return str(value)
        case Mapping():
            return "{}"
        case list() | tuple():
            return "[]"
    raise TypeError(value)


def _amount(value: Decimal) -> str:
    if value == value.to_integral_value():
        return f"{value.to_integral_value():f}"
    rounded = value.quantize(_CENTS)
    return f"{rounded if rounded == value else value:f}"


def _text(lead: str, text: str, indent: str) -> Iterator[str]:
    if _is_block(text):
        yield f"{lead} |-"
        yield from (f"{indent}{line}" if line else "" for line in text.split("\n"))
    elif len(short := f"{lead} {_line(text)}") > WIDTH and _is_foldable(text):
        yield f"{lead} >-"
        yield from (f"{indent}{line}" for line in filled(text, WIDTH - len(indent)))
    else:
        yield short


def _line(text: str) -> str:
    return text if _is_plain(text) else _quoted(text)


def _is_plain(text: str) -> bool:
    is_word = _PLAIN.fullmatch(text) is not None and not _UNSEEN.search(text)
    return is_word and not _MISREAD.fullmatch(text)


def _quoted(text: str) -> str:
    return _UNSEEN.sub(_escape, json.dumps(text, ensure_ascii=False))


def _escape(found: re.Match[str]) -> str:
    number = ord(found[0])
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"


def _is_block(text: str) -> bool:
    """Whether a text of several lines comes back from behind `|-` as it is."""
    lines = text.split("\n")
    return (
        len(lines) > 1
        and lines[-1] != ""
        and lines[0][:1] not in {"", " "}
        and not any(line.endswith(" ") or _UNSEEN.search(line) for line in lines)
    )


def _is_foldable(text: str) -> bool:
    """Whether a text comes back from behind `>-` as it is: single spaces, nothing unseen."""
    return "" not in text.split(" ") and not _UNSEEN.search(text)


def filled(text: str, width: int) -> Iterator[str]:
    """The words of a text on lines of at most `width` signs; a longer word has its own line."""
    line = ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _key(key: str) -> str:
    return key if _is_plain(key) and ":" not in key else _quoted(key)


def _comment(line: str, indent: str) -> str:
    return f"{indent}# {line}".rstrip(" ")
