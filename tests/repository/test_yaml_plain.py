"""The plain style, read line by line: the same data as the walk over the parser's events, or none.

Records that PyYAML wrote, and the same with lines changed, moved and taken away; heaps of lines;
and every file of the real programme.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from gzg.repository.yaml_plain import DEEPEST_PLAIN, LONGEST_PLAIN, plain_data
from gzg.repository.yaml_text import Parsed, read, walked

ROOT = Path(__file__).resolve().parents[2]

TYPICAL = """\
# yaml-language-server: $schema=../../../schemas/project.schema.json
id: project-5
title:
  nl: Een platform voor inspraak
  en: "A platform: participation"

call: oproep-1
domains: [digitaal-loket, wonen]
empty: []
summary:
  nl: De dienst bouwen test een aangifte met hulp aan de balie en aan
    huis, 12:30 tot 14 uur,
    ook 's avonds.
  en: 'It''s a test'
started: 2021-08
count: 3
amount: 1107397.55
certain: false
parties:
- organisation: hazelbeke
  role: penhouder
  sources: [bron-1]
- organisation: gent
unknown:
  - De dag
    waarop
  - [a, b]
deeper:
  - relations:
    - kind: continues
"""

WORDS = (
    *(
        "a",
        "a b",
        "é",
        "12",
        "1.5",
        "-3",
        "true",
        "null",
        "~",
        "x:y",
        "12:30",
        "a: b",
        "a:",
        "a #b",
    ),
    *("a#b", "'a'", "'it''s'", "'a: b'", '"a"', '"a\\n"', "'a", '"a', "'a' b", "[]", "[a, b]"),
    *("[a,b]", "[a, null]", "[1, 2.5]", "[a", "[a]]", "{}", "{a: b}", "|", ">-", "&a b", "*a"),
    *(
        "!!str a",
        "- a",
        "-",
        "?",
        "---",
        "...",
        "# a",
        "%a",
        "@a",
        "`a",
        "a ",
        " a",
        "a\tb",
        "a\xa0b",
    ),
    *(
        "a\x85b",
        "\ufeffa",
        "a\u2028b",
        "(a)",
        "a, b",
        "a]",
        "y",
        "=",
        "<<",
        "",
        "²",
        "٣",
        "\U0001f600",
    ),
)
LINE = st.tuples(
    st.sampled_from(["", "", "  ", "  ", "    ", " ", "   ", "      "]),
    st.sampled_from(["", "", "", "- ", "- ", "-  ", "- - "]),
    st.sampled_from(["", "a: ", "b: ", "c:", "a-b: ", "d:  ", "1: ", "'e': ", "f :", "? "]),
    st.sampled_from(WORDS),
).map("".join)

TEXTS = st.sampled_from(
    ("a", "een woord", "it's", "2021-11-12", "12", "x: y", "é, of niet", "- a", "")
)
LONG = st.lists(st.sampled_from(("woord", "twee", "#3", "a:b", "'s", "(x)", "of")), max_size=12)
SCALARS = TEXTS | LONG.map(" ".join) | st.booleans() | st.integers(-99, 99) | st.none()
KEYS = st.sampled_from(("id", "title", "a-b", "c_d", "7", "nl", "en"))
DATA = st.dictionaries(
    KEYS,
    st.recursive(
        SCALARS,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
        max_leaves=12,
    ),
    min_size=1,
    max_size=5,
)


def assert_is_what_the_walk_reads(text: str) -> None:
    data = plain_data(text)
    if data is not None:
        # The texts of both: `True == 1` and `1 == Decimal(1)`, but a record is no other for it.
        assert repr(walked(text)) == repr(Parsed(data, (), ()))


def written(data: object, width: int, indent: int) -> str:
    text: Any = yaml.dump(
        data, Dumper=yaml.CSafeDumper, allow_unicode=True, width=width, indent=indent
    )
    return str(text)


def test_what_most_records_look_like_is_read_here() -> None:
    data = plain_data(TYPICAL)

    assert data is not None
    assert data["summary"]["nl"].endswith(" en aan huis, 12:30 tot 14 uur, ook 's avonds.")  # type: ignore[index]
    assert_is_what_the_walk_reads(TYPICAL)


@given(st.data())
def test_a_typical_record_with_other_lines_in_it_is_read_as_the_walk_does(data: Any) -> None:
    lines = TYPICAL.split("\n")
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(lines) - 1))
        lines[place : place + data.draw(st.integers(0, 2))] = data.draw(st.lists(LINE, max_size=2))
        lines = lines or [""]

    assert_is_what_the_walk_reads("\n".join(lines))


@given(st.data())
def test_a_typical_record_with_other_signs_in_it_is_read_as_the_walk_does(data: Any) -> None:
    place = data.draw(st.integers(0, len(TYPICAL)))
    rest = place + data.draw(st.integers(0, 3))
    signs = data.draw(st.text("-: \n[]{}#&*!|>'\"%@`?,a1.~\t\r\x85", max_size=4))

    assert_is_what_the_walk_reads(TYPICAL[:place] + signs + TYPICAL[rest:])


@given(st.lists(LINE, max_size=8), st.sampled_from(["", "\n", "\n\n"]))
def test_a_heap_of_lines_is_read_as_the_walk_does(lines: list[str], end: str) -> None:
    assert_is_what_the_walk_reads("\n".join(lines) + end)


@given(DATA, st.sampled_from([20, 40, 96]), st.sampled_from([2, 4]))
def test_what_pyyaml_wrote_is_read_as_the_walk_does(data: Any, width: int, indent: int) -> None:
    assert_is_what_the_walk_reads(written(data, width, indent))


@pytest.mark.parametrize(
    "text",
    [
        *("", "\n", "a", "- a\n", "a:\n", "a: null\n", "a: 1\na: 2\n", " a: 1\n", "a: 1 \n"),
        *("a: 1 # one\n", "a: b\n\n  c\n", "a: b\n# c\n  d\n", "a: 'b\n  c'\n", "a: |\n  b\n"),
        *("a:\n  b\n", "a: {b: c}\n", "a: &b c\n", "a: 1\n---\na: 2\n", "a: 1\r\nb: 2\r\n"),
        *("a: [b\n", "a: 'b' c\n", "a: b\n- c\n", "a:\n- b\n c: d\n", "a: b: c\n", "a: b:\n"),
        pytest.param(f"a: {'b' * LONGEST_PLAIN}\n", id="long"),
        pytest.param(
            "".join(f"{' ' * depth}a:\n" for depth in range(DEEPEST_PLAIN + 2)) + " " * 40 + "b: 1",
            id="deep",
        ),
    ],
)
def test_what_is_not_sure_to_be_plain_is_left_to_the_walk(text: str) -> None:
    assert plain_data(text) is None
    assert read(text) == walked(text)


def test_every_file_of_the_real_programme_is_read_as_the_walk_does() -> None:
    texts = [path.read_text("utf-8") for path in sorted(ROOT.glob("content/**/*.yml"))]

    assert sum(plain_data(text) is not None for text in texts) > len(texts) / 2
    for text in texts:
        assert repr(read(text)) == repr(walked(text))
