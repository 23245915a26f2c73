"""How texts are compared: stems, compounds, languages, order and bounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzg.resemblance.index import Document, build, nearest
from gzg.resemblance.words import STEMMERS, Stems, likely_languages, parts, stop_words, words


def document(id: str, text: str, *, language: str = "nl", kind: str = "project") -> Document:
    return Document(kind, id, {language: ((text, 1),)})


OTHERS = (
    document("brug", "brug herstellen"),
    document("markt", "markt inrichten"),
    document("haven", "haven verdiepen"),
)


def test_another_form_of_a_word_is_the_same_word() -> None:
    index = build([document("premie", "premies toekennen"), *OTHERS])
    (found,) = nearest(index, "de premie")
    assert (found.id, found.why) == ("premie", ("premie",))


def test_a_compound_is_found_by_its_parts() -> None:
    index = build([document("dood", "overlijden en aangifte"), *OTHERS])
    (found,) = nearest(index, "overlijdensaangifte")
    assert (found.id, found.why) == ("dood", ("overlijdensaangifte",))


def test_parts_are_found_in_a_compound() -> None:
    index = build(
        [document("kaart", "parkeervergunning"), document("plan", "parkeren, vergunning"), *OTHERS]
    )
    assert {each.id for each in nearest(index, "parkeren")} == {"kaart", "plan"}


@pytest.mark.parametrize(
    ("stem", "known", "expected"),
    [
        ("overlijdensaangif", {"overlijden", "aangif"}, ("overlijden", "aangif")),
        ("overlijdensaangif", {"overlijden"}, ()),
        ("overlijdensaangif", {"aangif"}, ()),
        ("huis", {"hu", "is"}, ()),
    ],
)
def test_a_compound_has_parts_only_where_both_are_known(
    stem: str, known: set[str], expected: tuple[str, ...]
) -> None:
    assert parts(stem, known) == expected


def test_what_is_rare_weighs_more() -> None:
    index = build(
        [document("a", "loket met rolstoel"), document("b", "loket"), document("c", "loket")]
    )
    assert nearest(index, "een rolstoel aan het loket")[0].id == "a"


def test_the_same_text_has_the_highest_score() -> None:
    index = build([document("a", "brug bouwen"), *OTHERS])
    assert nearest(index, "Brug bouwen")[0].score == 1.0


def test_ties_are_in_order_of_kind_and_id() -> None:
    same = [
        document("b", "brug"),
        document("a", "brug"),
        document("a", "brug", kind="blueprint"),
        document("x", "markt"),
    ]
    expected = [("blueprint", "a"), ("project", "a"), ("project", "b")]
    for documents in (same, same[::-1]):
        assert [(each.kind, each.id) for each in nearest(build(documents), "brug")] == expected


def test_no_more_are_told_than_asked() -> None:
    index = build([*(document(f"b{n}", "brug") for n in range(9)), *OTHERS])
    assert len(nearest(index, "brug")) == 3
    assert len(nearest(index, "brug", limit=5)) == 5


def test_among_very_many_the_one_that_shares_a_rare_word_is_found() -> None:
    many = [document(f"b{n}", "brug bouwen") for n in range(11_000)]
    index = build([*many, document("c", "brug met rolstoel")])
    assert nearest(index, "een brug voor een rolstoel")[0].id == "c"


def test_nothing_is_told_below_the_threshold() -> None:
    index = build([document("a", "brug bouwen en schilderen"), *OTHERS])
    score = nearest(index, "brug")[0].score
    assert nearest(index, "brug", threshold=score + 0.01) == ()


def test_a_record_in_two_languages_is_told_once() -> None:
    both = Document("project", "a", {"nl": (("brug", 1),), "en": (("bridge", 1),)})
    index = build([both, *OTHERS])
    assert [each.id for each in nearest(index, "bridge, brug")] == ["a", "brug"]
    assert [each.id for each in nearest(index, "bridges")] == ["a"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De brug is van de stad", ("nl",)),
        ("The bridge is the city's", ("en",)),
        ("overlijden aangeven", ("nl", "en")),
        ("", ("nl", "en")),
    ],
)
def test_a_text_is_compared_in_its_own_language(text: str, expected: tuple[str, ...]) -> None:
    assert likely_languages(text) == expected


def test_an_empty_index_resembles_nothing() -> None:
    assert nearest(build([]), "brug") == ()


def test_the_reason_shows_a_word_as_it_is_mostly_written() -> None:
    index = build([document("a", "brug"), *OTHERS])
    assert nearest(index, "Bruggen: een brug, een brug.")[0].why == ("brug",)


def test_addresses_and_numbers_are_no_words() -> None:
    text = "Zie [de brug](https://voorbeeld.example/haven), info@markt.example of 100"
    assert list(words(text, "nl")) == ["Zie", "brug"]


@pytest.mark.parametrize("language", STEMMERS)
def test_stop_words_are_in_lower_case_and_written_once(language: str) -> None:
    assert {word for word in stop_words(language) if word != word.lower()} == set()
    assert {"de", "het"} <= stop_words("nl")
    assert {"the", "of"} <= stop_words("en")


@given(st.text(max_size=300))
def test_any_text_can_be_compared(text: str) -> None:
    index = build([document("a", "brug"), document("b", text), *OTHERS])
    assert all(0 < each.score <= 1 for each in nearest(index, text, threshold=0.01))


@given(st.text(alphabet="aeioubdklnrst", min_size=2, max_size=60))
def test_a_stem_does_not_depend_on_case_or_on_what_came_before(word: str) -> None:
    stems = Stems("nl")
    assert stems.of(word) == stems.of(word.upper()) == Stems("nl").of(word)
