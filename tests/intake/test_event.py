"""What is read of a forge's event: the time that counts, who maintains, and what is refused."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from gzg.errors import GzgError
from gzg.intake.event import Action, Event, read_event
from gzg.texts import Language
from tests.intake.forge import Offered, github_event
from tests.intake.programme import OWNER, STRANGER

OFFERED = Offered(7, "ab" * 20)
OPENED, PUSHED = "2022-06-15T08:30:00Z", "2022-06-20T09:00:00Z"
NEUTRAL = {
    "action": "pushed",
    "number": 7,
    "author": OWNER,
    "maintainer": False,
    "head": "ab" * 20,
    "opened": OPENED,
    "time": PUSHED,
    "url": "https://forge.example/7",
}


def read(data: object) -> Event:
    return read_event(json.dumps(data).encode(), Language.NL)


def github(**facts: object) -> Event:
    return read(github_event(OFFERED, **facts))  # type: ignore[arg-type]


def instant(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("action", "pushed", "expected"),
    [
        ("opened", PUSHED, OPENED),
        ("opened", None, OPENED),
        ("synchronize", PUSHED, PUSHED),
        ("reopened", PUSHED, PUSHED),
        ("synchronize", "2022-06-01T00:00:00Z", OPENED),
        ("reopened", "2022-06-01T00:00:00Z", OPENED),
    ],
)
def test_the_time_that_counts_is_the_opening_or_the_last_push_after_it(
    action: str, pushed: str | None, expected: str
) -> None:
    assert github(action=action, opened=OPENED, pushed=pushed).time == instant(expected)


@pytest.mark.parametrize("action", ["synchronize", "reopened"])
def test_a_copy_that_is_gone_has_no_time_of_a_push(action: str) -> None:
    assert github(action=action, pushed=None).time is None


@pytest.mark.parametrize("action", ["labeled", "edited", "closed", "assigned", "pushed", ""])
def test_any_other_action_of_github_is_just_another(action: str) -> None:
    assert github(action=action).action is Action.OTHER


def test_a_time_in_seconds_is_read_too() -> None:
    event = github_event(OFFERED, action="synchronize")
    event["pull_request"]["head"]["repo"]["pushed_at"] = 1655800000  # type: ignore[index]
    assert read(event).time == datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=1655800000)


@pytest.mark.parametrize(
    ("association", "expected"),
    [
        ("OWNER", True),
        ("MEMBER", True),
        ("COLLABORATOR", True),
        ("CONTRIBUTOR", False),
        ("FIRST_TIME_CONTRIBUTOR", False),
        ("NONE", False),
        ("owner", False),
    ],
)
def test_a_maintainer_is_known_by_the_association(association: str, expected: bool) -> None:
    assert github(association=association).is_maintainer is expected


def test_what_somebody_else_pushed_to_a_copy_is_not_a_maintainers() -> None:
    assert not github(association="OWNER", sender=STRANGER).is_maintainer


def test_what_was_pushed_in_the_repository_itself_is_a_maintainers() -> None:
    assert github(association="OWNER", sender=STRANGER, is_inside=True).is_maintainer
    assert not github(association="NONE", is_inside=True).is_maintainer


def test_the_neutral_form_has_the_same_facts() -> None:
    assert read(NEUTRAL) == Event(
        action=Action.PUSHED,
        number=7,
        author=OWNER,
        is_maintainer=False,
        head="ab" * 20,
        opened=instant(OPENED),
        time=instant(PUSHED),
        url="https://forge.example/7",
    )
    assert read({**NEUTRAL, "time": None}).time is None
    assert read({**NEUTRAL, "time": "2022-01-01T00:00:00Z"}).time == instant(OPENED)
    assert read({**NEUTRAL, "action": "labelled"}).action is Action.OTHER


@pytest.mark.parametrize("field", ["action", "number", "author", "maintainer", "head", "opened"])
def test_an_absent_fact_is_named(field: str) -> None:
    with pytest.raises(GzgError, match=f"“{field}”"):
        read({key: value for key, value in NEUTRAL.items() if key != field})


@pytest.mark.parametrize(
    "changes",
    [
        {"number": "7"},
        {"number": True},
        {"number": 0},
        {"number": -5},
        {"number": 10**400},
        {"author": None},
        {"author": 1.5},
        {"maintainer": "false"},
        {"opened": "gisteren"},
        {"opened": "2022-06-15T08:30:00"},
        {"time": 10**30},
        {"time": []},
        {"time": "9999-12-31T23:59:59-12:00"},
        {"opened": "0001-01-01T00:00:00+12:00"},
        {"opened": "1066-10-14T09:00:00Z"},
        {"head": 5},
    ],
)
def test_a_fact_of_another_kind_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(GzgError, match=f"“{next(iter(changes))}”"):
        read({**NEUTRAL, **changes})


@pytest.mark.parametrize("association", [["OWNER"], {"OWNER": 1}, None, 5, "owner"])
def test_an_association_of_another_kind_makes_no_maintainer(association: object) -> None:
    assert not github(association=association).is_maintainer


@pytest.mark.parametrize("raw", [b"", b"\xff", b"[", b"[" * 100_000, b"nul"])
def test_what_is_no_json_is_refused(raw: bytes) -> None:
    with pytest.raises(GzgError, match="geen JSON"):
        read_event(raw, Language.NL)


@pytest.mark.parametrize("data", [[], 5, "x", None, {"pull_request": []}, {"pull_request": 5}])
def test_other_json_lacks_its_facts(data: object) -> None:
    with pytest.raises(GzgError, match="ontbreekt"):
        read(data)
