"""Days, amounts and lists read in the browser as in the terminal; what is typed is read alike."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzg.rules.gzg104_date import suggestion as day_meant
from gzg.rules.gzg105_amount import suggestion as amount_meant
from gzg.rules.suggestion import nearest
from gzg.texts import Language
from gzg.texts.formats import OneOf, readable
from gzg.wizard.answers import amount, tidy
from tests.form.core import LARGEST_EXACT, Core
from tests.form.corpus import PRACTICE
from tests.form.judging import teach
from tests.form.test_yaml_twins import CASES

NAMES = st.lists(st.text("abc {}0,", max_size=4), max_size=5)
VALUES: dict[str, tuple[st.SearchStrategy[Any], Callable[[Any], object]]] = {
    "plain": (
        st.one_of(st.integers(-LARGEST_EXACT, LARGEST_EXACT), st.booleans(), st.text(), NAMES),
        lambda value: value,
    ),
    "amount": (
        st.decimals(0, 10**13, allow_nan=False, allow_infinity=False, places=3),
        lambda value: f"{value:f}",
    ),
    "share": (st.floats(0, 10**6, allow_nan=False), lambda value: value),
    "day": (st.dates(), str),
    "instant": (
        st.datetimes(timezones=st.none()).map(lambda moment: moment.replace(microsecond=0)),
        lambda moment: [str(moment.date()), f"{moment:%H:%M:%S}"],
    ),
    "oneOf": (NAMES.map(tuple).map(OneOf), lambda value: list(value.choices)),
}


@pytest.fixture(scope="module")
def kits(core: Core) -> Mapping[Language, str]:
    """The names of the kits that the core knows."""
    return {language: teach(core, PRACTICE, language) for language in Language}


@pytest.mark.parametrize("kind", VALUES)
@CASES
@given(data=st.data())
def test_a_value_reads_alike(
    core: Core, kits: Mapping[Language, str], kind: str, data: st.DataObject
) -> None:
    strategy, sent = VALUES[kind]
    value = data.draw(strategy)
    for language, name in kits.items():
        said = core.ask("readable", name=name, value=[kind, sent(value)])
        assert said == readable(value, language)


@CASES
@given(st.text(st.sampled_from("0123456789.,' €-euroEUR\u202f%miljon"), max_size=16))
def test_an_amount_is_read_alike(core: Core, typed: str) -> None:
    read = amount(tidy(typed))

    assert core.ask("call", name="amountMeant", values=[typed]) == amount_meant(typed)
    assert core.ask("call", name="readAmount", values=[typed]) == (
        f"{read:f}" if isinstance(read, Decimal) else str(read)
    )


@CASES
@given(st.text(st.sampled_from("0123456789-/. janmrtoktdec"), max_size=16))
def test_a_day_is_read_alike(core: Core, typed: str) -> None:
    assert core.ask("call", name="dayMeant", values=[typed]) == day_meant(typed)


@CASES
@given(st.text(st.characters(codec="utf-8"), max_size=30))
def test_one_line_is_tidied_alike(core: Core, typed: str) -> None:
    assert core.ask("call", name="tidy", values=[typed]) == tidy(typed)


@CASES
@given(st.text("abcde-é", max_size=12), st.lists(st.text("abcde-é", max_size=12), max_size=12))
def test_the_same_word_is_proposed(core: Core, word: str, known: list[str]) -> None:
    assert core.ask("call", name="nearest", values=[word, known]) == nearest(word, known)


@CASES
@given(st.text("ab", min_size=195, max_size=230), st.text("abc", min_size=150, max_size=230))
def test_the_same_long_word_is_proposed(core: Core, word: str, known: str) -> None:
    assert core.ask("call", name="nearest", values=[word, [known]]) == nearest(word, [known])
