"""What a pull request may do, where a card's examples do not show it."""

from collections.abc import Mapping

import pytest

from gzg.diagnostics import Diagnostic
from gzg.engine.judge import judge
from gzg.repository.catalogue import Catalogue
from gzg.repository.history import History
from gzg.repository.pull_request import PullRequest
from gzg.repository.repository import Repository
from gzg.repository.source_file import read_source
from gzg.repository.tree import MemoryTree
from gzg.rules.gzg421_outside_content import MOST
from gzg.rules.pull_requests import is_of_office
from gzg.rules.registry import rules
from gzg.rules.rule import Context
from tests.rules.examples import smallest_files
from tests.rules.test_cards import NOW

CALL = "content/calls/voorbeeldoproep/call.yml"
DECISION = "content/calls/voorbeeldoproep/decision.yml"
FOLDER = "submissions/voorbeeldoproep/voorbeeld"
DOSSIER = f"{FOLDER}/submission.yml"
README = f"{FOLDER}/README.md"
REFUSED = b"date: 2022-11-18\nrefused:\n  - submission: voorbeeldoproep/voorbeeld\n"
OWNER, MAINTAINER = 7, 1


def found(
    pull_request: PullRequest,
    *,
    files: Mapping[str, bytes] | None = None,
    before: Mapping[str, bytes] | None = None,
    gone: tuple[str, ...] = (),
) -> list[str]:
    """The codes of the rules on pull requests that find something."""
    return [each.code for each in judged(pull_request, files=files, before=before, gone=gone)]


def judged(
    pull_request: PullRequest,
    *,
    files: Mapping[str, bytes] | None = None,
    before: Mapping[str, bytes] | None = None,
    gone: tuple[str, ...] = (),
) -> list[Diagnostic]:
    """What the rules on pull requests find."""
    every = {**smallest_files(), **(files or {})}
    kept = {path: raw for path, raw in every.items() if path not in gone}
    past = {path: read_source(path, raw) for path, raw in (before or {}).items()}
    catalogue = Catalogue(Repository(MemoryTree(kept)))
    history = History(past, frozenset(pull_request.changed))
    diagnostics = judge(Context(catalogue, NOW, history, pull_request), rules())
    return [each for each in diagnostics if each.code.startswith("GZG42")]


def changing(*paths: str, author: int = OWNER, is_maintainer: bool = False) -> PullRequest:
    changed = frozenset(paths)
    return PullRequest(author, is_maintainer=is_maintainer, changed=changed, existed=changed)


def owned(*accounts: int) -> dict[str, bytes]:
    return {DOSSIER: smallest_files()[DOSSIER] + f"accounts: {list(accounts)}\n".encode()}


def practice() -> dict[str, bytes]:
    return {CALL: smallest_files()[CALL] + b"demo: true\n"}


def test_a_text_alone_is_judged_by_the_accounts_that_stand_there() -> None:
    assert found(changing(README), files=owned(OWNER)) == []
    assert found(changing(README), files=owned(8)) == ["GZG422"]


def test_a_dossier_without_accounts_is_changed_by_nobody() -> None:
    assert found(changing(README)) == ["GZG422"]


def test_the_office_changes_no_dossier_but_one_for_practice() -> None:
    by_maintainer = changing(README, author=MAINTAINER, is_maintainer=True)
    assert found(by_maintainer, files=owned(OWNER)) == ["GZG422"]
    assert found(by_maintainer, files=owned(MAINTAINER)) == []
    assert found(by_maintainer, files=practice()) == []
    assert found(changing(README, author=8), files=practice()) == ["GZG422"]


def test_a_new_dossier_in_a_folder_where_something_stood_is_not_new() -> None:
    request = PullRequest(OWNER, changed=frozenset({DOSSIER}))
    assert found(request, files=owned(OWNER)) == ["GZG422"]


def test_a_decision_that_is_taken_away_still_counts() -> None:
    request = changing(README, DECISION)
    assert found(request, files=owned(OWNER), before={DECISION: REFUSED}) == ["GZG424", "GZG423"]


def test_not_even_the_office_changes_a_decided_dossier() -> None:
    by_maintainer = changing(README, author=MAINTAINER, is_maintainer=True)
    assert found(by_maintainer, files={**owned(MAINTAINER), DECISION: REFUSED}) == ["GZG423"]


def test_a_decided_dossier_for_practice_is_kept_up_by_maintainers_only() -> None:
    files = {**owned(OWNER), **practice(), DECISION: REFUSED}
    assert found(changing(README), files=files) == ["GZG423"]
    by_maintainer = changing(README, author=MAINTAINER, is_maintainer=True)
    assert found(by_maintainer, files=files) == []


def test_a_dossier_that_is_taken_away_is_told_once_by_another_rule() -> None:
    inside = tuple(path for path in smallest_files() if path.startswith(f"{FOLDER}/"))
    before = {DOSSIER: smallest_files()[DOSSIER], DECISION: REFUSED}
    assert found(changing(*inside), before=before, gone=inside) == []


def test_of_many_files_outside_the_content_some_are_told() -> None:
    many = changing(*(f"tools/{number}.py" for number in range(MOST + 5)))
    assert found(many) == ["GZG421"] * MOST
    assert found(PullRequest(MAINTAINER, is_maintainer=True, changed=many.changed)) == []


def test_content_without_a_dossier_may_be_offered_by_anybody() -> None:
    assert found(changing("content/projects/voorbeeld/README.md", CALL)) == []


def test_of_a_new_dossier_and_another_s_the_new_one_is_handed_in() -> None:
    new = "submissions/voorbeeldoproep/zwembad/submission.yml"
    files = {new: smallest_files()[DOSSIER].replace(b"id: voorbeeld\n", b"id: zwembad\n")}
    both = PullRequest(8, changed=frozenset({DOSSIER, new}), existed=frozenset({DOSSIER}))
    diagnostics = judged(both, files=files, before=owned(OWNER))
    assert [each.path for each in diagnostics if each.code == "GZG420"] == [DOSSIER]


def test_a_file_beside_the_dossiers_may_go_and_the_office_may_put_one() -> None:
    stray = "submissions/voorbeeldoproep/README.md"
    files = {stray: b"# Wat hier staat\n"}
    assert found(changing(stray), files=files) == ["GZG428"]
    assert found(changing(stray)) == []
    assert found(changing(stray, author=MAINTAINER, is_maintainer=True), files=files) == []


@pytest.mark.parametrize(
    ("named", "expected"), [((), ["GZG429"]), ((OWNER + 1,), ["GZG429"]), ((OWNER,), [])]
)
def test_who_hands_in_is_told_when_the_dossier_does_not_name_them(
    named: tuple[int, ...], expected: list[str]
) -> None:
    new = PullRequest(OWNER, is_maintainer=False, changed=frozenset({DOSSIER, README}))
    assert found(new, files=owned(*named)) == expected
    by_office = PullRequest(MAINTAINER, is_maintainer=True, changed=new.changed)
    assert found(by_office, files=owned(*named)) == []


def test_who_takes_themselves_off_a_dossier_is_told() -> None:
    before = {DOSSIER: owned(OWNER, 8)[DOSSIER]}
    assert found(changing(DOSSIER), files=owned(8), before=before) == ["GZG429"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (f"{FOLDER}/receipt.yml", True),
        (f"{FOLDER}/admissibility.yml", True),
        (f"{FOLDER}/assessments/een/diep.yml", True),
        ("content/calls/x/jury.yml", True),
        ("content/calls/x/advice.yml", True),
        (DECISION, True),
        (CALL, False),
        (DOSSIER, False),
        (f"{FOLDER}/annexes/receipt.yml", False),
        ("submissions/x/receipt.yml", False),
    ],
)
def test_what_only_the_office_writes(path: str, expected: bool) -> None:
    assert is_of_office(path) is expected
