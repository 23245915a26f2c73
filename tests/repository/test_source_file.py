"""One text file: its text, its front matter, what is refused in it, and where its fields stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzg.diagnostics import Span
from gzg.repository.faults import FaultName, Problem
from gzg.repository.source_file import SourceFile, read_source

RECORD = "content/projects/x/project.yml"
TEXT = "content/projects/x/README.md"
NEWS = "content/news/x.md"


def names(source: SourceFile) -> list[FaultName]:
    return [fault.name for fault in source.faults]


@given(st.binary(), st.sampled_from([RECORD, TEXT, NEWS, "content/x.csv"]))
def test_any_bytes_give_a_file(raw: bytes, path: str) -> None:
    source = read_source(path, raw)

    assert isinstance(source.data, dict)
    assert source.body in source.text
    assert source.span_of(("title",)).line >= 1


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=40))
def test_the_body_is_what_follows_the_front_matter(body: str) -> None:
    source = read_source(NEWS, f"---\ntitle: x\n---\n{body}".encode())

    assert (source.body, source.body_line) == (body, 4)


def test_front_matter_has_the_lines_of_its_file() -> None:
    source = read_source(NEWS, b"---\n# remark\ntitle: x\ndate: 2021-11-12\n---\n\nText.\n")

    assert source.data == {"title": "x", "date": "2021-11-12"}
    assert source.span_of(("date",)) == Span(4, 1, 4, 5)


def test_front_matter_with_windows_line_ends() -> None:
    source = read_source(NEWS, b"---\r\ntitle: x\r\n---\r\nText.\r\n")

    assert (source.data, source.faults, source.body) == ({"title": "x"}, (), "Text.\r\n")
    assert source.span_of(("title",)) == Span(2, 1, 2, 6)


def test_front_matter_that_ends_the_file_leaves_no_body() -> None:
    assert read_source(NEWS, b"---\ntitle: x\n---").body == ""


def test_a_text_without_front_matter_is_all_body() -> None:
    source = read_source(TEXT, b"# Title\n\n---\n\nText: not a field.\n")

    assert (source.data, source.faults, source.body_line) == ({}, (), 1)


def test_front_matter_that_never_ends_is_told_where_it_must_be() -> None:
    (fault,) = read_source(NEWS, b"---\ntitle: x\n").faults

    assert fault.values == {"problem": Problem.FRONT_MATTER}
    assert read_source(TEXT, b"---\n\nA line above a text.\n").faults == ()


@pytest.mark.parametrize(
    ("raw", "line", "column"),
    [(b"a: 1\nb: caf\xe9\n", 2, 7), ("é: ".encode() + b"\xff", 1, 4), (b"\xff", 1, 1)],
)
def test_what_is_not_utf_8_is_told_at_its_character(raw: bytes, line: int, column: int) -> None:
    (fault,) = read_source(RECORD, raw).faults

    assert fault.name is FaultName.NOT_UTF8
    assert fault.span == Span(line, column, line, column + 1)


@pytest.mark.parametrize(
    "character",
    [
        *(
            "\x00",
            "\x07",
            "\x1b",
            "\x7f",
            "\x85",
            "\x9b",
            "\xad",
            "\r",
            "\u061c",
            "\u200b",
            "\u200e",
        ),
        *(
            "\u2028",
            "\u2029",
            "\u202e",
            "\u2060",
            "\u2066",
            "\ufeff",
            "\ufff9",
            "\ufffe",
            "\U000e0041",
        ),
    ],
)
@pytest.mark.parametrize("path", [RECORD, TEXT, "content/organisations/municipalities.csv"])
def test_what_nobody_can_see_is_refused_at_its_place(character: str, path: str) -> None:
    (fault,) = read_source(path, f"title: x\nsummary: a{character}b\n".encode()).faults

    assert (fault.name, fault.span) == (FaultName.INVISIBLE, Span(2, 11, 2, 12))
    assert fault.values["character"] == f"U+{ord(character):04X}"


@pytest.mark.parametrize("text", ["é ë “ja” – … € 150 000", "日本 العربية 🙂", "a\r\nb", "x²"])
def test_letters_and_signs_of_any_language_are_welcome(text: str) -> None:
    assert read_source(TEXT, text.encode()).faults == ()


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("title:\n  nl:\xa0x\n", Span(2, 6, 2, 7)),
        ("title:\xa0x\n", Span(1, 7, 1, 8)),
        ("title:\n\xa0\xa0nl: x\n", Span(2, 1, 2, 2)),
        ("parties:\n  -\xa0x\n", Span(2, 4, 2, 5)),
    ],
)
def test_a_no_break_space_is_refused_where_yaml_needs_a_space(text: str, span: Span) -> None:
    (fault,) = read_source(RECORD, text.encode()).faults

    assert (fault.name, fault.span) == (FaultName.INVISIBLE, span)
    assert fault.values["space"]


def test_a_byte_order_mark_is_named_as_such() -> None:
    (fault,) = read_source(RECORD, b"\xef\xbb\xbftitle: x\n").faults

    assert (fault.span, fault.values["mark"]) == (Span(1, 1, 1, 2), True)


def test_a_tab_is_the_only_fault_of_its_file() -> None:
    source = read_source(RECORD, b"title:\n\tnl: x\n")

    assert names(source) == [FaultName.TAB]
    assert source.faults[0].span == Span(2, 1, 2, 2)


@pytest.mark.parametrize(
    ("raw", "value"), [(b"- a\n- b\n", "a, b"), (b"just words\n", "just words")]
)
def test_a_file_without_fields_is_of_the_wrong_type(raw: bytes, value: str) -> None:
    (fault,) = read_source(RECORD, raw).faults

    assert (fault.name, fault.values["value"]) == (FaultName.WRONG_TYPE, value)


def test_a_line_is_its_text_without_its_end() -> None:
    source = read_source(RECORD, b"a: 1\r\nb: 2\r\n")

    assert [source.line(number) for number in (0, 1, 2, 3, 9)] == ["", "a: 1", "b: 2", "", ""]
