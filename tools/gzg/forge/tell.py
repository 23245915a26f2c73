"""`python -m gzg.forge.tell FOLDER`: say on the forge what `judge` wrote in a folder.

Runs with a token that may comment and set a status, so it reads nothing of the pull request itself
and finds out anew which one it is. Keeps one comment up to date and sets the status that the main
branch requires; without a verdict that says so.
"""

import json
import os
import sys
from pathlib import Path

from gzg.forge.answers import Comment, Pull, Run, Status
from gzg.forge.api import Api, api_of_run
from gzg.forge.finding import is_first_with_head, own_comment, pull_request_of
from gzg.forge.started import run_of_event
from gzg.forge.step import ended, event_of_step
from gzg.forge.words import CONTEXT, LONGEST, NO_VERDICT

STATES = frozenset({"success", "failure"})


def tell(api: Api, branch: str, run: Run, folder: Path, log: str) -> str:
    """Comment and set the status; `log` is the address of this run. Gives one line for the log."""
    pulls = list(api.every("pulls?state=open", Pull))
    pull = pull_request_of(run, pulls, branch)
    if pull is None:
        return "No open pull request has this head: nothing to say."
    state, description, address = "error", NO_VERDICT, log
    if verdict := _verdict(folder):
        state, description = verdict
        address = comment(api, pull["number"], (folder / "report.md").read_text("utf-8"))
    if not is_first_with_head(pull, pulls):
        return f"Pull request {pull['number']}: an earlier one has this commit and its status."
    status = {
        "state": state,
        "description": description[:LONGEST],
        "context": CONTEXT,
        "target_url": address,
    }
    api.send("POST", f"statuses/{pull['head']['sha']}", status, Status)
    return f"Pull request {pull['number']}: {state}"


def _verdict(folder: Path) -> tuple[str, str] | None:
    """State and description; None where there is no verdict."""
    file = folder / "status.json"
    if not file.is_file():
        return None
    status = json.loads(file.read_bytes())
    return (status["state"], status["description"]) if status["state"] in STATES else None


def comment(api: Api, number: int, report: str) -> str:
    """The address of our one comment with this first line, after putting the report in it."""
    mark = report.partition("\n")[0]
    present = own_comment(api.every(f"issues/{number}/comments", Comment), mark)
    if present is None:
        body = {"body": report}
        return api.send("POST", f"issues/{number}/comments", body, Comment)["html_url"]
    if present["body"].strip() != report.strip():
        api.send("PATCH", f"issues/comments/{present['id']}", {"body": report}, Comment)
    return present["html_url"]


def main() -> int:
    """Tell what the environment of a workflow's step names."""
    return ended(_told)


def _told() -> list[str]:
    api, event = api_of_run(), event_of_step()
    server, repository, run = (
        os.environ[f"GITHUB_{name}"] for name in ("SERVER_URL", "REPOSITORY", "RUN_ID")
    )
    log = f"{server}/{repository}/actions/runs/{run}"
    branch = event["repository"]["default_branch"]
    return [tell(api, branch, run_of_event(api, event), Path(sys.argv[1]), log)]


if __name__ == "__main__":
    sys.exit(main())
