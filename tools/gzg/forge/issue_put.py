"""`python -m gzg.forge.issue_put FOLDER`: do on the forge what `issue_read` wrote in a folder.

Runs with a token that may push and comment, so it reads nothing of the issue but its number: what
it may commit is two files of one dossier, on the issue's own branch. Opens, renews, closes or
reopens the one pull request of the issue, and keeps the one answer below the issue up to date.
"""

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from gzg.forge.answers import Comment, Pull, Status
from gzg.forge.api import Api, ForgeError, api_of_run
from gzg.forge.finding import own_comment
from gzg.forge.step import event_of_step
from gzg.forge.tell import comment
from gzg.forge.words import ISSUE_CONTEXT, Origin, origin_described, origin_of
from gzg.issue_form.branch import BranchError, Ends, branch_of, committed, fetched, pushed, tip_of
from gzg.issue_form.former import MARK, Former, note
from gzg.issue_form.proposal import FILE, Decision, Ending, Proposal, load

REFUSED = frozenset({403, 422})
"""What GitHub answers where workflows may open no pull requests, or this one cannot be reopened."""

NO_ANSWER = (
    "Er ging iets mis bij het verwerken van deze issue. Het programmateam ziet dat in het logboek; "
    "u verliest er geen tijd door.\n\nSomething went wrong while this issue was handled. The "
    "programme office sees that in the log; you lose no time by it.\n"
)
"""Not among the texts: it is said when nothing of the rest could be started."""


class Done(NamedTuple):
    """How it ended, and the pull request that is to be judged, if any."""

    ending: Ending
    pull: int | None = None


def put(api: Api, event: Mapping[str, Any], clone: Path, folder: Path) -> Done | None:
    """Do what was decided; None where nothing was."""
    number = int(event["issue"]["number"])
    if not (folder / FILE).is_file():
        return None
    proposal = load(folder)
    if proposal.issue != number:
        raise ValueError(proposal.issue)
    match proposal.decision:
        case Decision.PROPOSED:
            done, link = _propose(api, event, proposal, clone)
        case Decision.CLOSED:
            done, link = _close(api, _pulls(api, number))
        case _:
            done, link = Done(Ending.ANSWERED), ""
    comment(api, number, proposal.answer(done.ending, link))
    return done


def excuse(api: Api, event: Mapping[str, Any]) -> None:
    """Say below an issue with a form that something failed; what the answer kept is kept."""
    if not str(event["issue"]["body"] or "").startswith("### "):
        return
    number = int(event["issue"]["number"])
    present = own_comment(api.every(f"issues/{number}/comments", Comment), MARK)
    kept = "\n".join(present["body"].split("\n")[:2]) if present else note(Former())
    comment(api, number, f"{kept}\n{NO_ANSWER}")


def _propose(
    api: Api, event: Mapping[str, Any], proposal: Proposal, clone: Path
) -> tuple[Done, str]:
    version = proposal.version
    assert version is not None
    base = event["repository"]["default_branch"]
    branch = branch_of(proposal.issue)
    tip, main = fetched(clone, branch), tip_of(clone, f"refs/remotes/origin/{base}")
    assert main is not None
    commit = committed(clone, Ends(main, tip), version)
    pulls = _pulls(api, proposal.issue)
    if commit == main or _is_merged(pulls, commit):
        return Done(Ending.MERGED), _last_merged(pulls)
    if commit != tip:
        pushed(clone, branch, commit)
    statuses = api.every(f"commits/{commit}/statuses", Status)
    if origin_of(statuses) is None:
        origin = Origin(proposal.issue, proposal.account, version.time)
        _mark(api, commit, origin)
    body = {
        "title": f"Dossier {version.submission}",
        "head": branch,
        "base": base,
        "body": f"Uit issue #{proposal.issue}. / From issue #{proposal.issue}.",
    }
    pull = _open(api, pulls, body)
    if pull is None:
        return Done(Ending.NOT_OPENED), ""
    return Done(Ending.PROPOSED, pull["number"]), pull["html_url"]


def _mark(api: Api, commit: str, origin: Origin) -> None:
    """Write down for ever whose the commit is and when it came in."""
    status = {
        "state": "success",
        "context": ISSUE_CONTEXT,
        "description": origin_described(origin),
    }
    api.send("POST", f"statuses/{commit}", status, Status)


def _pulls(api: Api, issue: int) -> list[Pull]:
    """Every pull request of an issue's branch, the newest first."""
    owner = api.repository.partition("/")[0]
    head = quote(f"{owner}:{branch_of(issue)}", safe="")
    found = api.every(f"pulls?state=all&head={head}", Pull)
    return sorted(found, key=lambda each: -each["number"])


def _is_merged(pulls: list[Pull], commit: str) -> bool:
    return any(each["merged_at"] is not None and each["head"]["sha"] == commit for each in pulls)


def _last_merged(pulls: list[Pull]) -> str:
    return next((each["html_url"] for each in pulls if each["merged_at"] is not None), "")


def _open(api: Api, pulls: list[Pull], body: Mapping[str, object]) -> Pull | None:
    """The open pull request: the one there is, the last that was closed, or a new one."""
    for each in pulls:
        if each["state"] == "open":
            return each
    if pulls and pulls[0]["merged_at"] is None:
        reopened = _tried(api, "PATCH", f"pulls/{pulls[0]['number']}", {"state": "open"})
        if reopened is not None:
            return reopened
    return _tried(api, "POST", "pulls", body)


def _tried(api: Api, method: str, path: str, body: Mapping[str, object]) -> Pull | None:
    try:
        return api.send(method, path, body, Pull)
    except ForgeError as error:
        if error.status in REFUSED:
            return None
        raise


def _close(api: Api, pulls: list[Pull]) -> tuple[Done, str]:
    """Close what is open; what was merged before stays merged."""
    still_open = [each for each in pulls if each["state"] == "open"]
    for each in still_open:
        api.send("PATCH", f"pulls/{each['number']}", {"state": "closed"}, Pull)
    if not still_open and (merged := _last_merged(pulls)):
        return Done(Ending.MERGED), merged
    return Done(Ending.CLOSED), ""


def main() -> int:
    """Do what is in the folder, for the issue that the environment of a workflow's step names."""
    event = event_of_step()
    api = api_of_run()
    try:
        if os.environ.get("GZG_READ") != "success":
            excuse(api, event)
            return 0
        done = put(api, event, Path(), Path(sys.argv[1]))
    except (BranchError, ForgeError, ValueError) as error:
        print(error, file=sys.stderr)  # noqa: T201
        with suppress(ForgeError):
            excuse(api, event)
        return 2
    if done and done.pull:
        with Path(os.environ["GITHUB_OUTPUT"]).open("a", encoding="utf-8") as outputs:
            outputs.write(f"pull={done.pull}\n")
    print(f"Issue {event['issue']['number']}: {done.ending if done else 'nothing to do'}")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
