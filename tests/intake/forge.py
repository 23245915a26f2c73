"""A forge in a folder: a bare repository, a clone of the office and one of an applicant, events.

Times and names of commits are fixed, so that a commit has the same id in every run.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gzg.commands.pull_request import Format, command
from gzg.texts import Language
from tests.intake.programme import OWNER, files
from tests.repository.test_git import commit, run

ADDRESS = "https://forge.example/samen/programma/pull"


@dataclass(frozen=True)
class Offered:
    """A pull request as it was pushed: its number and last commit."""

    number: int
    head: str


class Forge:
    """One bare repository with a main branch, and who works with it."""

    def __init__(self, folder: Path) -> None:
        self.bare = folder / "forge.git"
        self.office = folder / "office"
        self.applicant = folder / "applicant"
        self.events = folder / "events"
        for place in (self.office, self.events):
            place.mkdir()
        run(folder, "init", "--quiet", "--bare", "--initial-branch=main", str(self.bare))
        run(self.office, "init", "--quiet", "--initial-branch=main")
        run(self.office, "remote", "add", "origin", str(self.bare))
        self.publish(files())
        run(folder, "clone", "--quiet", str(self.bare), str(self.applicant))

    def publish(self, changes: Mapping[str, str]) -> str:
        """The office puts files on the main branch."""
        made = commit(self.office, dict(changes))
        run(self.office, "push", "--quiet", "origin", "main")
        return made

    def offer(
        self,
        number: int,
        changes: Mapping[str, str],
        *,
        gone: tuple[str, ...] = (),
        again: bool = False,
    ) -> Offered:
        """The applicant pushes a branch, from the main branch as they last fetched it.

        With `again` the changes come on top of what was pushed for that number before.
        """
        if not again:
            run(self.applicant, "checkout", "--quiet", "-B", f"tak-{number}", "origin/main")
        for path in gone:
            run(self.applicant, "rm", "--quiet", "-r", path)
        head = commit(self.applicant, dict(changes))
        run(self.applicant, "push", "--quiet", "--force", "origin", f"HEAD:refs/pull/{number}/head")
        return Offered(number, head)

    def fetch(self) -> None:
        """The applicant takes over the main branch as it is now."""
        run(self.applicant, "fetch", "--quiet", "origin")

    def event(self, offered: Offered, **facts: Any) -> Path:
        """GitHub's event file; `facts` are named as in `github_event`."""
        file = self.events / f"{offered.number}.json"
        event = github_event(offered, **facts)
        file.write_text(json.dumps(event), "utf-8")
        return file

    def judge(
        self,
        offered: Offered,
        *,
        format: Format = Format.MARKDOWN,
        language: Language = Language.NL,
        **facts: Any,
    ) -> int:
        """The exit code of the command, which prints its report."""
        return command(
            event=self.event(offered, **facts),
            base="main",
            head=f"refs/pull/{offered.number}/head",
            format=format,
            lang=language,
            repository=self.bare,
        )


def github_event(
    offered: Offered,
    *,
    action: str = "opened",
    opened: str = "2022-06-15T08:30:00Z",
    pushed: str | None = "2022-06-15T08:29:50Z",
    author: int = OWNER,
    sender: int | None = None,
    association: str = "NONE",
    is_inside: bool = False,
) -> dict[str, object]:
    """What GitHub writes of a pull request, as far as it is read."""
    repository = {"id": 100, "pushed_at": pushed} if is_inside else {"id": 200, "pushed_at": pushed}
    return {
        "action": action,
        "pull_request": {
            "number": offered.number,
            "html_url": f"{ADDRESS}/{offered.number}",
            "title": "@iedereen <b>kijk</b>",
            "created_at": opened,
            "updated_at": "2022-07-04T10:00:00Z",
            "author_association": association,
            "user": {"id": author, "login": "iemand"},
            "head": {"sha": offered.head, "repo": repository if pushed else None},
            "base": {"repo": {"id": 100}},
        },
        "sender": {"id": sender or author},
    }
