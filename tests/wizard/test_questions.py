"""`gzg questions`: the whole list of a call, on the screen, in Markdown and in Word."""

import zipfile
from pathlib import Path

import pytest
from docx import Document

from gzg.commands.options import open_catalogue
from gzg.model.call import Asked, Openness
from gzg.model.programme import Programme
from gzg.texts import Language
from gzg.wizard import question_list_markdown, question_list_word
from gzg.wizard.question_list import Block, Look, question_list
from tests.commands.processes import gzg
from tests.golden import same_as
from tests.wizard.programmes import ROOT

GOLDEN = Path(__file__).with_name("golden")
CATALOGUE = open_catalogue(ROOT)


def programme() -> Programme:
    assert CATALOGUE.programme is not None
    return CATALOGUE.programme


def listed(language: Language, call: str = "oefenoproep") -> tuple[Block, ...]:
    return question_list(CATALOGUE.calls[call], programme(), language)


@pytest.mark.parametrize("language", Language)
def test_the_list_of_the_practice_call_is_as_it_was(language: Language) -> None:
    made = gzg("questions", "oefenoproep", "--lang", language, cwd=ROOT)

    assert made.returncode == 0
    assert same_as(GOLDEN / f"oefenoproep.{language}.md", made.stdout)


@pytest.mark.parametrize("call", sorted(CATALOGUE.calls))
@pytest.mark.parametrize("language", Language)
def test_every_call_has_a_list(call: str, language: Language) -> None:
    text = question_list_markdown.rendered(listed(language, call))

    assert text.startswith("# ")
    assert "  \n" not in text


def test_a_call_is_asked_only_what_it_asks_for() -> None:
    found = CATALOGUE.calls["oefenoproep"]
    call = found.model_copy(update={"asks": (Asked.BUDGET,), "openness": Openness.AT_DECISION})

    text = question_list_markdown.rendered(question_list(call, programme(), Language.NL))

    assert ". Begroting" in text
    assert ". Samenwerkingsovereenkomst" not in text
    assert "**Aandeel" not in text
    assert "wordt na de beslissing openbaar" in text


def test_only_an_exercise_may_do_without_accounts() -> None:
    practice = CATALOGUE.calls["oefenoproep"]
    real = practice.model_copy(update={"demo": False})

    for call, title in ((practice, "Accounts (niet verplicht)\n"), (real, "Accounts\n")):
        text = question_list_markdown.rendered(question_list(call, programme(), Language.NL))
        assert f". {title}" in text


@pytest.mark.parametrize("language", Language)
def test_the_word_file_has_the_same_texts_under_real_headings(
    language: Language, tmp_path: Path
) -> None:
    file = tmp_path / "vragen.docx"
    made = gzg("questions", "oefenoproep", "--out", file, "--lang", language, cwd=ROOT)
    blocks = listed(language)

    assert made.returncode == 0
    paragraphs = [each for each in Document(str(file)).paragraphs if each.text]
    assert [each.text for each in paragraphs] == [
        f"{block.lead} {block.text}" if block.lead else block.text for block in blocks
    ]
    assert [each.style.name for each in paragraphs if each.style] == [
        question_list_word.STYLES[block.look] for block in blocks
    ]


def test_the_word_file_names_nobody_and_no_time(tmp_path: Path) -> None:
    file = tmp_path / "vragen.docx"
    file.write_bytes(question_list_word.rendered(listed(Language.NL), Language.NL))

    own = Document(str(file)).core_properties
    assert (own.author, own.last_modified_by, own.comments) == ("", "", "")
    assert own.title == "Vragenlijst – Oefenoproep: probeer het indienen uit"
    with zipfile.ZipFile(file) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        inside = b"".join(archive.read(name) for name in archive.namelist() if name.endswith("xml"))
    assert b"python-docx" not in inside


def test_the_word_file_is_the_same_every_time() -> None:
    blocks = listed(Language.NL)

    first = question_list_word.rendered(blocks, Language.NL)

    assert question_list_word.rendered(blocks, Language.NL) == first


def test_text_from_content_means_nothing_to_markdown() -> None:
    blocks = (Block(Look.ITEM, "a <script> [b](javascript:x) *c*\n# d", "**e**"),)

    assert question_list_markdown.rendered(blocks) == (
        "- **\\*\\*e\\*\\*** a \\<script\\> \\[b\\](javascript:x) \\*c\\* # d\n"
    )


def test_a_word_file_needs_a_place() -> None:
    made = gzg("questions", "oefenoproep", "--format", "docx", cwd=ROOT)

    assert (made.returncode, made.stdout) == (2, "")
    assert "--out" in made.stderr
