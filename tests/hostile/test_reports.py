"""What is said of a hostile case can do nothing itself: in no report, on no forge or terminal."""

from datetime import UTC, datetime

import pytest
from markdown_it import MarkdownIt

from gzg.engine.judge import judge
from gzg.engine.report import Report
from gzg.reporters import github, json, markdown, sarif, text
from gzg.repository.catalogue import Catalogue
from gzg.repository.repository import Repository
from gzg.repository.tree import MemoryTree
from gzg.rules.registry import rules
from gzg.rules.rule import Context
from gzg.texts import Language
from tests.hostile import names, texts, values
from tests.hostile.case import Case, Home, base, plain_files
from tests.hostile.corpus import label

NOW = datetime(2026, 1, 1, tzinfo=UTC)
PLAYED = [
    (case, home)
    for module in (names, texts, values)
    for case in module.CASES
    for home in case.homes
    if case.codes and case.files is not names.MANY and plain_files(case, home) is not None
]
PLAIN_TOKENS = {
    *("heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "text"),
    *("bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"),
    *("strong_open", "strong_close", "em_open", "em_close", "code_inline", "hardbreak"),
    *("softbreak", "text_special"),
}


def report(case: Case, home: Home) -> Report:
    files = base(home) | (plain_files(case, home) or {})
    repository = Repository(MemoryTree(files))
    return Report(judge(Context(Catalogue(repository), NOW), rules()), repository, records=1)


@pytest.mark.parametrize("played", PLAYED, ids=label)
def test_no_report_on_a_hostile_case_does_anything(played: tuple[Case, Home]) -> None:
    made = report(*played)
    assert {each.code for each in made.diagnostics} == played[0].codes
    page = MarkdownIt("commonmark").enable("table").parse(markdown.render(made, Language.NL))
    tokens = [*page, *(child for token in page for child in token.children or ())]
    assert {token.type for token in tokens} <= PLAIN_TOKENS
    assert sum(token.type == "heading_open" for token in tokens) == 1
    lines = github.render(made, Language.NL).splitlines()
    assert len(lines) == len(made.diagnostics)
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)
    on_screen = text.render(made, Language.NL)
    assert on_screen.replace("\n", "").isprintable()
    for reporter in (json, sarif):
        reporter.render(made, Language.EN).encode("utf-8")
