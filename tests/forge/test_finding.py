"""Which pull request a run was for, whose status it is, and which comment is ours."""

from typing import Any

import pytest

from gzg.forge.finding import is_first_with_head, own_comment, pull_request_of
from gzg.intake.report_markdown import MARK
from tests.forge.recorded import answer

HEAD = "12" * 20


def pull(**facts: Any) -> Any:
    return answer("pull", **{"head__sha": HEAD, **facts})


RUN = answer("run", head_sha=HEAD)


def test_a_pull_request_from_a_copy_is_found_though_the_run_names_none() -> None:
    assert RUN["pull_requests"] == []
    others = [pull(number=3, head__repo__id=201), pull(number=5, head__ref="ander")]
    assert pull_request_of(RUN, [*others, pull()], "main") == pull()


@pytest.mark.parametrize(
    "facts",
    [
        {"head__sha": "34" * 20},
        {"head__ref": "ander"},
        {"head__repo__id": 201},
        {"head__repo": None},
        {"base__ref": "oefening"},
    ],
)
def test_another_head_branch_copy_or_base_is_another_pull_request(facts: dict[str, Any]) -> None:
    assert pull_request_of(RUN, [pull(**facts)], "main") is None


def test_a_run_of_a_deleted_copy_is_for_nothing() -> None:
    run = answer("run", head_sha=HEAD, head_repository=None)
    assert pull_request_of(run, [pull(head__repo=None)], "main") is None


def test_who_offers_somebody_elses_commit_later_does_not_speak_for_it() -> None:
    first, copied = pull(number=4), pull(number=9, head__repo__id=666)
    assert is_first_with_head(first, [copied, first])
    assert not is_first_with_head(copied, [copied, first])


def test_a_comment_with_our_mark_is_ours_only_if_our_workflow_wrote_it() -> None:
    person = {"login": "iemand", "id": 6666, "type": "User"}
    app = {"login": "ander[bot]", "id": 5, "type": "Bot"}
    forged = [answer("comment", id=1, user=person), answer("comment", id=2, user=app)]
    assert own_comment(forged, MARK) is None
    assert own_comment([*forged, answer("comment", id=3)], MARK) == answer("comment", id=3)


def test_another_comment_of_a_workflow_is_left_alone() -> None:
    assert own_comment([answer("comment", body="Welkom")], MARK) is None
