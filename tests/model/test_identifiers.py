"""Ids, official numbers, licences and web addresses: which texts they are."""

import re
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from license_expression import get_license_index
from pydantic import TypeAdapter, ValidationError

from gzg.model.base import SLUG_PATTERN
from gzg.model.identifiers import (
    COMMON_LICENCES,
    Kbo,
    Licence,
    Nis,
    WebAddress,
    is_address,
    is_kbo,
    is_licence,
    slug,
)


def is_accepted(kind: Any, value: object) -> bool:
    """Whether the type takes the value, and takes it as it is."""
    adapter: TypeAdapter[Any] = TypeAdapter(kind)
    try:
        return bool(adapter.validate_python(value) == value)
    except ValidationError:
        return False


@given(st.text())
def test_a_slug_is_an_id_or_nothing_and_stays_itself(name: str) -> None:
    made = slug(name)

    assert made == "" or re.fullmatch(SLUG_PATTERN, made)
    assert slug(made) == made


@pytest.mark.parametrize(
    ("name", "expected"),
    [("De Haan", "de-haan"), ("'s-Graven", "s-graven"), ("Liège ", "liege"), ("²", "2")],
)  # fmt: skip
def test_the_slug_of_a_name(name: str, expected: str) -> None:
    assert slug(name) == expected


@given(st.integers(1_000_000, 19_999_999))
def test_an_enterprise_number_has_its_own_check_digits_and_no_others(base: int) -> None:
    for check in range(100):
        digits = f"{base:08}{check:02}"
        written = f"{digits[:4]}.{digits[4:7]}.{digits[7:]}"
        assert is_kbo(written) == (check == 97 - base % 97)


@pytest.mark.parametrize(
    "value", ["0123456749", "BE 0123.456.749", "0123.456.749\n", "２123.456.749", 123456749, None]
)
def test_an_enterprise_number_is_written_in_one_way(value: object) -> None:
    assert not is_accepted(Kbo, value)


@pytest.mark.parametrize(
    "value", ["1100", "011002", "01002", "1100a", "1100\u0662", "11002\n", 11002]
)
def test_a_nis_code_has_five_digits(value: object) -> None:
    assert is_accepted(Nis, "11002")
    assert not is_accepted(Nis, value)


WORDS = ["MIT", "EUPL-1.2", "Apache-2.0", "Classpath-exception-2.0", "Eigen", "²", ",", "/", "+"]
WORDS += ["AND", "OR", "WITH", "and", "(", ")", "[", " ", "\n", "\x00", "é"]


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join) | st.text())
def test_any_text_is_a_licence_or_is_not(text: str) -> None:
    assert is_accepted(Licence, text) == is_licence(text)


@given(
    st.recursive(
        st.sampled_from(["MIT", "EUPL-1.2", "CC-BY-4.0"]),
        lambda inner: st.builds("({} {} {})".format, inner, st.sampled_from(["AND", "OR"]), inner),
        max_leaves=6,
    )
)
def test_licences_can_be_combined(expression: str) -> None:
    assert is_licence(expression)
    assert not is_licence(expression + ")")
    assert not is_licence(f"{expression} AND")
    assert not is_licence(f"{expression} AND Eigen-licentie-9")


@pytest.mark.parametrize(
    "expression", ["", " ", "()", "( )", "MIT Apache-2.0", "MIT WITH MIT", "vrij"]
)
def test_what_is_no_licence(expression: str) -> None:
    assert not is_licence(expression)


def test_a_licence_with_an_exception() -> None:
    assert is_licence("GPL-2.0-only WITH Classpath-exception-2.0")


def test_an_endless_licence_is_refused_at_once() -> None:
    assert not is_licence("MIT" + " OR MIT" * 10_000)


@given(st.text() | st.builds("https://{}.be{}".format, st.text(), st.text()))
def test_an_accepted_address_has_a_host_and_carries_no_password(text: str) -> None:
    if is_address(text):
        parts = urlsplit(text)
        assert parts.scheme in {"http", "https"}
        assert parts.hostname
        assert parts.username is None
        assert parts.geturl().startswith(("http://", "https://"))


@pytest.mark.parametrize(
    "text", ["https://a.be", "http://a.be:8080/x", "https://stad.één.be/?a=b#c", "https://a.be/(x)"]
)
def test_an_address_of_the_web(text: str) -> None:
    assert is_accepted(WebAddress, text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "a.be", "//a.be", "https:/a.be", "https://", "https://a", "https://a..be", "ftp://a.be"),
        *("javascript:alert(1)", "https://a.be\n", " https://a.be", "https://a.be/ x", "HTTPS://a.be"),
        *("https://naam@a.be", "https://a.be:x", "https://[::1]", 'https://a.be/"x', "https://a.be/<x>"),
        *("https://a.be/\u202e", "https://a\u200b.be", "https://a.be/\u2028", "https://a.be/\x7f"),
    ],
)  # fmt: skip
def test_what_is_no_address_of_the_web(text: str) -> None:
    assert not is_accepted(WebAddress, text)


def test_the_licences_that_are_known_beforehand_are_on_the_list_of_spdx() -> None:
    listed = {entry.get("spdx_license_key") for entry in get_license_index()}
    assert listed >= COMMON_LICENCES
    assert is_licence("(MIT OR Apache-2.0) AND EUPL-1.2")
    assert not is_licence("MIT WITH Apache-2.0")
