"""`python -m gzg.forge.judge FOLDER`: write the verdict on the pull request that a run was for.

Runs in a clone of the default branch, with a token that only reads. The pull request is fetched as
Git objects and read as data: nothing of it is checked out or run. Writes `report.md` and
`status.json`; nothing where there is no pull request, or its branch has moved on meanwhile.
"""

import json
import sys
from pathlib import Path

from gzg.forge.answers import Pull, Run
from gzg.forge.api import Api, api_of_run
from gzg.forge.event import event_for
from gzg.forge.finding import pull_request_of
from gzg.forge.started import run_of_event
from gzg.forge.step import ended, event_of_step
from gzg.forge.words import described
from gzg.intake import report_markdown
from gzg.intake.event import read_event
from gzg.intake.judgement import verdict_on
from gzg.intake.verdict import Outcome, Verdict
from gzg.repository.git import commit_of, git
from gzg.repository.git_tree import GitObjects
from gzg.texts import Language, say

STATES = {
    Outcome.ADMISSIBLE: "success",
    Outcome.INADMISSIBLE: "failure",
    Outcome.UNCHANGED: "success",
}


def judge(api: Api, event: dict[str, dict[str, str]], run: Run, clone: Path, out: Path) -> str:
    """Write the verdict; gives one line for the log."""
    branch = event["repository"]["default_branch"]
    pull = pull_request_of(run, api.every("pulls?state=open", Pull), branch)
    if pull is None:
        return "No open pull request has this head: nothing to judge."
    head = fetch(clone, pull["number"], branch)
    if head != pull["head"]["sha"]:
        return "There was another push meanwhile: its own run judges it."
    facts = read_event(event_for(api, pull), Language.EN)
    base = commit_of(clone, f"refs/remotes/origin/{branch}")
    with GitObjects(clone) as objects:
        verdict = verdict_on(facts, objects, base, head)
        report = report_markdown.render(verdict, language_of(verdict))
    status = {"state": STATES[verdict.outcome], "description": description(verdict)}
    out.mkdir(parents=True, exist_ok=True)
    (out / "report.md").write_text(report, "utf-8", newline="\n")
    (out / "status.json").write_text(json.dumps(status), "utf-8")
    return f"Pull request {pull['number']}: {status['description']}"


def fetch(clone: Path, number: int, branch: str) -> str:
    """The id of a pull request's last commit, after getting it and the present branch."""
    own = f"refs/gzg/pull/{number}"
    wanted = (
        f"+refs/pull/{number}/head:{own}",
        f"+refs/heads/{branch}:refs/remotes/origin/{branch}",
    )
    git(clone, "fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "origin", *wanted)
    return commit_of(clone, own)


def language_of(verdict: Verdict) -> Language:
    """The language that the report begins in: the programme's."""
    programme = verdict.catalogue.programme
    main = programme.main_language if programme else Language.NL
    return Language(main) if main in set(Language) else Language.EN


def description(verdict: Verdict) -> str:
    """The verdict in two words, in both languages."""
    key = str(verdict.outcome)
    if verdict.handed_in is None and verdict.outcome is not Outcome.UNCHANGED:
        key = "not-in-order" if verdict.is_refused else "in-order"
    words = " / ".join(say(report_markdown.SUBJECT, key, language) for language in Language)
    return described(words, verdict.event.number, verdict.time)


def main() -> int:
    """Judge what the environment of a workflow's step names."""
    return ended(_judged)


def _judged() -> list[str]:
    api, event = api_of_run(), event_of_step()
    return [judge(api, event, run_of_event(api, event), Path(), Path(sys.argv[1]))]


if __name__ == "__main__":
    sys.exit(main())
