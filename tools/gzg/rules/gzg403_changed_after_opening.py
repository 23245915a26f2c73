"""GZG403: the rules of an open call were changed, and no amendment says so.

Values are compared as they are written. What an amendment can hold (a text, a number, a list of
texts) must be in it as `old` and `new`; for anything larger, such as the clusters of criteria, the
amendment tells both in its own words.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, time

from pydantic_core import PydanticCustomError

from gzg.diagnostics import Finding, Severity
from gzg.model.call import Amendment, Call
from gzg.model.dates import parse_moment
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule

FIELDS = (
    "opens",
    "closes",
    "type",
    "focuses",
    "openness",
    "term",
    "budget",
    "minimum_grant",
    "maximum_grant",
    "cofinancing",
    "eligibility",
    "asks",
    "dossier_parts",
    "scoring",
)
ABOUT_A_FACT = {"basis", "sources", "note"}
"""Keys that say how a value is known, which is no rule of the call."""
LONGEST = 60


def check(record: Record, call: Call, context: Context) -> Iterator[Finding]:
    before = context.history.before.get(record.path)
    if before is None or before.faults or not had_opened(before.data, context.now):
        return
    now = record.source.data
    for path in changed(before.data, now):
        old, new = value_at(before.data, path), value_at(now, path)
        field = ".".join(path)
        named = [amendment for amendment in call.amendments if amendment.field == field]
        if not is_told(named, old, new):
            values = {"field": field, "change": as_written(old, new)}
            yield Finding(record.at(*path), values)


def had_opened(data: Mapping[str, object], now: datetime) -> bool:
    """Whether a call, as it was, was a real one that could be answered already."""
    if data.get("draft") is True or data.get("origin") is not None:
        return False
    try:
        opens = parse_moment(data.get("opens"))
    except PydanticCustomError:
        return False
    return datetime.combine(opens.day, opens.clock or time.min, now.tzinfo) <= now


def changed(before: Mapping[str, object], now: Mapping[str, object]) -> Iterator[tuple[str, ...]]:
    """The way to every rule of the call that is not what it was, mapping by mapping."""
    for field in FIELDS:
        yield from differences((field,), before.get(field), now.get(field))


def differences(path: tuple[str, ...], old: object, new: object) -> Iterator[tuple[str, ...]]:
    if old == new:
        return
    mappings = [value for value in (old, new) if isinstance(value, Mapping)]
    if not mappings or any(not isinstance(value, Mapping | None) for value in (old, new)):
        if comparable(old) != comparable(new):
            yield path
        return
    for key in sorted({key for value in mappings for key in value} - ABOUT_A_FACT):
        inner = [value.get(key) if isinstance(value, Mapping) else None for value in (old, new)]
        yield from differences((*path, key), *inner)


def value_at(data: Mapping[str, object], path: Sequence[str]) -> object:
    """The value that stands there, in the form in which an amendment can hold it."""
    value: object = data
    for step in path:
        value = value.get(step) if isinstance(value, Mapping) else None
    return comparable(value)


def comparable(value: object) -> object:
    """A list of dossier parts as the list of their ids; all other values as they are."""
    if isinstance(value, list) and all(isinstance(item, dict) and "part" in item for item in value):
        return [item["part"] for item in value]
    return value


def is_told(amendments: Sequence[Amendment], old: object, new: object) -> bool:
    """Whether a chain of amendments of one field leads from the old value to the new one."""
    if not amendments:
        return False
    first, last = [held(each.old) for each in amendments], held(amendments[-1].new)
    if is_large(old) or is_large(new):
        return first[-1] is not None and last is not None
    return last == new and old in first


def held(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def is_large(value: object) -> bool:
    """Whether no amendment can hold it."""
    if isinstance(value, list):
        return not all(isinstance(item, str) for item in value)
    return isinstance(value, dict | bool)


def as_written(old: object, new: object) -> str:
    """`old: …, new: …` as it would stand in the amendment."""
    parts = (f"{name}: {in_yaml(value)}" for name, value in (("old", old), ("new", new)))
    return ", ".join(part for part in parts if not part.endswith(": "))


def in_yaml(value: object) -> str:
    if value is None:
        return ""
    if is_large(value):
        return "…"
    text = f"[{', '.join(map(str, value))}]" if isinstance(value, list) else str(value)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


RULE = RecordRule(code="GZG403", severity=Severity.ERROR, model=Call, check=check)
