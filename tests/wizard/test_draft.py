"""An unfinished dossier: kept whole, read back whole, also after a person mended it."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gzg.repository.source_file import SourceFile
from gzg.wizard.comments import FoundComments
from gzg.wizard.draft import Draft, drafts_of, load, place_of, remove, save

words = st.text(st.characters(codec="utf-8"), min_size=1)
steps = st.one_of(st.from_regex(r"[a-z_]{1,9}", fullmatch=True), st.integers(0, 9))
paths = st.lists(steps, min_size=1, max_size=3).map(tuple)
drafts = st.builds(
    Draft,
    st.just("oproep"),
    st.just("loket"),
    data=st.dictionaries(st.sampled_from(["title", "summary", "focus"]), words),
    texts=st.dictionaries(st.tuples(st.just("pitch"), words), words),
    later=st.frozensets(paths),
    passed=st.frozensets(paths),
    readme=st.one_of(st.just(""), words),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drafts)
def test_a_draft_comes_back_as_it_was_kept(tmp_path: Path, draft: Draft) -> None:
    save(draft, tmp_path)

    assert load(tmp_path, "oproep", "loket") == draft


def test_drafts_are_listed_until_they_are_forgotten(tmp_path: Path) -> None:
    draft = Draft("oproep", "loket").answered(("title",), "Loket")
    save(draft, tmp_path)

    assert drafts_of(tmp_path, "oproep") == ("loket",)
    remove(draft, tmp_path)
    assert drafts_of(tmp_path, "oproep") == ()


def test_the_folder_of_drafts_is_ignored_by_git(tmp_path: Path) -> None:
    save(Draft("oproep", "loket"), tmp_path)

    assert (tmp_path / ".gzg/.gitignore").read_text("utf-8") == "*\n"


def test_keeping_leaves_no_other_file_behind(tmp_path: Path) -> None:
    for title in ("een", "twee"):
        save(Draft("oproep", "loket").answered(("title",), title), tmp_path)

    assert [each.name for each in place_of(tmp_path, "oproep", "x").parent.iterdir()] == [
        "loket.yml"
    ]


def test_a_draft_mended_by_hand_keeps_what_was_written_beside_it(tmp_path: Path) -> None:
    save(Draft("oproep", "loket").answered(("title",), "Loket"), tmp_path)
    place = place_of(tmp_path, "oproep", "loket")
    mended = place.read_text("utf-8").replace("title: Loket", "title: Beter loket # vraag Jan")
    place.write_text(mended, "utf-8")

    draft = load(tmp_path, "oproep", "loket")

    assert isinstance(draft, Draft)
    assert draft.answer(("title",)) == "Beter loket"
    assert draft.comments == FoundComments({("title",): ("vraag Jan",)})
    save(draft, tmp_path)
    assert load(tmp_path, "oproep", "loket") == draft


@pytest.mark.parametrize("text", ["submission: [", "submission:\n\ttitle: x", "a: 1\na: 2\n"])
def test_a_draft_that_cannot_be_read_is_left_alone(tmp_path: Path, text: str) -> None:
    place = place_of(tmp_path, "oproep", "loket")
    place.parent.mkdir(parents=True)
    place.write_text(text, "utf-8")

    assert isinstance(load(tmp_path, "oproep", "loket"), SourceFile)
    assert place.read_text("utf-8") == text


def test_an_answer_and_putting_off_exclude_each_other() -> None:
    draft = Draft("oproep", "loket").put_off(("title",))

    assert draft.answered(("title",), "Loket").later == frozenset()
    assert draft.passing(("title",)).later == frozenset()
    assert draft.put_off(("title",)).passed == frozenset()
