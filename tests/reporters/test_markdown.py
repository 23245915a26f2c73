"""The report as Markdown: its exact bytes, and that nobody's text does anything in it."""

import html
import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from gzg.diagnostics import Severity
from gzg.engine.report import Report
from gzg.reporters.markdown import MOST, render
from gzg.reporters.markup import JOINER, code, inert, table
from gzg.texts import Language
from tests.golden import same_as
from tests.reporters.reports import clean_report, report

GOLDEN = Path(__file__).parent / "golden"

NASTY = (
    "@burgemeester en @org/team, kijk eens",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<details><summary>x",
    "<!-- gzg -->",
    "-->",
    "![x](https://evil.example/pixel.png)",
    "[klik hier](https://evil.example)",
    "[klik](javascript:alert(1))",
    "[x]: https://evil.example",
    "[x][y] en [^1]",
    "<https://evil.example>",
    "https://evil.example/pad?x=1#y",
    "www.evil.example",
    "evil.example",
    "jan.peeters@evil.example",
    "mailto:jan@evil.example",
    "# Ontvankelijk",
    "Ontvankelijk\n===",
    "> citaat",
    "- [x] afgevinkt",
    "1. lijst",
    "a | b | c",
    "a \\| b",
    "a \\\\| b",
    "einde\\",
    "| x |\n| --- |\n| y |",
    "eerste\n\n# tweede\r\n\r\n- derde",
    "`code` en ``nog`` en ```",
    "```\nblok\n```",
    "*vet* _schuin_ **zwaar** ~~weg~~",
    "&lt;b&gt; &#64;iemand &commat;iemand &NewLine;x",
    "\\<b>",
    "zie #12, GH-7, !8, org/repo#3, org/repo@1a2b3c4 en 9fceb02d0ae598e95dc970b74767f19372d61af8",
    ":tada: :+1:",
    "$x^2$ en $`y`$",
    "{{ x }} {% raw %} ${y}",
    "\u202egnp.exe\u200b\u0000\u2028x",
    "::error::vals",
    "| | | |",
    "^x^ ==y== ++z++ H~2~O",
    "+++\nx\n+++",
    "---\nx: y\n---",
    "    ingesprongen",
    "\ttab",
)
"""What somebody could write in a title, a name or a task."""

ACTIVE = re.compile(
    r"[@#!](?=\w)|:\w+:|://|www\.|GH-\d|(?<![0-9a-z])[0-9a-f]{7,64}(?![0-9a-z])", re.IGNORECASE
)
"""What a forge looks for in the text after Markdown was read."""


def parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def page(markdown: str) -> str:
    return str(parser().render(markdown))


def seen(markup: str) -> str:
    """What a person reads on a page."""
    return html.unescape(re.sub(r"<[^>]+>", "", markup)).replace(JOINER, "").strip()


def as_one_line(text: str) -> str:
    line = " ".join(text.split())
    return "".join(sign if sign.isprintable() else f"<U+{ord(sign):04X}>" for sign in line)


@pytest.mark.parametrize("text", NASTY)
def test_a_text_is_one_paragraph_that_reads_as_it_was_written(text: str) -> None:
    made = page(f"Titel: {inert(text)}")
    assert re.findall(r"<(\w+)", made) == ["p"]
    assert seen(made) == f"Titel: {as_one_line(text)}"


@pytest.mark.parametrize("text", NASTY)
def test_a_text_that_begins_a_line_or_an_item_begins_nothing_else(text: str) -> None:
    assert re.findall(r"<(\w+)", page(inert(text))) == ["p"]
    assert re.findall(r"<(\w+)", page(f"- {inert(text)}")) == ["ul", "li"]


@pytest.mark.parametrize("text", NASTY)
def test_a_text_stays_in_its_cell(text: str) -> None:
    made = page(table(["een", "twee"], [[inert(text), "slot"]]))
    cells = re.findall(r"<td[^>]*>(.*?)</td>", made)
    assert [seen(cell) for cell in cells] == [as_one_line(text), "slot"]
    tags = {"table", "thead", "tbody", "tr", "th", "td"}
    assert set(re.findall(r"<(\w+)", made)) == tags


@pytest.mark.parametrize("text", NASTY)
def test_a_forge_finds_nobody_and_nothing_in_a_text(text: str) -> None:
    read = html.unescape(re.sub(r"<[^>]+>", "", page(inert(text))))
    assert ACTIVE.findall(read) == []


@pytest.mark.parametrize("text", NASTY)
def test_code_is_nothing_but_code(text: str) -> None:
    made = page(f"- x {code(text)} y")
    assert re.findall(r"<(\w+)", made) == ["ul", "li", "code"]
    assert seen(made) == f"x {as_one_line(text)} y"


def test_a_long_text_is_cut() -> None:
    assert inert("a" * 600) == "a" * 499 + "…"


@pytest.mark.parametrize("language", Language)
def test_the_report_is_this_to_the_byte(language: Language) -> None:
    assert same_as(GOLDEN / f"report.{language}.md", render(report(), language))


@pytest.mark.parametrize("text", NASTY)
def test_a_hostile_text_gives_a_report_of_headings_lists_and_code(text: str) -> None:
    nasty = f"#### {text}\n\n![]({text}) [hier]({text}) jan.peeters@voorbeeldstad.be {text}\n"
    made = page(render(report(text=nasty), Language.NL))
    assert set(re.findall(r"<(\w+)", made)) <= {
        "h3", "p", "strong", "ul", "li", "code", "em", "br",
    }  # fmt: skip


def test_only_the_rule_is_linked() -> None:
    made = page(render(report(site="https://voorbeeld.example"), Language.NL))
    links = set(re.findall(r'href="([^"]*)"', made))
    assert links
    assert all(re.fullmatch(r"https://voorbeeld\.example/regels/GZG\d{3}/", x) for x in links)


def test_what_is_personal_stands_nowhere_in_it() -> None:
    assert "peeters" not in render(report(), Language.NL)


def test_a_report_without_remarks_is_its_heading() -> None:
    assert (
        render(clean_report(7), Language.EN) == "### In order\\: 7 records read, no remarks\\.\n\n"
    )


def test_what_is_left_out_is_counted() -> None:
    one = report()
    first = next(each for each in one.diagnostics if each.severity is Severity.ERROR)
    many = Report((first,) * (MOST + 2), one.repository, 1)
    assert "Nog 2 meldingen staan hier niet." in render(many, Language.NL)
