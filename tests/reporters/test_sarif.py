"""The report as SARIF: the standard's own schema accepts it, and it has what forges use.

The schema beside this module is that of OASIS, errata 01, unchanged.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from gzg.diagnostics import Severity
from gzg.engine.report import Report
from gzg.reporters.sarif import render
from gzg.texts import Language
from tests.reporters.reports import GONE, README, clean_report, report

SCHEMA = json.loads((Path(__file__).parent / "sarif-2.1.0.schema.json").read_bytes())


def log(report: Report, language: Language = Language.NL) -> Any:
    return json.loads(render(report, language))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("site", ["", "https://voorbeeld.example/gzg"])
def test_the_standard_accepts_it(language: Language, site: str) -> None:
    assert list(Draft4Validator(SCHEMA).iter_errors(log(report(site=site), language))) == []
    assert list(Draft4Validator(SCHEMA).iter_errors(log(clean_report(3), language))) == []


def test_the_schema_refuses_what_is_not_a_log() -> None:
    broken = log(report())
    broken["runs"][0]["results"][0]["level"] = "fatal"
    assert [error.message for error in Draft4Validator(SCHEMA).iter_errors(broken)] != []


def test_every_result_has_its_rule_level_and_place() -> None:
    whole = report()
    run = log(whole)["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
    assert len(run["results"]) == len(whole.diagnostics)
    for result, diagnostic in zip(run["results"], whole.diagnostics, strict=True):
        place = result["locations"][0]["physicalLocation"]
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == diagnostic.code
        assert result["level"] == levels[diagnostic.severity]
        assert place["artifactLocation"]["uri"] == diagnostic.path
        assert place["region"]["startLine"] == diagnostic.span.line
        assert place["region"]["endColumn"] == diagnostic.span.end_column


def test_the_help_of_a_rule_is_its_card_in_both_languages() -> None:
    rules = log(report(), Language.EN)["runs"][0]["tool"]["driver"]["rules"]
    for rule in rules:
        assert "## Waarom" in rule["help"]["markdown"]
        assert "## Why" in rule["help"]["markdown"]


def test_a_file_whose_name_is_no_address_is_one() -> None:
    whole = report()
    odd = type(whole.diagnostics[0])
    names = ["content/news/a b%#?.md", "content/news/\udcff.md", GONE, README]
    found = tuple(
        odd("GZG012", Severity.WARNING, name, whole.diagnostics[0].span) for name in names
    )
    run = log(Report(found, whole.repository, 1))["runs"][0]
    uris = [
        each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for each in run["results"]
    ]
    assert uris == ["content/news/a%20b%25%23%3F.md", "content/news/%FF.md", GONE, README]


def test_what_is_personal_stands_nowhere_in_it() -> None:
    assert "peeters" not in json.dumps(log(report())["runs"][0]["results"])
