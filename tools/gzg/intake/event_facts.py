"""Facts out of an event file, each by its way of keys, of the kind that it must be.

Which facts an event has is for `intake.event` and `issue_form.event`.
"""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import TypeVar

from gzg.errors import GzgError
from gzg.texts import Language, say

T = TypeVar("T")

MOST_NUMBER = 2**53
"""Above this a number in JSON is not the same for everybody who reads it."""

YEARS = range(1970, 9000)
"""Every time zone can tell these in its own way."""


class AbsentError(Exception):
    """A fact that must be in the event and is not, by its way in the file."""


def facts_in(raw: bytes, language: Language, facts: Callable[[object], T]) -> T:
    """What `facts` makes of an event file.

    Raises GzgError where it is no JSON, and where a fact is absent or of the wrong kind.
    """
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError):
        raise GzgError(say("errors", "event-no-json", language)) from None
    try:
        return facts(data)
    except AbsentError as absent:
        raise GzgError(say("errors", "event-incomplete", language, field=absent)) from None


def at(data: object, *way: str) -> object:
    """What stands at the end of a way of keys; None where it does not lead there."""
    for key in way:
        data = data.get(key) if isinstance(data, Mapping) else None
    return data


def needed(data: object, kind: type[T], *way: str) -> T:
    """What stands there; raises AbsentError where that is nothing, or of another kind."""
    found = at(data, *way)
    if type(found) is not kind:
        raise AbsentError(".".join(way))
    return found


def number(data: object, *way: str) -> int:
    """What a forge counts its pull requests with, from one."""
    found = needed(data, int, *way)
    if not 0 < found <= MOST_NUMBER:
        raise AbsentError(".".join(way))
    return found


def instant(data: object, *way: str) -> datetime:
    """A time with its zone: as text, or as seconds since 1970, which GitHub writes in places."""
    found = at(data, *way)
    try:
        if type(found) is int:
            return datetime.fromtimestamp(found, UTC)
        instant = datetime.fromisoformat(found) if isinstance(found, str) else None
    except (ValueError, OverflowError, OSError):
        instant = None
    if instant is None or instant.tzinfo is None or instant.year not in YEARS:
        raise AbsentError(".".join(way))
    return instant
