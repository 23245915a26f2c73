"""Every card's examples, run: *Wrong* gives the marked lines and nothing else, *Right* nothing."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from gzg.diagnostics import Diagnostic
from gzg.engine.judge import judge
from gzg.engine.report import Report
from gzg.repository.catalogue import Catalogue
from gzg.repository.history import History
from gzg.repository.repository import Repository
from gzg.repository.source_file import read_source
from gzg.repository.tree import MemoryTree
from gzg.rules.card import card_of
from gzg.rules.registry import module_by_code, rules
from gzg.rules.rule import Context
from gzg.texts import Language
from tests.rules.examples import Example, example_of, smallest_files

NOW = datetime(2026, 1, 1, 12, tzinfo=ZoneInfo("Europe/Brussels"))
CODES = sorted(module_by_code())


def judged(example: Example) -> tuple[tuple[Diagnostic, ...], Repository]:
    repository = Repository(MemoryTree(example.files, example.links))
    before = {path: read_source(path, raw) for path, raw in example.before.items()}
    history = History(before, example.touched, is_complete=not example.is_shallow)
    context = Context(Catalogue(repository), NOW, history, example.pull_request)
    return judge(context, rules()), repository


def test_the_smallest_records_are_in_order() -> None:
    found, _ = judged(Example(smallest_files(), {}, frozenset()))
    assert found == ()


@pytest.mark.parametrize("code", CODES)
def test_wrong_gives_exactly_the_marked_lines(code: str) -> None:
    example = example_of(card_of(code).sections["Wrong"])
    found, _ = judged(example)
    assert code in {mark[2] for mark in example.expected}, "no line is marked"
    assert sorted((each.path, each.span.line, each.code) for each in found) == sorted(
        example.expected
    )


@pytest.mark.parametrize("code", CODES)
def test_right_gives_nothing_from_any_rule(code: str) -> None:
    found, _ = judged(example_of(card_of(code).sections["Right"]))
    assert found == ()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("code", CODES)
def test_the_sentences_can_be_filled_and_end_as_sentences(code: str, language: Language) -> None:
    found, repository = judged(example_of(card_of(code).sections["Wrong"]))
    for worded in Report(found, repository, records=1).worded(language):
        for sentence in (worded.message, worded.remedy):
            assert sentence[0].isupper() or not sentence[0].isalpha()
            assert sentence.endswith((".", "?"))
            assert "None" not in sentence
            assert "{" not in sentence


@pytest.mark.parametrize("code", CODES)
def test_a_card_says_why_in_both_languages(code: str) -> None:
    card = card_of(code)
    assert set(card.sections) == {"Waarom", "Why", "Wrong", "Right"}
    assert all(len(card.why(language)) > 40 for language in Language)
