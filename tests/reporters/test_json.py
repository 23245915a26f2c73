"""The report for programs: its exact bytes, and the shape that version 1 promises."""

import json
from pathlib import Path

import pytest

from gzg.reporters.json import render
from gzg.texts import Language
from tests.golden import same_as
from tests.reporters.reports import clean_report, report

GOLDEN = Path(__file__).parent / "golden"
FIELDS = ["code", "severity", "path", "line", "column", "message", "remedy", "url"]


@pytest.mark.parametrize("language", Language)
def test_the_report_is_this_to_the_byte(language: Language) -> None:
    assert same_as(GOLDEN / f"report.{language}.json", render(report(), language))


def test_version_1_has_these_fields_and_no_others() -> None:
    whole = json.loads(render(report(), Language.NL))
    assert list(whole) == ["version", "diagnostics", "summary"]
    assert whole["version"] == 1
    assert {tuple(each) for each in whole["diagnostics"]} == {tuple(FIELDS)}
    assert list(whole["summary"]) == ["errors", "warnings", "records"]


def test_a_report_without_remarks_has_an_empty_list() -> None:
    assert json.loads(render(clean_report(7), Language.EN)) == {
        "version": 1,
        "diagnostics": [],
        "summary": {"errors": 0, "warnings": 0, "records": 7},
    }


def test_the_address_is_always_there() -> None:
    for site, address in (("", "/regels/GZG504/"), ("https://x.be", "https://x.be/regels/GZG504/")):
        found = json.loads(render(report(site=site), Language.NL))["diagnostics"]
        assert address in {each["url"] for each in found}


def test_what_is_personal_stands_nowhere_in_it() -> None:
    assert "peeters" not in render(report(), Language.NL)
