"""When two texts are nearly one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzg.resemblance.identical import near_identical

TEXT = (
    "Wij bouwen een digitaal loket voor inwoners die een attest willen. Het loket werkt dag en "
    "nacht, ook op een telefoon, en wie hulp wil, maakt een afspraak met een medewerker."
)
OTHER = (
    "De bibliotheek leent boeken uit en helpt bezoekers met hun vragen over computers, kranten en "
    "tijdschriften, elke weekdag van negen tot vijf."
)


def test_a_text_is_identical_with_itself() -> None:
    assert near_identical(TEXT, TEXT) == 1.0


def test_case_and_punctuation_do_not_count() -> None:
    assert near_identical(TEXT, TEXT.upper().replace(",", " -").replace(". ", ".\n\n")) == 1.0


def test_another_text_shares_nothing() -> None:
    assert near_identical(TEXT, OTHER) == 0.0


def test_one_changed_word_leaves_most_of_it() -> None:
    assert 0.6 < near_identical(TEXT, TEXT.replace("attest", "uittreksel")) < 1.0


def test_the_same_words_in_another_order_are_another_text() -> None:
    assert near_identical(TEXT, " ".join(reversed(TEXT.split()))) < 0.1


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [("", "", 0.0), ("…", "!", 0.0), ("", TEXT, 0.0), ("een loket", "Een loket!", 1.0)],
)
def test_short_texts(a: str, b: str, expected: float) -> None:
    assert near_identical(a, b) == expected


@given(st.text(), st.text())
def test_it_does_not_matter_which_comes_first(a: str, b: str) -> None:
    assert near_identical(a, b) == near_identical(b, a)
    assert 0.0 <= near_identical(a, b) <= 1.0
