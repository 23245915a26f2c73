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

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from gzg.intake.event_facts import at, facts_in, instant, needed, number
from gzg.texts import Language

MAINTAINERS = frozenset({"OWNER", "MEMBER", "COLLABORATOR"})


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


def read_event(raw: bytes, language: Language) -> Event:
    """The event in a file; raises GzgError where a fact is absent or of the wrong kind."""
    return facts_in(raw, language, _facts)


def _facts(data: object) -> Event:
    return _of_github(data) if at(data, "pull_request") else _neutral(data)


def _of_github(data: object) -> Event:
    action = _GITHUB_ACTIONS.get(needed(data, str, "action"), Action.OTHER)
    opened = instant(data, "pull_request", "created_at")
    author = needed(data, int, "pull_request", "user", "id")
    copy = at(data, "pull_request", "head", "repo", "id")
    is_inside = copy is not None and copy == at(data, "pull_request", "base", "repo", "id")
    association = at(data, "pull_request", "author_association")
    is_known = isinstance(association, str) and association in MAINTAINERS
    is_own_push = at(data, "sender", "id") == author
    time: datetime | None = opened
    if action is not Action.OPENED:
        pushed = at(data, "pull_request", "head", "repo", "pushed_at")
        last = ("pull_request", "head", "repo", "pushed_at")
        time = max(opened, instant(data, *last)) if pushed is not None else None
    url = at(data, "pull_request", "html_url")
    return Event(
        action=action,
        number=number(data, "pull_request", "number"),
        author=author,
        is_maintainer=is_known and (is_own_push or is_inside),
        head=needed(data, str, "pull_request", "head", "sha"),
        opened=opened,
        time=time,
        url=url if isinstance(url, str) else None,
    )


def _neutral(data: object) -> Event:
    action = needed(data, str, "action")
    opened = instant(data, "opened")
    url = at(data, "url")
    return Event(
        action=Action(action) if action in set(Action) else Action.OTHER,
        number=number(data, "number"),
        author=needed(data, int, "author"),
        is_maintainer=needed(data, bool, "maintainer"),
        head=needed(data, str, "head"),
        opened=opened,
        time=None if at(data, "time") is None else max(opened, instant(data, "time")),
        url=url if isinstance(url, str) else None,
    )
