"""The event that `intake` reads, put together from what GitHub tells when nothing can be forged.

A run of `workflow_run` knows not what happened to the pull request (opened, pushed, a label put
on), so the time that counts follows from instants that the forge itself wrote. Each is never before
the push of the head, so the earliest is the nearest to it:

- when the copy was last pushed to,
- when the forge made the first run for this head,
- what our own earlier status of this head tells.

The last two stay, whatever is pushed or deleted afterwards: the first receipt of a head stands.

A pull request that our own workflow made from an issue is that of the issue's author, and counts
from the issue: both stand in the status that the workflow set on the commit.
"""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import TypedDict
from urllib.parse import quote

from gzg.forge.answers import Pull, Run, Status
from gzg.forge.api import Api, ForgeError
from gzg.forge.words import Origin, origin_of_pull, times

MAY_WRITE = frozenset({"admin", "write"})
REFUSED = frozenset({403, 404})
"""What GitHub answers where it does not tell; then nobody is taken for a maintainer."""


class Permission(TypedDict):
    """What an account may do; `maintain` is told as `write`, `triage` as `read`."""

    permission: str


def event_for(api: Api, pull: Pull) -> bytes:
    """The event of a pull request as it is now, as JSON."""
    head = pull["head"]["sha"]
    statuses = list(api.every(f"commits/{head}/statuses", Status))
    if origin := origin_of_pull(pull, statuses):
        return event_from_issue(pull, origin)
    query = f"actions/runs?event=pull_request&head_sha={head}"
    runs = [run for run in api.every(query, Run, inside="workflow_runs") if is_of(run, pull)]
    return event_of(pull, runs, times(statuses, pull["number"]), may_write=may_write(api, pull))


def is_of(run: Run, pull: Pull) -> bool:
    """Whether a run was for the head of this pull request, and not of another with that commit."""
    mine, copy = pull["head"]["repo"], run["head_repository"]
    is_same_copy = mine is None or (copy is not None and copy["id"] == mine["id"])
    is_same_head = run["head_sha"] == pull["head"]["sha"]
    return is_same_head and is_same_copy and run["head_branch"] == pull["head"]["ref"]


def may_write(api: Api, pull: Pull) -> bool:
    """Whether its author may write in the repository.

    GitHub's `author_association` calls everybody in the organisation a member, and hides those who
    are it in private.
    """
    return permission_of(api, pull["user"]["login"]) in MAY_WRITE


def permission_of(api: Api, login: str) -> str:
    """What an account may do in the repository; `none` where the forge does not tell."""
    try:
        name = quote(login, safe="")
        return api.get(f"collaborators/{name}/permission", Permission)["permission"]
    except ForgeError as error:
        if error.status in REFUSED:
            return "none"
        raise


def event_from_issue(pull: Pull, origin: Origin) -> bytes:
    """The event of a pull request that was made from an issue, in the neutral form."""
    time = origin.time.isoformat()
    event = {
        "action": "opened",
        "number": pull["number"],
        "author": origin.account,
        "maintainer": False,
        "head": pull["head"]["sha"],
        "opened": time,
        "time": time,
        "url": pull["html_url"],
    }
    return json.dumps(event).encode()


def event_of(
    pull: Pull, runs: Iterable[Run], recorded: Iterable[datetime], *, may_write: bool
) -> bytes:
    """GitHub's own event, with the time that counts as that of the push."""
    opened = datetime.fromisoformat(pull["created_at"])
    first = min(runs, key=lambda run: datetime.fromisoformat(run["created_at"]), default=None)
    known = [*recorded, *([datetime.fromisoformat(first["created_at"])] if first else [])]
    copy = pull["head"]["repo"]
    if copy is not None:
        known.append(datetime.fromisoformat(copy["pushed_at"]))
    time = min(known, default=None)
    pushed = {"pushed_at": time.isoformat()} if time else {}
    event = {
        "action": "opened" if time and time <= opened else "synchronize",
        "sender": first["actor"] if first else None,
        "pull_request": {
            **pull,
            "author_association": "COLLABORATOR" if may_write else "NONE",
            "head": {**pull["head"], "repo": {**(copy or {}), **pushed} if copy or time else None},
        },
    }
    return json.dumps(event).encode()
