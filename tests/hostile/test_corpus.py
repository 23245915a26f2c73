"""Every hostile case: a diagnostic with its code, in bounded time and memory, and never a crash."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile.bounded import Checker, Outcome, checker
from tests.hostile.case import PLAIN, Case, Home, base, lay_down
from tests.hostile.corpus import CASES, PLAYED, label

MOST_SECONDS = 2
MOST_MEGABYTES = 200


@pytest.fixture(scope="module")
def bounded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    with checker(tmp_path_factory.mktemp("bounded")) as process:
        yield process


@pytest.fixture(scope="module")
def empty(bounded: Checker, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """A check that finds nothing, to compare the others with."""
    root = tmp_path_factory.mktemp("empty")
    for home in Home:
        lay_down(PLAIN, home, root)
    return bounded.check(root)


def test_there_are_cases_enough_and_each_has_its_own_name() -> None:
    assert len([each for each in CASES if each.codes]) >= 60
    assert len({each.name for each in CASES}) == len(CASES)


def test_what_the_cases_are_laid_over_is_in_order(empty: Outcome) -> None:
    assert (empty.exit_code, empty.codes, empty.complaint) == (0, frozenset(), "")


@pytest.mark.parametrize("played", PLAYED, ids=label)
def test_a_hostile_case_is_told_within_bounds(
    played: tuple[Case, Home], bounded: Checker, empty: Outcome, tmp_path: Path
) -> None:
    case, home = played
    outcome = bounded.check(lay_down(case, home, tmp_path))
    shutil.rmtree(tmp_path)
    assert outcome.complaint == ""
    assert outcome.exit_code in {0, 1}
    assert outcome.codes == case.codes
    assert outcome.seconds - empty.seconds < MOST_SECONDS
    assert outcome.memory - empty.memory < MOST_MEGABYTES
    assert "/etc/passwd" not in outcome.output or "/etc/passwd" in str(case.files)
    assert "root:x:0" not in outcome.output


def test_the_base_has_the_record_of_its_home() -> None:
    assert {path for home in Home for path in base(home)} >= {
        "submissions/oefenoproep/vreemd/submission.yml",
        "content/blueprints/vreemd/blueprint.yml",
    }
