"""The status of a commit in words, and what is read back from it.

The forge lets nobody but those with write access set a status, and nobody take one away. So the
first status of a head keeps the time that counts for it, whatever is pushed elsewhere afterwards.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime

from gzg.forge.answers import Account, Status

CONTEXT = "gzg"
"""The name of the status, which the rules of the main branch require."""

BOT = "github-actions[bot]"
"""Who speaks for a workflow; nobody can have an account with brackets in its name."""

LONGEST = 140
"""Signs that GitHub takes in a status."""

NO_VERDICT = "Geen oordeel: zie het logboek / No verdict: see the log"
"""Not among the texts: it is said when nothing of the rest could be started."""

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
