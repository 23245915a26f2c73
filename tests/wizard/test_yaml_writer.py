"""The YAML that is written: read back as it was, and the same bytes every time."""

import json
from decimal import Decimal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from gzg.repository.source_file import read_source
from gzg.repository.yaml_text import parse
from gzg.wizard.yaml_writer import WIDTH, written

texts = st.text(st.characters(codec="utf-8"), min_size=1)
awkward = st.text(
    st.sampled_from("a é 1.-:#'\"\\,[]{}&*!|>%@`~?\n\t yesno0xe_€…\u200b\x85"), min_size=1
)
amounts = st.integers(0, 10**14).map(lambda cents: Decimal(cents) / 100)
scalars = st.one_of(texts, awkward, st.integers(-(10**16), 10**16), amounts, st.booleans())
keys = st.one_of(st.from_regex(r"[a-z_]{1,12}", fullmatch=True), awkward)
values = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(keys, inner, max_size=4)),
    max_leaves=12,
)
records = st.dictionaries(keys, values, min_size=1, max_size=6)


@given(records)
def test_what_is_written_is_read_back(record: dict[str, object]) -> None:
    assert parse(written(record)) == (record, ())


@given(records)
def test_writing_again_what_was_read_gives_the_same_bytes(record: dict[str, object]) -> None:
    text = written(record)

    assert written(parse(text)[0]) == text


@given(st.dictionaries(keys, st.one_of(texts, awkward), min_size=1))
def test_other_programs_read_the_same_texts(record: dict[str, str]) -> None:
    assert yaml.load(written(record), Loader=yaml.CBaseLoader) == record


@given(st.dictionaries(keys, st.one_of(texts, awkward), min_size=1))
def test_nothing_is_written_that_a_check_refuses(record: dict[str, str]) -> None:
    source = read_source("submissions/oproep/loket/submission.yml", written(record).encode())

    assert source.faults == ()


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("Eén loket, voor wie verhuist (en blijft)", "x: Eén loket, voor wie verhuist (en blijft)"),
        ("Stap 1: het loket", 'x: "Stap 1: het loket"'),
        ("De “beste” keuze", "x: De “beste” keuze"),
        ('Zeg "ja"', 'x: Zeg "ja"'),
        ('"ja"', 'x: "\\"ja\\""'),
        ("loket #1", 'x: "loket #1"'),
        ("nota:", 'x: "nota:"'),
        ("no", 'x: "no"'),
        ("44021", 'x: "44021"'),
        ("12.50", 'x: "12.50"'),
        ("34 procent", "x: 34 procent"),
        ("2026-09-01", "x: 2026-09-01"),
        ("- eerst", 'x: "- eerst"'),
        ("a\u200bb", 'x: "a\\u200bb"'),
        (150000, "x: 150000"),
        (Decimal("1200.5"), "x: 1200.50"),
        (Decimal("1200.00"), "x: 1200"),
        (True, "x: true"),
        ([], "x: []"),
        (["burgerzaken", "digitaal-loket"], "x:\n  - burgerzaken\n  - digitaal-loket"),
    ],
)
def test_a_value_has_one_form(value: object, line: str) -> None:
    assert written({"x": value}) == f"{line}\n"


def test_a_text_too_long_for_a_line_is_folded_at_spaces() -> None:
    text = written({"summary": " ".join(["woord"] * 20)})

    first, second = " ".join(["woord"] * 16), " ".join(["woord"] * 4)
    assert text == f"summary: >-\n  {first}\n  {second}\n"
    assert max(map(len, text.splitlines())) <= WIDTH


def test_paragraphs_stay_paragraphs() -> None:
    assert written({"text": "Eerst.\n\n- dan\n  dit"}) == "text: |-\n  Eerst.\n\n  - dan\n    dit\n"


def test_comments_stand_above_their_field() -> None:
    data = {"title": "Loket", "parties": [{"organisation": "gent", "role": "lead"}, {"role": "x"}]}
    comments = {
        ("title",): ["kort"],
        ("parties", 0): ["eerst"],
        ("parties", 0, "organisation"): ["zij"],
        ("parties", 0, "role"): ["rol"],
        ("parties", 1, "role"): ["later"],
    }

    assert written(data, comments, ["einde"]) == (
        "# kort\ntitle: Loket\nparties:\n  # eerst\n  # zij\n  - organisation: gent\n"
        "    # rol\n    role: lead\n  # later\n  - role: x\n# einde\n"
    )


@given(texts)
def test_a_quoted_text_is_as_json_has_it_where_all_can_be_seen(text: str) -> None:
    line = written({"x": f"- {text}"}).removeprefix("x: ").rstrip("\n")

    if line.startswith('"') and "\\u" not in line and "\\U" not in line:
        assert json.loads(line) == f"- {text}"
