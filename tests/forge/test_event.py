"""The event that is judged: whose, and at which time, whatever moved since."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import pytest

from gzg.forge.event import event_of, is_of
from gzg.forge.words import LONGEST, described, times
from gzg.intake.event import Action, Event, read_event
from gzg.texts import Language
from tests.forge.recorded import answer

HEAD = "12" * 20
OPENED = "2022-06-15T08:30:00Z"


def pull(**facts: Any) -> Any:
    return answer("pull", **{"head__sha": HEAD, "created_at": OPENED, **facts})


def run(created: str, **facts: Any) -> Any:
    return answer("run", **{"head_sha": HEAD, "created_at": created, **facts})


def event(
    pull: Any,
    runs: Iterable[Any] = (),
    recorded: Iterable[datetime] = (),
    *,
    may_write: bool = False,
) -> Event:
    return read_event(event_of(pull, runs, recorded, may_write=may_write), Language.EN)


def at(time: str) -> datetime:
    return datetime.fromisoformat(time)


def test_opening_counts_at_the_moment_of_opening() -> None:
    found = event(pull(), [run("2022-06-15T08:30:04Z")])
    assert (found.action, found.time) == (Action.OPENED, at(OPENED))


def test_a_push_counts_at_the_forges_time_of_it() -> None:
    pushed = pull(head__repo__pushed_at="2022-06-20T10:00:00Z")
    found = event(pushed, [run("2022-06-20T10:00:03Z")])
    assert (found.action, found.time) == (Action.PUSHED, at("2022-06-20T10:00:00Z"))


def test_a_push_elsewhere_in_the_copy_makes_it_no_later_than_its_first_run() -> None:
    moved = pull(head__repo__pushed_at="2022-07-09T10:00:00Z")
    runs = [run("2022-07-09T10:00:03Z"), run("2022-06-20T10:00:03Z")]
    assert event(moved, runs).time == at("2022-06-20T10:00:03Z")


def test_the_time_of_an_earlier_verdict_stands() -> None:
    moved = pull(head__repo__pushed_at="2022-07-09T10:00:00Z")
    recorded = [at("2022-06-20T12:00:00+02:00")]
    assert event(moved, [run("2022-06-20T10:00:03Z")], recorded).time == recorded[0]


def test_what_was_pushed_before_opening_was_not_handed_in_yet() -> None:
    recorded = [at("2022-05-01T10:00:00Z")]
    assert event(pull(), [run("2022-05-01T10:00:03Z")], recorded).time == at(OPENED)


def test_after_the_copy_is_deleted_the_time_that_was_told_stands() -> None:
    recorded = [at("2022-06-20T10:00:00Z")]
    assert event(pull(head__repo=None), [], recorded).time == recorded[0]


def test_a_deleted_copy_of_which_nothing_was_told_has_no_time() -> None:
    assert event(pull(head__repo=None)).time is None


@pytest.mark.parametrize(
    "facts",
    [
        {"head_branch": "ander"},
        {"head_sha": "34" * 20},
        {"head_repository__id": 201},
        {"head_repository": None},
    ],
)
def test_a_run_of_another_pull_request_with_that_commit_tells_no_time(facts: Any) -> None:
    assert is_of(run(OPENED), pull())
    assert not is_of(run(OPENED, **facts), pull())


@pytest.mark.parametrize("association", ["NONE", "MEMBER", "OWNER", "COLLABORATOR"])
def test_a_maintainer_is_who_may_write_whatever_else_they_are_called(association: str) -> None:
    offered = pull(author_association=association)
    assert event(offered, [run(OPENED)], may_write=True).is_maintainer
    assert not event(offered, [run(OPENED)], may_write=False).is_maintainer


def test_who_pushes_to_the_branch_of_a_maintainer_is_none() -> None:
    stranger = {"login": "ander", "id": 6666, "type": "User"}
    assert not event(pull(), [run(OPENED, actor=stranger)], may_write=True).is_maintainer
    assert not event(pull(), may_write=True).is_maintainer


def test_a_status_keeps_the_time_it_tells() -> None:
    time = at("2022-06-20T12:00:00+02:00")
    status = answer("status", description=described("Ontvankelijk / Admissible", 4, time))
    assert list(times([status], 4)) == [time]


def test_a_long_description_is_cut_before_its_time() -> None:
    text = described("x" * 300, 4, at("2022-06-20T12:00:00+02:00"))
    assert len(text) == LONGEST
    assert list(times([answer("status", description=text)], 4)) != []


@pytest.mark.parametrize(
    "facts",
    [
        {"creator": {"login": "iemand", "id": 6666, "type": "User"}},
        {"creator": None},
        {"context": "iets-anders"},
        {"description": "Ontvankelijk (#5, 2022-06-01T10:00:00+02:00)"},
        {"description": "Ontvankelijk"},
        {"description": None},
    ],
)
def test_a_status_of_another_writer_name_or_pull_request_tells_no_time(facts: Any) -> None:
    assert list(times([answer("status", **facts)], 4)) == []
