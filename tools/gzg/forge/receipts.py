"""`python -m gzg.forge.receipts FOLDER`: write the receipts of what a push to main brought.

A push to main is always the office's: nobody else can make one. Each pull request that it merged
is judged once more, against the main branch from before it, at the time that its verdict told. The
receipts come in the folder under the paths that they have in the repository.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from gzg.forge.answers import Pull
from gzg.forge.api import Api, api_of_run
from gzg.forge.event import event_for
from gzg.forge.judge import fetch
from gzg.forge.step import ended, event_of_step
from gzg.intake import report_json
from gzg.intake.event import read_event
from gzg.intake.judgement import verdict_on
from gzg.repository.git import commit_of, git
from gzg.repository.git_tree import GitObjects
from gzg.texts import Language

NOTHING = "0" * 40
"""What GitHub calls the commit before the first."""


def receipts(
    api: Api, event: dict[str, dict[str, str]], before: str, clone: Path
) -> Iterator[tuple[int, dict[str, str] | None]]:
    """The number of every pull request that a push merged, with its receipt where it has one."""
    branch = event["repository"]["default_branch"]
    seen: set[int] = set()
    for commit in _commits(clone, before):
        for pull in api.every(f"commits/{commit}/pulls", Pull):
            is_merged = pull["merged_at"] is not None and pull["base"]["ref"] == branch
            if is_merged and pull["number"] not in seen:
                seen.add(pull["number"])
                yield pull["number"], _receipt(api, pull, commit, clone, branch)


def _commits(clone: Path, before: str) -> list[str]:
    """What the push put on main, the oldest first, without what a merge brought along."""
    order = ("--first-parent", "--reverse", f"{before}..HEAD")
    return [] if before == NOTHING else git(clone, "rev-list", *order).decode().split()


def _receipt(api: Api, pull: Pull, commit: str, clone: Path, branch: str) -> dict[str, str] | None:
    head = fetch(clone, pull["number"], branch)
    facts = read_event(event_for(api, pull), Language.EN)
    with GitObjects(clone) as objects:
        verdict = verdict_on(facts, objects, commit_of(clone, f"{commit}^1"), head)
        report = json.loads(report_json.render(verdict, Language.EN))
    found: dict[str, str] | None = report["receipt"]
    return found


def write(api: Api, event: dict[str, dict[str, str]], before: str, out: Path) -> Iterator[str]:
    """Write the receipts in a folder; yields a line for the log for every pull request."""
    for number, receipt in receipts(api, event, before, Path()):
        if receipt is None:
            yield f"Pull request {number}: no receipt, as it hands in no admissible dossier."
            continue
        file = out / receipt["path"]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(receipt["text"], "utf-8", newline="\n")
        yield f"Pull request {number}: {receipt['path']}"


def main() -> int:
    """Write the receipts of the push that the environment of a workflow's step names."""
    event = event_of_step()
    return ended(lambda: write(api_of_run(), event, event["before"], Path(sys.argv[1])))


if __name__ == "__main__":
    sys.exit(main())
