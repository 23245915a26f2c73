"""A forge with an issue, and the jobs of its workflow, each in a clone of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from gzg.forge.api import Api
from gzg.forge.finding import run_of
from gzg.forge.issue_put import Done, put
from gzg.forge.issue_read import read
from gzg.forge.judge import judge
from gzg.forge.tell import tell
from tests.forge.issue_hub import IssueHub
from tests.intake.forge import Forge
from tests.issue_form.forms import EDITED, form, issue
from tests.repository.test_git import run as git

ISSUE = 12
BRANCH = f"dossier/{ISSUE}"
FOLDER = f"submissions/oproep-1/digitaal-loket-voor-verenigingen-{ISSUE}"
LATE = "2022-07-01T10:00:01Z"
LATER = "2022-06-21T10:00:00Z"

FAULTY = form(Gevraagd_bedrag="180.000")
BETTER = form(Samenvatting="Eén loket, waar verenigingen hun subsidie en hun zaal aanvragen.")


class Stage:
    """A forge with an issue, and the folders that the jobs of the workflow work in."""

    def __init__(self, folder: Path, forge: Forge, api: Api, hub: IssueHub) -> None:
        self.folder = folder
        self.forge = forge
        self.api = api
        self.hub = hub
        self.runs = 0

    def play(self, event: dict[str, Any]) -> Done | None:
        """All four jobs, each in a clone of its own as on a runner."""
        self.runs += 1
        out = self.folder / f"out-{self.runs}"
        read(self.api, event, self.clone(f"read-{self.runs}"), out / "issue")
        done = put(self.api, event, self.clone(f"put-{self.runs}"), out / "issue")
        if done and done.pull:
            run = run_of(self.api.get(f"pulls/{done.pull}", dict))  # type: ignore[arg-type]
            judge(self.api, event, run, self.clone(f"judge-{self.runs}"), out / "verdict")
            tell(self.api, "main", run, out / "verdict", "https://github.com/log")
        return done

    def clone(self, name: str) -> Path:
        place = self.folder / name
        git(self.folder, "clone", "--quiet", str(self.forge.bare), str(place))
        return place

    def tip(self, branch: str = BRANCH) -> str:
        """The branch's last commit; empty where there is no such branch."""
        return git(
            self.forge.bare, "for-each-ref", "--format=%(objectname)", f"refs/heads/{branch}"
        )

    def commits(self, branch: str = BRANCH) -> int:
        return int(git(self.forge.bare, "rev-list", "--count", f"main..{branch}"))

    def file(self, name: str, branch: str = BRANCH) -> str:
        return git(self.forge.bare, "show", f"{branch}:{FOLDER}/{name}")

    @property
    def told(self) -> str:
        """The one answer below the issue."""
        (comment,) = self.hub.comments[ISSUE]
        text: str = comment["body"]
        return text

    def status(self, context: str) -> list[Any]:
        found = self.hub.statuses.get(self.tip(), [])
        return [each for each in found if each["context"] == context]


@contextmanager
def staged(folder: Path) -> Iterator[Stage]:
    """A new forge, with the small programme on it."""
    forge = Forge(folder)
    hub = IssueHub(forge.bare)
    with hub.served() as api:
        yield Stage(folder, forge, api, hub)


def edited(text: str | None, changed: str = EDITED, **facts: Any) -> dict[str, Any]:
    return issue(text, action="edited", changed=changed, **facts)


def closed(changed: str = EDITED, **facts: Any) -> dict[str, Any]:
    return issue(form(), action="closed", changed=changed, state="closed", **facts)
