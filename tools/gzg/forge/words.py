"""The status of a commit in words, and what is read back from it.

The forge lets nobody but those with write access set a status, and nobody take one away. So the
first status of a head keeps the time that counts for it, whatever is pushed elsewhere afterwards.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from gzg.forge.answers import Account, Pull, Status
from gzg.issue_form.branch import branch_of

CONTEXT = "gzg"
"""The name of the status, which the rules of the main branch require."""

ISSUE_CONTEXT = "gzg-issue"
"""The name of the status that tells from which issue a commit was made, and whose that is."""

BOT = "github-actions[bot]"
"""Who speaks for a workflow; nobody can have an account with brackets in its name."""

LONGEST = 140
"""Signs that GitHub takes in a status."""

NO_VERDICT = "Geen oordeel: zie het logboek / No verdict: see the log"
"""Not among the texts: it is said when nothing of the rest could be started."""

_ORIGIN = re.compile(r"\(#(?P<issue>\d+), (?P<account>\d+), (?P<time>[\dT:+.Z-]+)\)$")
_TIME = re.compile(r"\(#(?P<number>\d+), (?P<time>[\dT:+.Z-]+)\)$")


def is_own(account: Account | None) -> bool:
    """Whether our own workflow did this."""
    return account is not None and account["login"] == BOT and account["type"] == "Bot"


def described(words: str, number: int, time: datetime | None) -> str:
    """The description of a status, with the time that counts for this pull request."""
    end = f" (#{number}, {time.isoformat(timespec='seconds')})" if time else ""
    return f"{words[: LONGEST - len(end)]}{end}"


def times(statuses: Iterable[Status], number: int) -> Iterator[datetime]:
    """The times that our own earlier statuses of a commit tell for a pull request."""
    for status in statuses:
        if status["context"] != CONTEXT or not is_own(status["creator"]):
            continue
        found = _TIME.search(status["description"] or "")
        if found and int(found["number"]) == number:
            yield datetime.fromisoformat(found["time"])


@dataclass(frozen=True)
class Origin:
    """The issue that a commit was made from, its author's account, and the time that counts."""

    issue: int
    account: int
    time: datetime


def origin_described(origin: Origin) -> str:
    """The description of the status of a commit that was made from an issue."""
    time = origin.time.isoformat(timespec="seconds")
    return f"Uit een issue / From an issue (#{origin.issue}, {origin.account}, {time})"


def origin_of(statuses: Iterable[Status]) -> Origin | None:
    """What our own first status of a commit tells of the issue that it was made from."""
    found = []
    for status in statuses:
        told = _ORIGIN.search(status["description"] or "")
        if told and status["context"] == ISSUE_CONTEXT and is_own(status["creator"]):
            time = datetime.fromisoformat(told["time"])
            found.append(Origin(int(told["issue"]), int(told["account"]), time))
    return min(found, key=lambda each: each.time, default=None)


def origin_of_pull(pull: Pull, statuses: Iterable[Status]) -> Origin | None:
    """The origin of a pull request that our workflow opened from the branch of an issue.

    Who may write can push to that branch, and anybody can offer its commit: neither has the status
    of our workflow on their own commit, or our workflow as the author of the pull request.
    """
    mine, copy = pull["base"]["repo"], pull["head"]["repo"]
    is_inside = mine is not None and copy is not None and mine["id"] == copy["id"]
    origin = origin_of(statuses)
    if origin is None or not is_inside or not is_own(pull["user"]):
        return None
    return origin if pull["head"]["ref"] == branch_of(origin.issue) else None
