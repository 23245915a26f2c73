"""YAML to plain data: what is text, what is refused, and where everything stands."""

import time
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from gzg.diagnostics import FieldPath, Span
from gzg.repository.faults import MOST_FAULTS, FaultName
from gzg.repository.yaml_text import DEEPEST, locate, parse, read

WORDS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), max_size=12)
SCALARS = WORDS | st.booleans() | st.integers(-(10**9), 10**9)
KEYS = st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1, max_size=6)
DATA = st.dictionaries(
    KEYS,
    st.recursive(
        SCALARS,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
        max_leaves=8,
    ),
    max_size=5,
)


def written(data: object, *, flow: bool | None = None) -> str:
    """As PyYAML writes it, every text between quotes: plain words are another test's subject."""

    class Dumper(yaml.SafeDumper):
        """Writes no anchors: the same list twice is two lists."""

        def ignore_aliases(self, data: object) -> bool:
            return True

    def quoted(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')

    Dumper.add_representer(str, quoted)
    return yaml.dump(data, Dumper=Dumper, allow_unicode=True, default_flow_style=flow)


def paths_of(data: Any, path: FieldPath = ()) -> Iterator[FieldPath]:
    pairs = data.items() if isinstance(data, dict) else enumerate(data)
    for step, value in pairs:
        yield (*path, step)
        if isinstance(value, dict | list):
            yield from paths_of(value, (*path, step))


@given(st.text())
def test_any_text_gives_data_or_faults_and_never_an_error(text: str) -> None:
    data, faults = parse(text)
    locate(text)

    assert data is None or isinstance(data, dict | list | str | int | Decimal)
    assert all(fault.span and fault.span.line >= 1 <= fault.span.column for fault in faults)


@given(st.text("-: \n[]{}#&*!|>'\"%@`?,a1.~", max_size=60))
def test_any_heap_of_yaml_signs_gives_data_or_faults_and_never_an_error(text: str) -> None:
    _, faults = parse(text)

    lines = text.split("\n")
    for fault in faults:
        assert fault.span
        assert fault.span.line <= len(lines)


@given(DATA, st.sampled_from([None, True, False]))
def test_what_pyyaml_wrote_is_read_back_the_same(data: dict[str, Any], flow: bool | None) -> None:
    assert parse(written(data, flow=flow)) == (data, ())


@given(DATA, st.sampled_from([None, True, False]))
def test_every_field_has_its_place_and_its_key_stands_there(
    data: dict[str, Any], flow: bool | None
) -> None:
    text = written(data, flow=flow)
    lines, positions = text.split("\n"), locate(text)

    for path in paths_of(data):
        span = positions.of(path)
        assert path in positions.values
        if isinstance(path[-1], str):
            key = lines[span.line - 1][span.column - 1 : span.end_column - 1]
            assert key.strip('"') == path[-1]


@given(DATA)
def test_data_and_places_come_from_the_same_walk(data: dict[str, Any]) -> None:
    text = written(data)

    assert set(locate(text).values) == {(), *paths_of(parse(text)[0])}


@pytest.mark.parametrize(
    "word",
    [
        *("no", "yes", "on", "off", "y", "No", "True", "FALSE", "NULL", "1:30", "0x1f", "0o17"),
        *("1_000", "2021-11-12", "2021-11-12T12:00:00", "007", "1e5", "+1", ".5", "1.", ".inf"),
        *(".nan", "=", "<<", "--1", "1-2", "9" * 19, "١"),
    ],
)
def test_what_yaml_1_1_would_change_stays_text(word: str) -> None:
    assert parse(f"a: {word}\nb: [{word}]\n") == ({"a": word, "b": [word]}, ())


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("0", 0),
        ("-12", -12),
        ("150000", 150000),
        ("true", True),
        ("false", False),
        ('"true"', "true"),
        ("'12'", "12"),
        ('"1.5"', "1.5"),
    ],
)
def test_what_is_a_number_or_a_truth(word: str, value: object) -> None:
    (found,) = parse(f"a: {word}")[0].values()

    assert (found, type(found)) == (value, type(value))


@given(st.decimals(-(10**9), 10**9, places=2))
def test_a_number_with_a_point_is_exact_and_never_a_float(number: Decimal) -> None:
    found = parse(f"a: {number}")[0]["a"]

    assert type(found) is Decimal
    assert str(found) == str(number)


@pytest.mark.parametrize("nothing", ["", "~", "null", "# a remark"])
def test_a_key_without_a_value_counts_as_absent(nothing: str) -> None:
    assert parse(f"a: {nothing}\nb: 1") == ({"b": 1}, ())


def test_the_keys_without_a_value_are_told() -> None:
    found = read("a:\nb:\n  - c: 1\n  - d: ~\ne: ''\nf: []\n")

    assert found.without_value == (("a",), ("b", 1, "d"))


def test_an_absent_field_points_at_its_parent() -> None:
    text = "title: x\nparties:\n  - organisation: gent\n    role: lead\n  - role: partner\n"

    assert locate(text).of(("parties", 1, "organisation")).line == 5
    assert locate(text).of(("parties", 0, "role")) == Span(4, 5, 4, 9)
    assert locate(text).of(("amounts", "granted")).line == 1


def test_a_key_without_a_value_is_where_the_absent_field_points() -> None:
    assert locate("title: x\nsummary:\n").of(("summary",)) == Span(2, 1, 2, 8)


@pytest.mark.parametrize(
    ("text", "name", "line", "values"),
    [
        ("a: 1\nb: 2\na: 3\n", FaultName.DUPLICATE_KEY, 3, {"key": "a", "first_line": "1"}),
        ("x:\n  - {a: 1, a: 2}\n", FaultName.DUPLICATE_KEY, 2, {"key": "a", "first_line": "2"}),
        ("a: &anchor 1\n", FaultName.ANCHOR, 1, {"anchor": "&anchor"}),
        ("a: 1\nb: *anchor\n", FaultName.ANCHOR, 2, {"anchor": "*anchor"}),
        ("&anchor a: 1\n", FaultName.ANCHOR, 1, {"anchor": "&anchor"}),
        ("a:\n  &anchor\n  b: 1\n", FaultName.ANCHOR, 2, {"anchor": "&anchor"}),
        ("a: !!float 1\n", FaultName.TAG, 1, {"tag": "!!float"}),
        ("a: !!python/object/apply:os.system [x]\n", FaultName.TAG, 1, None),
        ("a: !own 1\n", FaultName.TAG, 1, {"tag": "!own"}),
        ("a: 1\n---\nb: 2\n", FaultName.SECOND_DOCUMENT, 2, {}),
    ],
)
def test_what_a_record_does_not_need_is_refused(
    text: str, name: FaultName, line: int, values: dict[str, object] | None
) -> None:
    ((fault,),) = (parse(text)[1],)

    assert (fault.name, fault.span and fault.span.line) == (name, line)
    assert values is None or fault.values == values


def test_one_line_gives_no_second_fault_for_what_follows_from_the_first() -> None:
    assert [fault.name for fault in parse("a: *naam Gent\n")[1]] == [FaultName.ANCHOR]


@pytest.mark.parametrize(
    "text",
    [
        *("[" * 10_000, "{a: " * 10_000, "- " * 10_000, "? " * 10_000),
        "".join(f"{' ' * depth}a:\n" for depth in range(1000)),
        "a: &a [*a, *a]\n" * 50_000,
        "".join(f"k{n}: &k{n} [{f'*k{n - 1},' * 9}]\n" for n in range(1, 10_000)),
    ],
)
def test_nesting_and_alias_bombs_end_at_once(text: str) -> None:
    begin = time.perf_counter()
    _, faults = parse(text)
    locate(text)

    assert time.perf_counter() - begin < 2
    assert 1 <= len(faults) <= MOST_FAULTS


def test_the_deepest_nesting_that_is_read() -> None:
    assert parse("[" * DEEPEST + "x" + "]" * DEEPEST)[1] == ()
    ((fault,),) = (parse("[" * (DEEPEST + 1) + "x" + "]" * (DEEPEST + 1))[1],)
    assert (fault.name, fault.values) == (FaultName.TOO_LARGE, {"depth": DEEPEST})


def test_windows_line_ends_are_line_ends() -> None:
    text = "a: 1\r\nb:\r\n  - c: x\r\n"

    assert parse(text) == ({"a": 1, "b": [{"c": "x"}]}, ())
    assert locate(text).of(("b", 0, "c")) == Span(3, 5, 3, 6)
