"""What follows from an issue, as one file that one job of a workflow hands to the next.

With the standard library alone. What reads it may write to the repository, so it takes nothing
but the two files of one dossier.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from gzg.issue_form.branch import Version

FILE = "proposal.json"
_PATHS = re.compile(r"submissions/([a-z0-9-]+/[a-z0-9-]+)/(?:submission\.yml|README\.md)")


class Decision(StrEnum):
    """What follows: nothing at all, only an answer, a closed issue, or a version of a dossier."""

    NOTHING = "nothing"
    ANSWER = "answer"
    CLOSED = "closed"
    PROPOSED = "proposed"


class Ending(StrEnum):
    """What became of it, by which the answer is chosen."""

    ANSWERED = "answered"
    PROPOSED = "proposed"
    NOT_OPENED = "not-opened"
    MERGED = "merged"
    CLOSED = "closed"


@dataclass(frozen=True)
class Proposal:
    """A decision with the answer for each ending: pieces of text, the pull request between them.

    `account` is that of the issue's author.
    """

    decision: Decision
    issue: int
    account: int
    answers: Mapping[Ending, tuple[str, ...]] = field(default_factory=dict)
    version: Version | None = None

    def answer(self, ending: Ending, link: str) -> str:
        """The text of the answer."""
        return link.join(self.answers[ending])


def save(proposal: Proposal, folder: Path) -> None:
    """Write it in a folder, which is made."""
    version = proposal.version
    whole: dict[str, object] = {
        "decision": proposal.decision,
        "issue": proposal.issue,
        "account": proposal.account,
        "answers": {key: list(pieces) for key, pieces in proposal.answers.items()},
    }
    if version:
        files = {path: raw.decode() for path, raw in version.files.items()}
        time = version.time.isoformat()
        whole["version"] = {"submission": version.submission, "files": files, "time": time}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE).write_text(json.dumps(whole), "utf-8", newline="\n")


def load(folder: Path) -> Proposal:
    """Read it; raises ValueError where it would write anything but one dossier."""
    whole = json.loads((folder / FILE).read_bytes())
    answers = {Ending(key): tuple(pieces) for key, pieces in whole["answers"].items()}
    proposal = Proposal(
        Decision(whole["decision"]), int(whole["issue"]), int(whole["account"]), answers
    )
    found = whole.get("version")
    if found is None:
        return proposal
    for path in found["files"]:
        place = _PATHS.fullmatch(path)
        if place is None or place[1] != found["submission"]:
            raise ValueError(path)
    files = {path: text.encode() for path, text in found["files"].items()}
    time = datetime.fromisoformat(found["time"])
    version = Version(found["submission"], proposal.issue, files, time)
    return Proposal(proposal.decision, proposal.issue, proposal.account, answers, version)
