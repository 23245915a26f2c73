"""What a blueprint's page tells somebody who wants to reuse it."""

from typing import Any

import pytest

from tests.site.programmes import edition, page_at
from tests.site.test_pages import BLUEPRINT, PROJECT, PROJECT_START

START = """\
id: voorbeeld
title: Voorbeeldkit
kinds: [kit]
project: voorbeeld
summary: Kort.
"""
LEAD = "parties:\n  - organisation: voorbeeldstad\n    role: trekker\n"


def record(text: str) -> Any:
    files = {PROJECT: PROJECT_START + LEAD, BLUEPRINT: START + text}
    return page_at("herbruikbaar/voorbeeld/", edition(files)).record


def steps(text: str) -> list[str]:
    return [step["text"] for step in record(text)["take_over"]]


def test_a_licence_says_that_it_may_be_taken_over() -> None:
    assert "onder de licentie MIT" in steps("licence: MIT\n")[0]


def test_without_a_licence_one_asks_first() -> None:
    assert "geen licentie" in steps("")[0]


def test_the_address_comes_first() -> None:
    first = record("licence: MIT\nurl: https://example.org/kit\n")["take_over"][0]
    assert [each["href"] for each in first["links"]] == ["https://example.org/kit"]


def test_the_lead_of_the_project_is_asked_where_no_owner_is_known() -> None:
    last = record("")["take_over"][-1]
    assert [each["text"] for each in last["links"]] == ["Voorbeeldstad"]


def test_whoever_took_part_is_asked_where_no_lead_is_known() -> None:
    party = LEAD.replace("trekker", "partner")
    files = {PROJECT: PROJECT_START + party, BLUEPRINT: START}
    found: Any = page_at("herbruikbaar/voorbeeld/", edition(files)).record
    assert [each["text"] for each in found["take_over"][-1]["links"]] == ["Voorbeeldstad"]


def test_what_was_withdrawn_is_not_offered() -> None:
    text = "availability: withdrawn\nlicence: MIT\nurl: https://example.org/kit\n"
    [only] = record(text)["take_over"]
    assert "ingetrokken" in only["text"]
    assert only["links"] == []


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("", "Voorbeeldkit. Voorbeeldprogramma."),
        ("licence: MIT\npublished: 2022\n", "Voorbeeldkit. Voorbeeldprogramma. 2022. MIT."),
    ],
)
def test_it_is_cited_with_what_is_known(text: str, end: str) -> None:
    assert record(text)["cite"] == f"Voorbeeldstad. {end}"


def test_who_made_it_is_linked() -> None:
    assert [each["href"] for each in record("")["made_by"]] == ["organisaties/voorbeeldstad/"]
