"""What a forge says of an issue, read from its event file.

GitHub's event of `issues` is read as it is. Any other forge's facts are given in the neutral form:

    {"action": "edited", "number": 12, "author": 1234, "sender": 1234, "maintainer": false,
     "text": "### Oproep\\n\\n…", "opened": "2026-03-02T13:05:09Z", "time": "2026-03-04T09:00:00Z",
     "closed": false}

`action` is `opened`, `edited`, `closed` or `reopened`; nothing follows from any other.

**The time that counts.** Opening counts at the moment of opening. Anything else counts at the
forge's time of the issue's last change, as it was when the event was made: that is never before
the change itself.

**Whose text it is.** Only what the author or a maintainer did counts; `maintainer` is about the
sender. In GitHub's event it is the sender's `permission`, which `forge` asks for and puts there.
"""

from dataclasses import dataclass
from datetime import datetime

from gzg.intake.event_facts import at, facts_in, instant, needed, number
from gzg.texts import Language

ACTIONS = frozenset({"opened", "edited", "closed", "reopened"})
"""What says something of a dossier; a label, an assignment or a transfer does not."""

MAY_WRITE = frozenset({"admin", "write"})
LONGEST_TEXT = 100_000
"""Signs of an issue that are read; GitHub takes 65,536."""


@dataclass(frozen=True)
class IssueEvent:
    """An issue at one moment: `author` and `sender` are the forge's numbers of accounts.

    `changed` is when the issue last changed, `time` when its text came in. What does not `matter`
    says nothing of a dossier.
    """

    matters: bool
    number: int
    author: int
    sender: int
    is_maintainer: bool
    is_closed: bool
    text: str
    changed: datetime
    time: datetime

    @property
    def counts(self) -> bool:
        """Whether who did this may speak for the dossier."""
        return self.is_maintainer or self.sender == self.author


def read_issue_event(raw: bytes, language: Language) -> IssueEvent:
    """The event in a file; raises GzgError where a fact is absent or of the wrong kind."""
    return facts_in(raw, language, _facts)


def _facts(data: object) -> IssueEvent:
    return _of_github(data) if at(data, "issue") else _neutral(data)


def _of_github(data: object) -> IssueEvent:
    opened = instant(data, "issue", "created_at")
    changed = max(opened, instant(data, "issue", "updated_at"))
    action = needed(data, str, "action")
    return IssueEvent(
        matters=action in ACTIONS,
        number=number(data, "issue", "number"),
        author=number(data, "issue", "user", "id"),
        sender=number(data, "sender", "id"),
        is_maintainer=at(data, "sender", "permission") in MAY_WRITE,
        is_closed=needed(data, str, "issue", "state") == "closed",
        text=_text(data, "issue", "body"),
        changed=changed,
        time=opened if action == "opened" else changed,
    )


def _neutral(data: object) -> IssueEvent:
    opened = instant(data, "opened")
    changed = max(opened, instant(data, "time"))
    action = needed(data, str, "action")
    return IssueEvent(
        matters=action in ACTIONS,
        number=number(data, "number"),
        author=number(data, "author"),
        sender=number(data, "sender"),
        is_maintainer=needed(data, bool, "maintainer"),
        is_closed=needed(data, bool, "closed"),
        text=_text(data, "text"),
        changed=changed,
        time=opened if action == "opened" else changed,
    )


def _text(data: object, *way: str) -> str:
    """The text with lines that end in one way; an issue without one has none."""
    if at(data, *way) is None:
        return ""
    text = needed(data, str, *way)[: LONGEST_TEXT + 1]
    # JSON can hold half of a pair of signs, which no file can.
    text = text.encode("utf-8", "replace").decode()
    return text.replace("\r\n", "\n").replace("\r", "\n")
