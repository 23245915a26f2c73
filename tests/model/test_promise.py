"""The promise between model and schema: a schema accepts all that its model accepts.

What only the model refuses must be in `MODEL_ONLY`. Records are made from the models' own field
types, whole or with one place spoiled.
"""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError

from gzg.model.admissibility import RuleCode
from gzg.model.base import Count, Flag, LanguageCode, Line, Localised, Model, Number, Slug
from gzg.model.call import AmendedValue
from gzg.model.dates import Day, Deadline, Instant, KnownDate, Year
from gzg.model.identifiers import Commit, Digest, Kbo, Licence, Mailbox, WebAddress
from gzg.model.kinds import Kind
from gzg.model.models import MODELS
from gzg.model.money import Money
from gzg.model.schema import MODEL_ONLY, Schema, parts, schema_of
from gzg.model.submission import AccountId, SubmissionId

VALIDATORS = {kind: Draft202012Validator(schema_of(kind)) for kind in Kind}

TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=8)
DAYS = st.dates().map(str)
CLOCKS = st.times().map(lambda clock: f"{clock:%H:%M}") | st.times().map(
    lambda clock: f"{clock:%H:%M:%S}"
)
AMOUNTS = st.integers(0, 10**12 - 1) | st.decimals(0, 999_999_999_999, places=2)
ZONES = st.sampled_from(["Z", "+01:00", "-05:30"])
INSTANTS = st.builds("{}T{:%H:%M:%S}{}".format, DAYS, st.times(), ZONES)
SLUGS = st.from_regex("[a-z0-9]{1,3}(-[a-z0-9]{1,3}){0,2}", fullmatch=True)
HEXADECIMALS = st.text("0123456789abcdef", min_size=64, max_size=64)
MOMENTS = st.builds("{}{}{}".format, DAYS, st.sampled_from("T "), CLOCKS)
LANGUAGES = st.from_regex("[a-z]{2}", fullmatch=True)
KNOWN_DATES = st.builds(lambda day, end: day[:end], DAYS, st.sampled_from([4, 7, 10]))
KBO_BASES = st.integers(1_000_000, 19_999_999)
LEAVES: tuple[tuple[Any, st.SearchStrategy[object]], ...] = (
    (Localised, TEXTS | st.dictionaries(LANGUAGES, TEXTS, min_size=1)),
    (AmendedValue, TEXTS | AMOUNTS | st.integers() | st.lists(TEXTS, max_size=2)),
    (Day, DAYS),
    (Deadline, DAYS | MOMENTS),
    (Instant, INSTANTS),
    (KnownDate, KNOWN_DATES | st.integers(1000, 9999)),
    (Money, AMOUNTS),
    (Kbo, KBO_BASES.map(lambda base: _kbo(f"{base:08}{97 - base % 97:02}"))),
    (Licence, st.sampled_from(["EUPL-1.2", "MIT OR Apache-2.0", "(MIT AND CC-BY-4.0)"])),
    (WebAddress, st.sampled_from(["https://voorbeeld.be", "http://a.b.eu:8080/x?y=1#z"])),
    (Mailbox, st.sampled_from(["loket@voorbeeld.be", "a.b+c_d-e@f-g.h.example"])),
    (Digest, HEXADECIMALS),
    (Commit, HEXADECIMALS | HEXADECIMALS.map(lambda digits: digits[:40])),
    (RuleCode, st.from_regex("GZG[0-9]{3}", fullmatch=True)),
    (SubmissionId, st.builds("{}/{}".format, SLUGS, SLUGS)),
    (Slug, SLUGS),
    (LanguageCode, LANGUAGES),
    (Line, TEXTS),
    (Year, st.integers(1000, 9999)),
    (AccountId, st.integers(1, 2**53 - 1)),
    (Count, st.integers(0, 10**9)),
    (Number, st.integers(-(10**9), 10**9)),
    (Flag, st.booleans()),
)
"""What to write in a field of each type that has no parts; the most particular types first."""

NASTY: tuple[object, ...] = (
    *(None, True, False, 0, 1, -1, 999, 2021, 10_000, 10**9 + 1, 10**12, 10**4000),
    *map(Decimal, ("1.0", "-0.0", "0.005", "-0.01", "1E+3", "2021.0", "1E+12", "1E+400")),
    *("", " ", "x", "é", "1", "-1", "1.5", "true", "null", "NaN", "\u0661", "a\n", "\n", "\x00"),
    *("a" * 101, "a" * 4001, "Gent", "a--b", "a_b", "nl", "NL", "nl\n", "²", "stated", "Stated"),
    *("2021", "0000", "21", "2021-13", "2021-00", "2021-12-12", "2021-02-30", "2021-12-12\n"),
    *("２０２１-01-01", "2021-1-1", "2021-12-12T23:59", "2021-12-12 24:00", "2021-12-12T1:00"),
    *("2021-12-12T12:00:60", "2021-12-12T12:00Z", "2021-12-12T12:00+01:00", "12:00"),
    *("0123.456.749", "0123.456.789", "0123456749", "２123.456.749", "0123.456.749\n"),
    *("MIT", "mit", "MIT OR", "( )", "((MIT)", "EUPL-1.2\n", "MIT " * 60, "GPL-9.9"),
    *("https://voorbeeld.be", "HTTPS://voorbeeld.be", "https://voorbeeld", "https://a.be\n"),
    *("https://naam:woord@a.be", "https://a.be/ x", "javascript:alert(1)", "https://\u202ea.be"),
    *("https://a.be/" + "a" * 2000, "https://a.be:x", "https://[", "//a.be", "http://"),
    *("2026-03-02T14:05:09+01:00", "2026-03-02T14:05:09", "2026-02-30T14:05:09Z"),
    *("2026-03-02T24:05:09Z", "2026-03-02T14:05:09+24:00", "2026-03-02T14:05:09Z\n"),
    *("0" * 64, "0" * 40, "0" * 63, "A" * 64, "0" * 64 + "\n", 2**53, 9999),
    *("GZG412", "GZG412\n", "gzg412", "GZG41"),
    *("a/b", "a/b\n", "a/b/c", "/a", "a/", "../a", "a" * 101 + "/" + "b" * 100),
    *("loket@voorbeeld.be", "loket@voorbeeld.be\n", "loket@voorbeeld", "@a.be", "a b@c.be"),
    *([], {}, [None], [""], ["x"], ["a\n"], [["x"]], [{}], [1], [True], ["x", 1], "x,y"),
    *({"nl": "x"}, {"nl": ""}, {"nl": None}, {"": "x"}, {"nld": "x"}, {"nl\n": "x"}, {"x": {}}),
    *({"id": "x", "title": "y"}, {"value": 1}, {"basis": "stated"}, {"onbekend": 1}),
)  # fmt: skip

CONFINED: Mapping[str, Any] = {
    "int_type": lambda value: isinstance(value, Decimal) and value == int(value),
    "string_pattern_mismatch": lambda value: value.endswith("\n"),
}
"""What must be true of a value that only the model refuses for so general a reason."""

THOROUGH = settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def _kbo(digits: str) -> str:
    return f"{digits[:4]}.{digits[4:7]}.{digits[7:]}"


def values_of(annotation: Any) -> st.SearchStrategy[Any]:
    """Values as our loader gives them, that a field of this type accepts."""
    if get_origin(annotation) is Annotated:
        base, *marks = get_args(annotation)
        for leaf, strategy in LEAVES:
            if get_args(leaf)[0] == base and all(mark in marks for mark in get_args(leaf)[1:]):
                return strategy
        return values_of(base)
    if annotation is NoneType:
        return st.none()
    arguments = get_args(annotation)
    if get_origin(annotation) in {Union, UnionType}:
        return st.one_of(*map(values_of, arguments))
    if get_origin(annotation) is tuple:
        return st.lists(values_of(arguments[0]), min_size=1, max_size=2)
    if get_origin(annotation) in {dict, Mapping}:
        return st.dictionaries(*map(values_of, arguments), max_size=2)
    if issubclass(annotation, StrEnum):
        return st.sampled_from([value.value for value in annotation])
    return records_of(annotation)


def hints(model: type[Model]) -> dict[str, Any]:
    return get_type_hints(model, include_extras=True)


@st.composite
def records_of(draw: st.DrawFn, model: type[Model]) -> dict[str, object]:
    """A record that the model accepts: all fields it must have, and a few that it may have."""
    types = hints(model)
    fields = model.model_fields
    optional = [name for name in fields if not fields[name].is_required()]
    chosen = draw(st.lists(st.sampled_from(optional), max_size=3, unique=True)) if optional else []
    names = [name for name in fields if fields[name].is_required() or name in chosen]
    return {name: draw(values_of(types[name])) for name in names}


@st.composite
def spoiled(draw: st.DrawFn, model: type[Model]) -> dict[str, object]:
    """A record that is right but for one place: another value, a key less or a key more."""
    record = draw(records_of(model))
    places = list(_places(record))
    container, key = places[draw(st.integers(0, len(places) - 1))]
    action = draw(st.sampled_from(["replace", "replace", "replace", "remove", "add"]))
    if action == "remove":
        del container[key]
    elif action == "add" and isinstance(container, dict):
        container[draw(TEXTS)] = draw(st.sampled_from(NASTY))
    else:
        container[key] = draw(st.sampled_from(NASTY) | TEXTS)
    return record


def _places(node: Any) -> Any:
    pairs = node.items() if isinstance(node, dict) else enumerate(node)
    for key, value in pairs:
        yield node, key
        if isinstance(value, dict | list):
            yield from _places(value)


def as_json(node: Any) -> Any:
    """The same as an editor or another validator reads it: decimals are floats there."""
    if isinstance(node, dict):
        return {key: as_json(value) for key, value in node.items()}
    if isinstance(node, list):
        return [as_json(value) for value in node]
    return float(node) if isinstance(node, Decimal) else node


def assert_promise(adapter: TypeAdapter[Any], validator: Draft202012Validator, value: Any) -> None:
    in_schema = validator.is_valid(as_json(value))
    try:
        adapter.validate_python(value)
    except ValidationError as refused:
        if in_schema:
            for error in refused.errors():
                assert error["type"] in MODEL_ONLY, (value, error)
                assert CONFINED.get(error["type"], lambda _: True)(error["input"]), (value, error)
    else:
        assert in_schema, (value, list(validator.iter_errors(as_json(value))))


@pytest.mark.parametrize("kind", Kind)
def test_a_right_record_is_right_to_model_and_schema(kind: Kind) -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(MODELS[kind])

    @THOROUGH
    @given(records_of(MODELS[kind]))
    def accepted_by_both(record: dict[str, object]) -> None:
        adapter.validate_python(record)
        assert not list(VALIDATORS[kind].iter_errors(as_json(record)))

    accepted_by_both()


@pytest.mark.parametrize("kind", Kind)
def test_a_spoiled_record_is_judged_alike_but_for_what_is_written_down(kind: Kind) -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(MODELS[kind])

    @THOROUGH
    @given(spoiled(MODELS[kind]))
    def promise_holds(record: dict[str, object]) -> None:
        assert_promise(adapter, VALIDATORS[kind], record)

    promise_holds()


@pytest.mark.parametrize("kind", Kind)
def test_every_field_judges_every_odd_value_as_its_schema_does(kind: Kind) -> None:
    schema = schema_of(kind)
    for part in parts(MODELS[kind]):
        if issubclass(part, Model):
            described = schema if part is MODELS[kind] else schema["$defs"][part.__name__]
            for field, hint in hints(part).items():
                if field in part.model_fields:
                    _assert_field(hint, described["properties"][field], schema["$defs"])


def _assert_field(hint: Any, property_: Schema, definitions: Schema) -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(hint)
    validator = Draft202012Validator({**property_, "$defs": definitions})
    for value in NASTY:
        assert_promise(adapter, validator, value)


@pytest.mark.parametrize(
    ("error", "hint", "value"),
    [
        ("date", Day, "2021-02-30"),
        ("money", Money, Decimal("0.005")),
        ("kbo", Kbo, "0123.456.789"),
        ("licence", Licence, "GPL-9.9"),
        ("address", WebAddress, "https://naam:woord@voorbeeld.be"),
        ("int_type", Count, Decimal("1.0")),
        ("string_pattern_mismatch", Slug, "gent\n"),
    ],
)
def test_what_only_the_model_refuses(error: str, hint: Any, value: object) -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(hint)

    assert Draft202012Validator(adapter.json_schema()).is_valid(as_json(value))
    with pytest.raises(ValidationError) as refused:
        adapter.validate_python(value)
    assert [found["type"] for found in refused.value.errors()] == [error]


def test_every_reason_that_is_written_down_has_its_example() -> None:
    (examples,) = test_what_only_the_model_refuses.pytestmark

    assert {error for error, _, _ in examples.args[1]} == MODEL_ONLY.keys()
