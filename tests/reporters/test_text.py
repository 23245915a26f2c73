"""The report for the screen: its exact look, and what it must not let through."""

import re
from pathlib import Path

import pytest

from gzg.diagnostics import Severity
from gzg.engine.report import Report
from gzg.reporters.text import WIDEST_LINE, pieces, render
from gzg.texts import Language
from tests.golden import same_as
from tests.reporters.reports import README, clean_report, report

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("language", Language)
def test_the_report_is_this_to_the_byte(language: Language) -> None:
    assert same_as(GOLDEN / f"report.{language}.txt", render(report(), language))


@pytest.mark.parametrize(
    ("language", "records", "line"),
    [
        (Language.NL, 1, "In orde: 1 record gelezen, geen opmerkingen.\n"),
        (Language.NL, 12345, "In orde: 12.345 records gelezen, geen opmerkingen.\n"),
        (Language.EN, 0, "In order: 0 records read, no remarks.\n"),
        (Language.EN, 12345, "In order: 12,345 records read, no remarks.\n"),
    ],
)
def test_a_report_without_remarks_is_one_line(language: Language, records: int, line: str) -> None:
    assert render(clean_report(records), language) == line


def test_the_mark_stands_under_the_very_place() -> None:
    lines = render(report(), Language.NL).split("\n")
    marks = [number for number, line in enumerate(lines) if set(line) == set(" |^")]
    marked = [
        "".join(
            sign for sign, mark in zip(lines[each - 1], lines[each], strict=False) if mark == "^"
        )
        for each in marks
    ]
    assert "sumary" in marked
    assert "[hier](https://www.example.org/a)" in marked
    assert "•••.•••••••@•••••••••••••.••" in marked
    assert "![](https://www.example.org/loket.png)" in marked


def test_a_line_is_not_shown_wider_than_a_screen_can_bear() -> None:
    shown = [line for line in render(report(), Language.NL).split("\n") if " | " in line[:8]]
    assert max(map(len, shown)) <= WIDEST_LINE + len("  7 | ")


def test_nothing_that_steers_a_terminal_comes_through() -> None:
    text = "# Voorbeeld\n\n[weg](weg\x1b[2J\u202e.md) \x07\x00 ![](b\x9b31m.png)\n"
    found = render(report(text=text), Language.NL)
    assert re.findall(r"[^\n -~\u00a0-\u024f\u2010-\u2026]", found) == []
    assert "<U+001B>" in found


def test_what_is_personal_is_covered_in_every_line_that_is_shown() -> None:
    whole = report()
    for diagnostics, left_out in (
        (whole.diagnostics, ()),
        (
            tuple(each for each in whole.diagnostics if each.code == "GZG504"),
            tuple(each for each in whole.diagnostics if each.code != "GZG504"),
        ),
    ):
        part = Report(diagnostics, whole.repository, 1, left_out=left_out)
        found = render(part, Language.EN)
        assert "called “hier”" in found
        assert "peeters" not in found


def test_a_programme_with_a_site_has_the_address_of_the_rules_page() -> None:
    found = render(report(site="https://voorbeeld.be/vp/"), Language.NL)
    assert "  https://voorbeeld.be/vp/regels/GZG504/\n" in found
    assert "gzg explain" not in found
    found = render(report(site="https://voorbeeld.be/vp"), Language.EN)
    assert "  https://voorbeeld.be/vp/en/rules/GZG504/\n" in found


def test_the_remedy_ends_with_the_way_to_the_card_where_there_is_no_site() -> None:
    assert render(report(), Language.NL).count("  gzg explain GZG504\n") == 1
    assert render(report(), Language.EN).count("  gzg explain GZG504 --lang en\n") == 1


def test_the_styles_change_nothing_of_the_text() -> None:
    found = list(pieces(report(), Language.NL))
    assert "".join(piece.text for piece in found) == render(report(), Language.NL)
    assert {piece.style for piece in found if piece.text.startswith("fout ")} == {"bold red"}


def test_a_file_that_is_gone_is_told_without_a_line_of_it() -> None:
    found = render(report(), Language.NL).split("\n")
    place = next(index for index, line in enumerate(found) if line.startswith("content/news/oud"))
    assert found[place].startswith("content/news/oud.md:1:1: fout GZG402 ")
    assert found[place + 1].startswith("    = Zet ")


def test_the_counts_are_of_what_was_found() -> None:
    whole = report()
    one = Report(tuple(e for e in whole.diagnostics if e.path == README)[:1], whole.repository, 1)
    assert render(one, Language.EN).endswith("\n1 record read: 1 warning.\n")
    counts = {severity: whole.count(severity) for severity in Severity}
    assert render(whole, Language.NL).endswith(
        f"\n1.234 records gelezen: {counts[Severity.ERROR]} fouten, "
        f"{counts[Severity.WARNING]} waarschuwing, {counts[Severity.HINT]} tip.\n"
    )
