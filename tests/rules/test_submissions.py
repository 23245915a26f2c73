"""Rules on dossiers where a card's one example does not reach: instants, twins, hard texts."""

import subprocess
import sys
import time
from collections.abc import Iterable

import pytest

from gzg.call_schema.judging import CallJudge
from gzg.engine.judge import judge
from gzg.repository.catalogue import Catalogue
from gzg.repository.repository import Repository
from gzg.repository.tree import MemoryTree
from gzg.rules.registry import rules
from gzg.rules.rule import Context
from tests.call_schema.dossiers import call, dossier, programme
from tests.rules.examples import RECEIPT, laid_over, smallest_files
from tests.rules.test_cards import NOW

CALL = "content/calls/voorbeeldoproep/call.yml"
FOLDER = "submissions/voorbeeldoproep"
SUBMISSION = f"{FOLDER}/voorbeeld/submission.yml"
README = f"{FOLDER}/voorbeeld/README.md"
PART = "dossier_parts: [{part: plan, minimum_words: 3, maximum_words: 4}]\n"


def found(
    *, call: str = "", submission: str = "", received: str = "", readme: str = ""
) -> list[str]:
    """The codes that a changed call, dossier, receipt or text gives."""
    files = smallest_files()
    files[CALL] = laid_over(call, files[CALL].decode(), [])
    files[SUBMISSION] = laid_over(submission, files[SUBMISSION].decode(), [])
    if received:
        text = RECEIPT.format(number="een", digest="0" * 64)
        text = text.replace("2022-06-15T12:00:00+02:00", received)
        files[f"{FOLDER}/voorbeeld/receipt.yml"] = text.encode()
    if readme:
        files[README] = readme.encode()
    return codes(files)


def codes(files: dict[str, bytes]) -> list[str]:
    context = Context(Catalogue(Repository(MemoryTree(files))), NOW)
    return [each.code for each in judge(context, rules())]


@pytest.mark.parametrize(
    ("closes", "received", "expected"),
    [
        ("2022-07-01", "2022-07-01T23:59:59+02:00", []),
        ("2022-07-01", "2022-07-01T21:59:59Z", []),
        ("2022-07-01", "2022-07-01T22:00:00Z", ["GZG412"]),
        ("2022-07-01T12:00", "2022-07-01T12:00:00+02:00", []),
        ("2022-07-01T12:00", "2022-07-01T12:00:01+02:00", ["GZG412"]),
        # The hour that comes twice when summer time ends is meant the second time.
        ("2022-10-30T02:30", "2022-10-30T02:30:00+01:00", []),
        ("2022-10-30T02:30", "2022-10-30T02:30:01+01:00", ["GZG412"]),
        ("2022-10-30T02:30", "2022-10-30T02:45:00+02:00", []),
    ],
)
def test_the_last_second_is_in_time_and_the_next_is_not(
    closes: str, received: str, expected: list[str]
) -> None:
    assert found(call=f"closes: {closes}\n", received=received) == expected


def test_a_dossier_without_a_receipt_comes_in_now() -> None:
    files = smallest_files()
    del files[f"{FOLDER}/voorbeeld/receipt.yml"]

    assert codes(files) == ["GZG412"]


def test_a_receipt_that_cannot_be_read_gives_only_its_own_diagnostic() -> None:
    files = smallest_files()
    files[f"{FOLDER}/voorbeeld/receipt.yml"] = b"number: Een\n"

    assert set(codes(files)) == {"GZG101", "GZG106"}


def test_an_earlier_state_of_a_call_does_not_count() -> None:
    postponed = "closes: 2022-08-01\namendments: [{field: closes, new: 2022-08-01}]\n"

    assert found(call=postponed, received="2022-07-20T12:00:00+02:00") == []


@pytest.mark.parametrize(
    ("readme", "expected"),
    [
        ("# V\n\n## Plan\n\neen twee drie\n", []),
        ("# V\n\n##   PLAN  ##\n\neen twee – drie vier\n", []),
        ("# V\n\nPlan\n----\n\neen twee drie\n", []),
        ("# V\n\n## Plan\n\n### Titels tellen niet mee\n\neen twee drie vier\n", []),
        ("# V\r\n\r\n## Plan\r\n\r\neen twee drie\r\n", []),
        ("# V\n\n## Plan\n\neen twee\n\n## Ander\n\ndrie vier vijf\n", ["GZG244"]),
        ("# V\n\n## Plan\n\neen twee drie\n\n## Plan\n\neen twee drie vier vijf\n", []),
        ("# V\n\n```\n## Plan\n```\n\neen twee drie\n", ["GZG241"]),
        ("# V\n\n## Plan\n\neen\ntwee\n\ndrie vier vijf\n", ["GZG243"]),
        ("# V\n\n## Plan", ["GZG244"]),
        ("# V\n\n## Plan\n\n> een hint telt niet mee als tekst\n\neen twee\n", ["GZG244"]),
    ],
)
def test_a_part_is_found_however_its_heading_is_written(readme: str, expected: list[str]) -> None:
    assert found(call=PART, readme=readme) == expected


def with_texts(*texts: Iterable[str]) -> list[tuple[str, str]]:
    files = smallest_files()
    plain = files[SUBMISSION].decode()
    for number, words in enumerate(texts):
        folder = f"{FOLDER}/d{number}"
        dossier = plain.replace("id: voorbeeld", f"id: d{number}")
        files[f"{folder}/submission.yml"] = dossier.encode()
        files[f"{folder}/README.md"] = f"# Dossier\n\n{' '.join(words)}\n".encode()
        receipt = RECEIPT.format(number=f"d{number}", digest="0" * 64)
        files[f"{folder}/receipt.yml"] = receipt.replace("-15T", f"-{20 - number}T").encode()
    context = Context(Catalogue(Repository(MemoryTree(files))), NOW)
    diagnostics = judge(context, rules())
    return [(each.code, each.path.split("/")[2]) for each in diagnostics]


WORDS = [f"woord{number}" for number in range(80)]


def test_of_equal_dossiers_the_first_that_came_in_is_left_alone() -> None:
    assert with_texts(WORDS, WORDS, WORDS) == [("GZG325", "d0"), ("GZG325", "d1")]


def test_capitals_and_marks_make_no_other_dossier() -> None:
    assert with_texts(WORDS, [f"{word.upper()}," for word in WORDS]) == [("GZG325", "d0")]


def test_texts_of_a_few_words_are_alike_by_chance() -> None:
    assert with_texts(WORDS[:48], WORDS[:48]) == []


def test_the_library_for_schemas_is_loaded_only_for_a_dossier() -> None:
    program = (
        "import sys, gzg.engine.judge, gzg.engine.conditions, gzg.rules.registry as registry;"
        "registry.rules(); sys.exit('jsonschema' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_a_dossier_is_compared_with_its_call_within_a_few_milliseconds() -> None:
    """It takes less than one on an idle machine; a machine in use gets room."""
    judges, data = CallJudge(call(), programme()), dossier()
    judges.breaches(data, lambda id: None)
    best = min(_seconds(judges, data) for _ in range(20))

    assert best < 0.003


def _seconds(judges: CallJudge, data: dict[str, object]) -> float:
    start = time.perf_counter()
    judges.breaches(data, lambda id: None)
    return time.perf_counter() - start
