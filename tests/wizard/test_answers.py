"""What people type: read as they mean it, and left as typed where it cannot be read."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzg.texts import Language
from gzg.texts.formats import readable
from gzg.wizard.answers import amount, chosen, read, several
from gzg.wizard.questions import Choice, Form, Question

CHOICES = (
    Choice("innovatieve-dienstverlening", "Innovatieve dienstverlening"),
    Choice("digitale-democratie", "Digitale democratie"),
    Choice("digitaal-loket", "Digitaal loket"),
)


def question(form: Form) -> Question:
    return Question("", "Submission.title", form, choices=CHOICES)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("150000", 150000),
        ("150.000", 150000),
        ("150 000,50", Decimal("150000.50")),
        ("€ 1.200", 1200),
        ("1.200,5 euro", Decimal("1200.50")),
        ("150,000.50", Decimal("150000.50")),
        ("150\u202f000", 150000),
        ("1.107.397,55", Decimal("1107397.55")),
        ("1,1 miljoen", 1100000),
        ("0", 0),
        ("-5", "-5"),
        ("veel", "veel"),
        ("1.2.3", "1.2.3"),
    ],
)
def test_an_amount_is_read_as_people_write_it(typed: str, meant: object) -> None:
    assert read(question(Form.MONEY), typed) == meant


@given(st.integers(0, 10**13).map(lambda cents: Decimal(cents) / 100), st.sampled_from(Language))
def test_an_amount_that_is_shown_is_read_back(value: Decimal, language: Language) -> None:
    assert amount(readable(value, language).replace("\u00a0", " ")) == value


@given(st.text())
def test_no_amount_is_ever_a_guess_with_a_wrong_sign_or_three_decimals(typed: str) -> None:
    found = amount(typed)

    if not isinstance(found, str):
        assert isinstance(found, int | Decimal)
        assert found >= 0
        assert Decimal(found) * 100 % 1 == 0


@pytest.mark.parametrize(
    "typed",
    [
        "1/9/2026",
        "01-09-2026",
        "1 september 2026",
        "1 sept. 2026",
        "2026-09-01",
        " 1  September 2026",
    ],
)
def test_a_day_is_read_as_people_write_it(typed: str) -> None:
    assert read(question(Form.DAY), typed) == "2026-09-01"


@given(st.dates(date(1000, 1, 1)), st.sampled_from(Language))
def test_a_day_that_is_shown_is_read_back(day: date, language: Language) -> None:
    assert read(question(Form.DAY), readable(day, language)) == day.isoformat()
    assert read(question(Form.DAY), f"{day.day}/{day.month}/{day.year}") == day.isoformat()


@given(st.sampled_from(Form), st.text())
def test_nothing_that_is_typed_makes_reading_fail(form: Form, typed: str) -> None:
    assert read(question(form), typed) is not None


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("2", "digitale-democratie"),
        ("Digitale Democratie", "digitale-democratie"),
        ("innov", "innovatieve-dienstverlening"),
        ("digi", "digi"),
        ("9", "9"),
        ("parkeren", "parkeren"),
    ],
)
def test_a_choice_is_a_number_a_title_or_its_beginning(typed: str, id: str) -> None:
    assert chosen(CHOICES, typed) == id


def test_several_answers_have_commas_or_semicolons_between_them() -> None:
    assert several("OSLO Persoon, OSLO Adresregister; WCAG 2.2") == [
        "OSLO Persoon",
        "OSLO Adresregister",
        "WCAG 2.2",
    ]


def test_a_paste_from_a_word_processor_is_one_line_with_whole_letters() -> None:
    assert (
        read(question(Form.TEXT), "E\u0301e\u0301n\u00a0loket \r\n voor  wie")
        == "Één loket voor wie"
    )
