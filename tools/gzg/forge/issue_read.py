"""`python -m gzg.forge.issue_read FOLDER`: read the issue that an event is about.

Runs in a clone of the default branch, with a token that only reads. Writes what follows from the
issue in the folder; nothing where the issue is somebody's own, or nothing follows.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gzg.forge.answers import Comment
from gzg.forge.api import Api, api_of_run
from gzg.forge.event import permission_of
from gzg.forge.finding import own_comment
from gzg.forge.step import ended, event_of_step
from gzg.issue_form.answer import proposal_of
from gzg.issue_form.branch import Ends, branch_of, fetched
from gzg.issue_form.event import read_issue_event
from gzg.issue_form.former import MARK, former_of
from gzg.issue_form.handling import Surroundings, Tells, handled
from gzg.issue_form.proposal import save
from gzg.repository.git import commit_of
from gzg.repository.git_tree import GitObjects
from gzg.texts import Language


def read(api: Api, event: Mapping[str, Any], clone: Path, out: Path) -> str:
    """Write what follows from an event; gives one line for the log."""
    facts = read_issue_event(json.dumps(_with_permission(api, event)).encode(), Language.EN)
    comments = api.every(f"issues/{facts.number}/comments", Comment)
    mine = own_comment(comments, MARK)
    former = former_of(mine["body"] if mine else "")
    tip = fetched(clone, branch_of(facts.number))
    main = commit_of(clone, f"refs/remotes/origin/{event['repository']['default_branch']}")
    with GitObjects(clone) as objects:
        found = handled(facts, Surroundings(objects, Ends(main, tip), former))
        if found.tells is not Tells.NOTHING:
            save(proposal_of(found), out)
    return f"Issue {facts.number}: {found.tells}"


def _with_permission(api: Api, event: Mapping[str, Any]) -> Mapping[str, Any]:
    """The event with what its sender may do, which GitHub does not tell there."""
    sender = event["sender"]
    if sender["id"] == event["issue"]["user"]["id"]:
        return event
    return {**event, "sender": {**sender, "permission": permission_of(api, sender["login"])}}


def main() -> int:
    """Read the issue that the environment of a workflow's step names."""
    return ended(lambda: [read(api_of_run(), event_of_step(), Path(), Path(sys.argv[1]))])


if __name__ == "__main__":
    sys.exit(main())
