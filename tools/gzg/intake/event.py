"""What a forge says of a pull request, read from its event file: the one place that knows forges.

GitHub's event of `pull_request` is read as it is. Any other forge's facts are given in the neutral
form, which a few lines in its own CI can write:

    {"action": "pushed", "number": 7, "author": 1234, "maintainer": false, "head": "<commit>",
     "opened": "2026-03-02T13:05:09Z", "time": "2026-03-04T09:00:00Z", "url": "https://…"}

**The time that counts.** Opening counts at the moment of opening. A push, and opening again, count
at the forge's time of the last push: what a commit says of itself can be anything. That time is of
the copy as a whole, so it can be later than the push, never earlier; and never earlier than the
opening, because what was pushed before was not handed in yet. Any other action, such as a label,
makes no new time. A copy that was deleted has no time of a push any more.

**A maintainer** is whom GitHub calls the repository's owner, a member of its organisation, or a
collaborator, and who pushed the changes too. When somebody else pushed, only a branch of the
repository itself proves that they may write there: in a branch of a copy, the copy's owner could
otherwise act in the name of the maintainer who offered it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeVar

from gzg.errors import GzgError
from gzg.texts import Language, say

T = TypeVar("T")

MAINTAINERS = frozenset({"OWNER", "MEMBER", "COLLABORATOR"})
MOST_NUMBER = 2**53
"""Above this a number in JSON is not the same for everybody who reads it."""

YEARS = range(1970, 9000)
"""Every time zone can tell these in its own way."""


class Action(StrEnum):
    """What happened to a pull request, as far as it matters."""

    OPENED = "opened"
    PUSHED = "pushed"
    REOPENED = "reopened"
    OTHER = "other"


_GITHUB_ACTIONS = {
    "opened": Action.OPENED,
    "synchronize": Action.PUSHED,
    "reopened": Action.REOPENED,
}


@dataclass(frozen=True)
class Event:
    """A pull request at one moment: `author` is the forge's number of the account.

    `time` is when what is judged came in; None where the forge cannot tell.
    """

    action: Action
    number: int
    author: int
    is_maintainer: bool
    head: str
    opened: datetime
    time: datetime | None
    url: str | None = None


class _AbsentError(Exception):
    """A fact that must be in the event and is not, by its way in the file."""


def read_event(raw: bytes, language: Language) -> Event:
    """The event in a file; raises GzgError where a fact is absent or of the wrong kind."""
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError):
        raise GzgError(say("errors", "event-no-json", language)) from None
    try:
        return _of_github(data) if _at(data, "pull_request") else _neutral(data)
    except _AbsentError as absent:
        raise GzgError(say("errors", "event-incomplete", language, field=absent)) from None


def _of_github(data: object) -> Event:
    action = _GITHUB_ACTIONS.get(_needed(data, str, "action"), Action.OTHER)
    opened = _instant(data, "pull_request", "created_at")
    author = _needed(data, int, "pull_request", "user", "id")
    copy = _at(data, "pull_request", "head", "repo", "id")
    is_inside = copy is not None and copy == _at(data, "pull_request", "base", "repo", "id")
    association = _at(data, "pull_request", "author_association")
    is_known = isinstance(association, str) and association in MAINTAINERS
    is_own_push = _at(data, "sender", "id") == author
    time: datetime | None = opened
    if action is not Action.OPENED:
        pushed = _at(data, "pull_request", "head", "repo", "pushed_at")
        last = ("pull_request", "head", "repo", "pushed_at")
        time = max(opened, _instant(data, *last)) if pushed is not None else None
    url = _at(data, "pull_request", "html_url")
    return Event(
        action=action,
        number=_number(data, "pull_request", "number"),
        author=author,
        is_maintainer=is_known and (is_own_push or is_inside),
        head=_needed(data, str, "pull_request", "head", "sha"),
        opened=opened,
        time=time,
        url=url if isinstance(url, str) else None,
    )


def _neutral(data: object) -> Event:
    action = _needed(data, str, "action")
    opened = _instant(data, "opened")
    url = _at(data, "url")
    return Event(
        action=Action(action) if action in set(Action) else Action.OTHER,
        number=_number(data, "number"),
        author=_needed(data, int, "author"),
        is_maintainer=_needed(data, bool, "maintainer"),
        head=_needed(data, str, "head"),
        opened=opened,
        time=None if _at(data, "time") is None else max(opened, _instant(data, "time")),
        url=url if isinstance(url, str) else None,
    )


def _at(data: object, *way: str) -> object:
    """What stands at the end of a way of keys; None where it does not lead there."""
    for key in way:
        data = data.get(key) if isinstance(data, Mapping) else None
    return data


def _needed(data: object, kind: type[T], *way: str) -> T:
    found = _at(data, *way)
    if type(found) is not kind:
        raise _AbsentError(".".join(way))
    return found


def _number(data: object, *way: str) -> int:
    """What a forge counts its pull requests with, from one."""
    found = _needed(data, int, *way)
    if not 0 < found <= MOST_NUMBER:
        raise _AbsentError(".".join(way))
    return found


def _instant(data: object, *way: str) -> datetime:
    """A time with its zone: as text, or as seconds since 1970, which GitHub writes in places."""
    found = _at(data, *way)
    try:
        if type(found) is int:
            return datetime.fromtimestamp(found, UTC)
        instant = datetime.fromisoformat(found) if isinstance(found, str) else None
    except (ValueError, OverflowError, OSError):
        instant = None
    if instant is None or instant.tzinfo is None or instant.year not in YEARS:
        raise _AbsentError(".".join(way))
    return instant
