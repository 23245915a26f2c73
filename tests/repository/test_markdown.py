"""Headings, links and images: the same as a plain parser finds, each at its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from gzg.diagnostics import Span
from gzg.repository.markdown import Prose, is_quick_to_read

PIECES = st.sampled_from(
    [
        *("# ", "## ", "#", "####### ", " #", "   # ", "    # ", "- # ", "- - # ", "> # ", "1. # "),
        *("===", "---", "-", "=", "  ---", "- ", "* ", "+ ", "> ", "1) ", "```", "~~~", "    "),
        *("[a](b)", "![c](d.png)", "[a]", "[a]: b", '"title', "<!-- ", "-->", "<div>", "<b@c.be>"),
        *("`", "\\", "a", "b c", "*", "**", "\t", " ", "|", "]", "(", "https://x.be", "é"),
    ]
)
LINES = st.lists(PIECES, max_size=4).map("".join)
TEXTS = st.builds(
    lambda lines, end: end.join(lines),
    st.lists(LINES, max_size=8),
    st.sampled_from(["\n", "\n", "\n", "\r\n"]),
)
PLAIN = MarkdownIt("commonmark")


def plain_headings(text: str) -> list[tuple[int, int]]:
    """Level and line of each heading, from a parser as it comes."""
    opened = [token for token in PLAIN.parse(text) if token.type == "heading_open" and token.map]
    return [(int(token.tag[1]), token.map[0] + 1) for token in opened if token.map]


def plain_targets(text: str) -> list[str]:
    inline = (token.children or [] for token in PLAIN.parse(text) if token.type == "inline")
    wanted = {"link_open": "href", "image": "src"}
    return [
        str(token.attrGet(wanted[token.type]))
        for tokens in inline
        for token in tokens
        if token.type in wanted
    ]


@given(TEXTS)
def test_headings_at_a_glance_are_those_of_a_parser(text: str) -> None:
    found = Prose("x.md", text).headings

    assert [(each.level, each.span.line) for each in found] == plain_headings(text)


@given(TEXTS)
def test_links_and_images_are_those_of_a_parser(text: str) -> None:
    assert [each.target for each in Prose("x.md", text).targets] == plain_targets(text)


@given(st.text(max_size=80))
def test_any_text_has_headings_and_targets_on_its_lines(text: str) -> None:
    prose = Prose("x.md", text)
    last = text.count("\n") + text.count("\r") + 1

    spans = [*(each.span for each in prose.headings), *(each.span for each in prose.targets)]
    for span in spans:
        assert 1 <= span.line <= last
        assert 1 <= span.column <= span.end_column


@given(st.lists(st.sampled_from(["- ", "  ", "> ", "1. ", "word ", "é "]), max_size=5))
def test_a_link_stands_where_its_text_stands(before: list[str]) -> None:
    line = "".join(before) + "[a](b.md) after"
    text = f"# Title\n\n{line}\n"

    for target in Prose("x.md", text).targets:
        span = target.span
        assert text.split("\n")[span.line - 1][span.column - 1 : span.end_column - 1] == "[a](b.md)"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[a](b)", "[a](b)"),
        ("one\ntwo ![alt](b.png) three", "![alt](b.png)"),
        ("- one\n- two [a](b)\n  more [c](d)", "[a](b) [c](d)"),
        ("> quote\n> > deeper [a](b)", "[a](b)"),
        ("| a | b |\n| --- | --- |\n| x | [a](b) |", "[a](b)"),
        ("# Title [a](b) #", "[a](b)"),
        ("Title [a](b)\n===", "[a](b)"),
        ("[![alt](i.png)](b)", "[![alt](i.png)](b) ![alt](i.png)"),
        ("see [a] and [a][]\n\n[a]: b", "[a] [a][]"),
        ("<https://voorbeeld.be> <a@b.be>", "<https://voorbeeld.be> <a@b.be>"),
        ("`[no](link)` [a](b)", "[a](b)"),
        ("lazy\n> quote\ncontinued [a](b)", "[a](b)"),
        ("one\r\ntwo [a](b)\r\n", "[a](b)"),
        ("[a\nb](c)", "[a"),
        ("\u00a0\n`x` [a](b)", "[a](b)"),
        ("- \u00a0\n  `x` [a](b)", "[a](b)"),
    ],
)
def test_a_target_stands_where_it_is_written(text: str, found: str) -> None:
    lines = [line.rstrip("\r") for line in text.split("\n")]
    spans = [each.span for each in Prose("x.md", text).targets]

    stretches = (lines[s.line - 1][s.column - 1 : s.end_column - 1] for s in spans)
    assert " ".join(stretches) == found


def test_an_image_has_its_alternative_text() -> None:
    empty, full = Prose("x.md", "![](a.png) ![Een loket](b.png)").targets

    assert (empty.is_image, empty.text, full.text) == (True, "", "Een loket")


def test_lines_count_from_the_first_line_of_the_file() -> None:
    prose = Prose("x.md", "# A\n\n## B\n\n[a](b)\n", first_line=5)

    assert [each.span for each in prose.headings] == [Span(5, 1, 5, 4), Span(7, 1, 7, 5)]
    assert prose.targets[0].span == Span(9, 1, 9, 7)
    assert prose.has_front_matter


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a <b>c</b>", [Span(1, 3, 1, 6), Span(1, 7, 1, 11)]),
        ("- a\n  <!-- b -->", [Span(2, 1, 2, 13)]),
        ("<div>\n\nd", [Span(1, 1, 1, 6)]),
        ("`<b>` 5 < 6 <https://a.be>", []),
        ("    <b>", []),
    ],
)
def test_html_has_its_place_and_code_is_none(text: str, expected: list[Span]) -> None:
    assert list(Prose("x.md", text).raw_html) == expected


def test_code_is_dotted_and_keeps_its_place() -> None:
    assert Prose("x.md", "a `b` c\n\n```\nd\n```\ne").without_code == "a ... c\n\n...\n.\n...\ne"


@pytest.mark.parametrize(
    "text", ["[" * 100, "> " * 20 + "x", "[a](" * 1001, "x" + "\n# a" * 501, "a" * 100_001]
)
def test_a_text_that_takes_long_to_read_is_known(text: str) -> None:
    assert not is_quick_to_read(text)
    assert is_quick_to_read("# a\n\n- [b](c) *d*\n" * 100)
