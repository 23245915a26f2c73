"""The small GitHub with issues: what a workflow pushes and opens there is seen by the next step.

The branches are those of a real bare repository, and a pull request has its own reference in it.
"""

from pathlib import Path
from typing import Any

from tests.forge.recorded import answer
from tests.forge.server import BOT, REPOSITORY, Hub
from tests.repository.test_git import run as git

OWNER = REPOSITORY.partition("/")[0]
FIRST_PULL = 40


class IssueHub(Hub):
    """What the forge knows; `may_open` is the setting that lets workflows open pull requests."""

    def __init__(self, bare: Path) -> None:
        super().__init__()
        self.bare = bare
        self.may_open = True
        self.may_reopen = True

    def _told_of(self, way: list[str], query: dict[str, str]) -> Any:
        match way:
            case ["pulls"] if "head" in query:
                ref = query["head"].removeprefix(f"{OWNER}:")
                found = [self._now(each) for each in self.pulls if each["head"]["ref"] == ref]
                return found if query["page"] == "1" else []
            case ["pulls"]:
                still_open = [self._now(each) for each in self.pulls if each["state"] == "open"]
                return still_open if query["page"] == "1" else []
            case ["pulls", number]:
                return self._now(self.pull(int(number)))
        return super()._told_of(way, query)

    def _changed(self, way: list[str], body: Any) -> Any:
        match way:
            case ["POST", "pulls"]:
                return self._opened(body) if self.may_open else 403
            case ["PATCH", "pulls", number]:
                if body["state"] == "open" and not self.may_reopen:
                    return 422
                self.pull(int(number))["state"] = body["state"]
                return self._now(self.pull(int(number)))
        return super()._changed(way, body)

    def _opened(self, body: Any) -> Any:
        number = FIRST_PULL + len(self.pulls)
        facts = {"user": BOT, "head__ref": body["head"], "head__repo__id": 100, "state": "open"}
        address = f"https://github.com/{REPOSITORY}/pull/{number}"
        made = answer("pull", number=number, html_url=address, **facts)
        self.pulls.append({**made, "title": body["title"], "body": body["body"]})
        return self._now(self.pulls[-1])

    def pull(self, number: int) -> Any:
        """A pull request as it was opened."""
        return next(each for each in self.pulls if each["number"] == number)

    def _now(self, pull: Any) -> Any:
        """A pull request with the branch as it is now; one that was merged stays as it was."""
        if pull["merged_at"] is None:
            pull["head"]["sha"] = git(self.bare, "rev-parse", pull["head"]["ref"])
            name = f"refs/pull/{pull['number']}/head"
            git(self.bare, "update-ref", name, pull["head"]["sha"])
        return pull

    def merge(self, number: int) -> None:
        """The office merged it: main is the branch's last commit, for who asks from now on."""
        pull = self._now(self.pull(number))
        git(self.bare, "update-ref", "refs/heads/main", pull["head"]["sha"])
        pull["merged_at"], pull["state"] = "2022-06-25T09:00:00Z", "closed"
        self.merged[pull["head"]["sha"]] = [pull]
