"""`gzg issue`: an event, a repository without working tree, a branch and an answer."""

import json
from pathlib import Path
from typing import Any

import pytest

from gzg.errors import GzgError
from gzg.issue_form.event import IssueEvent, read_issue_event
from gzg.texts import Language
from tests.commands.processes import gzg
from tests.golden import same_as
from tests.intake.forge import Forge
from tests.intake.programme import OWNER, STRANGER
from tests.issue_form.forms import EDITED, EMPTY, OPENED, README, RECORD, english, form, issue, raw
from tests.repository.test_git import run as git

GOLDEN = Path(__file__).parent / "golden"
BRANCH = "refs/heads/dossier/12"


@pytest.fixture(scope="module")
def forge(tmp_path_factory: pytest.TempPathFactory) -> Forge:
    return Forge(tmp_path_factory.mktemp("forge"))


class Counter:
    """Where events are handled, one after the other."""

    def __init__(self, forge: Forge, folder: Path) -> None:
        self.bare = forge.bare
        self.folder = folder
        git(self.bare, "update-ref", "-d", BRANCH)

    def take(self, event: Any, answer: str | None = None) -> tuple[int, str]:
        """The exit code and what is printed."""
        file, former = self.folder / "event.json", self.folder / "answer.md"
        file.write_bytes(raw(event))
        more: list[str | Path] = []
        if answer is not None:
            former.write_text(answer, "utf-8")
            more = ["--answer", former]
        place = ("--base", "main", "--repository", self.bare)
        done = gzg("issue", "--event", file, *place, *more, cwd=self.folder)
        assert done.stderr == ""
        return done.returncode, done.stdout

    @property
    def tip(self) -> str:
        return git(self.bare, "for-each-ref", "--format=%(objectname)", BRANCH)


@pytest.fixture
def counter(forge: Forge, tmp_path: Path) -> Counter:
    return Counter(forge, tmp_path)


def neutral(**changes: Any) -> dict[str, Any]:
    facts = {
        "action": "opened",
        "number": 12,
        "author": OWNER,
        "sender": OWNER,
        "maintainer": False,
        "closed": False,
        "text": form(),
        "opened": OPENED,
        "time": OPENED,
    }
    return {**facts, **changes}


CASES = {
    "good": form(),
    "half": form(
        {
            "Projectnaam": "_No response_",
            "Geplande start": "begin oktober",
            "Gevraagd bedrag": "180.000",
            "Partijen": "Lindekerke; Penhouder; veel\nWaterveldt; Initiatiefnemer; 40.000",
            "Begroting": "_No response_",
        }
    ),
    "sums": form({"Eigen inbreng": "30.000", "Samenvatting": "Bel @jan op 0470 12 34 56."}),
    "pasted": form(
        {
            **EMPTY,
            RECORD: "```yaml\ntitle: Loket\nparties:\n  - role: lead\n    share: veel\n```",
            README: "# Loket\n\n### Te diep\n\nTekst.\n",
        }
    ),
    "pasted-broken": form({**EMPTY, RECORD: "```yaml\ntitle: Loket\n\tfocus: sport\n```"}),
    "english": english(),
}


@pytest.mark.parametrize("name", CASES)
def test_the_answer_to_a_form(counter: Counter, name: str) -> None:
    code, text = counter.take(issue(CASES[name]))
    assert code == int(name != "good")
    assert same_as(GOLDEN / f"{name}.md", text)


def test_the_branch_is_made_and_goes_on_with_each_edit(counter: Counter) -> None:
    first = counter.take(issue(form()))
    assert first[0] == 0
    assert "`dossier/12`" in first[1]
    tip = counter.tip
    assert counter.take(issue(form()), first[1]) == first
    assert counter.tip == tip
    better = issue(form(Samenvatting="Eén loket voor verenigingen."), action="edited")
    assert counter.take(better, first[1])[0] == 0
    assert git(counter.bare, "rev-parse", f"{BRANCH}~1") == tip


def test_an_event_that_is_older_than_the_answer_says_nothing(counter: Counter) -> None:
    answer = counter.take(issue(form(), action="edited", changed=EDITED))[1]
    tip = counter.tip
    assert counter.take(issue(form(Projectnaam="Ander loket")), answer) == (0, "")
    assert counter.tip == tip


def test_a_label_says_nothing_whoever_puts_it_on(counter: Counter) -> None:
    answer = counter.take(issue(form()))[1]
    for event in (
        issue(form(Projectnaam="Anders"), action="labeled", changed=EDITED, sender=STRANGER),
        neutral(action="milestoned", time=EDITED, text=form(Projectnaam="Anders")),
    ):
        assert counter.take(event, answer) == (0, "")


def test_any_forge_can_tell_its_events_in_the_neutral_form(counter: Counter) -> None:
    code, answer = counter.take(neutral())
    assert code == 0
    assert counter.tip
    assert counter.take(neutral(closed=True, action="closed", time=EDITED), answer)[0] == 0
    other = neutral(action="edited", sender=STRANGER, time=EDITED)
    assert counter.take(other, answer)[0] == 1


def test_an_issue_of_another_kind_gets_no_answer(counter: Counter) -> None:
    assert counter.take(issue("Ik heb een vraag.")) == (0, "")
    assert counter.tip == ""


def read(event: Any) -> IssueEvent:
    return read_issue_event(json.dumps(event).encode(), Language.NL)


def test_opening_counts_at_the_moment_of_opening_whatever_came_after() -> None:
    labelled = issue(form(), action="opened", changed=EDITED)
    assert read(labelled).time.isoformat() == "2022-06-15T08:30:00+00:00"
    assert read(labelled).changed.isoformat() == "2022-06-20T10:00:00+00:00"


@pytest.mark.parametrize("action", ["edited", "reopened"])
def test_anything_else_counts_at_the_issues_last_change(action: str) -> None:
    assert read(issue(form(), action=action)).time.isoformat() == "2022-06-20T10:00:00+00:00"


@pytest.mark.parametrize(
    ("sender", "permission", "counts"),
    [
        (OWNER, None, True),
        (STRANGER, None, False),
        (STRANGER, "read", False),
        (STRANGER, "none", False),
        (STRANGER, "write", True),
        (STRANGER, "admin", True),
    ],
)
def test_only_the_author_and_a_maintainer_count(
    sender: int, permission: str | None, counts: bool
) -> None:
    assert read(issue(form(), sender=sender, permission=permission)).counts is counts


@pytest.mark.parametrize(
    ("way", "value"),
    [
        ("issue.number", 0),
        ("issue.number", "12"),
        ("issue.user.id", True),
        ("sender.id", None),
        ("issue.body", ["x"]),
        ("issue.state", None),
        ("issue.updated_at", "gisteren"),
        ("action", 3),
    ],
)
def test_a_fact_of_another_kind_is_told_by_its_way(way: str, value: Any) -> None:
    event: Any = issue(form())
    *inside, last = way.split(".")
    place = event
    for key in inside:
        place = place[key]
    place[last] = value
    with pytest.raises(GzgError, match=way):
        read(event)


@pytest.mark.parametrize("content", [b"", b"{", b"[" * 100_000, b"\xff"])
def test_a_file_that_is_no_event_is_told(content: bytes) -> None:
    with pytest.raises(GzgError):
        read_issue_event(content, Language.EN)


def test_lines_end_in_one_way_whatever_the_browser_sent() -> None:
    assert read(issue("a\r\nb\rc")).text == "a\nb\nc"
    assert read(issue(None)).text == ""
