"""The report as workflow commands: their escapes, and that there are never too many."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from gzg.diagnostics import Severity
from gzg.engine.report import Report
from gzg.reporters.github import MOST, command, render
from gzg.texts import Language
from tests.golden import same_as
from tests.reporters.reports import clean_report, report

GOLDEN = Path(__file__).parent / "golden"


def kinds(text: str) -> Counter[str]:
    return Counter(line.split()[0].strip(":").partition(":")[0] for line in text.splitlines())


def with_many(severity: Severity, count: int) -> Report:
    whole = report()
    one = replace(whole.diagnostics[0], severity=severity)
    return Report((one,) * count, whole.repository, 1)


@pytest.mark.parametrize("language", Language)
def test_the_report_is_this_to_the_byte(language: Language) -> None:
    assert same_as(GOLDEN / f"report.{language}.github", render(report(), language))


def test_a_report_without_remarks_has_no_command() -> None:
    assert render(clean_report(3), Language.NL) == ""


def test_what_would_end_a_command_or_a_property_is_escaped() -> None:
    made = command("error", {"file": "a,b:c%\n::error::x", "line": 1}, "100 %\r\n::warning::x")
    assert made == (
        "::error file=a%2Cb%3Ac%25%0A%3A%3Aerror%3A%3Ax,line=1::100 %25%0D%0A::warning::x"
    )


@pytest.mark.parametrize("severity", [Severity.ERROR, Severity.WARNING])
def test_ten_of_a_kind_are_shown_and_no_more(severity: Severity) -> None:
    assert sum(kinds(render(with_many(severity, MOST), Language.NL)).values()) == MOST
    found = kinds(render(with_many(severity, MOST + 3), Language.NL))
    assert sorted(found.values()) == [1, MOST]


def test_the_closing_notice_is_one_of_the_ten() -> None:
    made = render(with_many(Severity.HINT, MOST + 3), Language.NL)
    assert kinds(made) == {"notice": MOST}
    assert made.splitlines()[-1] == (
        "::notice::Nog 4 meldingen hebben hier geen plaats: ze staan in de samenvatting."
    )


def test_a_text_is_always_one_line() -> None:
    for line in render(report(text="a\u2028b\x85c [](\r\n::error::x)\n"), Language.NL).split("\n"):
        assert line == "" or line.startswith(("::error ", "::warning ", "::notice "))
