"""Each kind of constraint on small data, and how long so many months last."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzg.call_schema.constraints import (
    KINDS,
    Among,
    Constraint,
    CountOfKind,
    Months,
    NotAfter,
    NotBefore,
    OfKind,
    Order,
    Part,
    Sum,
    SumOfEach,
    Unique,
    Years,
    as_data,
)
from gzg.call_schema.evaluation import evaluated, last_day
from gzg.diagnostics import FieldPath

DATA = {
    "total": 10,
    "own": Decimal("2.50"),
    "begins": "2024-01-31",
    "ends": "2024-03-01",
    "parties": [{"id": "a", "role": "x", "share": 4}, {"id": "b", "role": "y", "share": 6}],
    "lines": [{"id": "a", "cost": 4, "year": 2024}, {"id": "c", "cost": 7, "year": 2025}],
}
EACH = SumOfEach(code="X", each="parties[]", key="id", amounts="lines[].cost", own=("share",))
EXAMPLES: tuple[tuple[Constraint, list[FieldPath]], ...] = (
    (Sum(code="X", left=("parties[].share",), right=("total",), at="total"), []),
    (Sum(code="X", left=("lines[].cost",), right=("total",), at="lines"), [("lines",)]),
    (Sum(code="X", left=("total",), right=(), at="total", only_with=("absent",)), []),
    (EACH, [("parties", 1)]),
    (Part(code="X", part="own", whole=("total",), minimum_percentage=Decimal(25)), []),
    (Part(code="X", part="own", whole=("total",), minimum_percentage=Decimal("25.1")), [("own",)]),
    (Order(code="X", first="begins", then="ends"), []),
    (Order(code="X", first="ends", then="begins"), [("begins",)]),
    (NotAfter(code="X", value="ends", latest=date(2024, 3, 1)), []),
    (NotAfter(code="X", value="ends", latest=date(2024, 2, 29)), [("ends",)]),
    (NotBefore(code="X", value="begins", earliest=date(2024, 2, 1)), [("begins",)]),
    (Months(code="X", first="begins", last="ends", maximum=2), []),
    (Months(code="X", first="begins", last="ends", maximum=1), [("ends",)]),
    (Years(code="X", values="lines[].year", first="begins", last="ends"), [("lines", 1, "year")]),
    (Among(code="X", values="lines[].id", known="parties[].id"), [("lines", 1, "id")]),
    (Among(code="X", values="lines[].id", known="absent[]", at="lines"), [("lines",), ("lines",)]),
    (Unique(code="X", values="parties[].id"), []),
    (Unique(code="X", values="lines[].absent"), []),
    (OfKind(code="X", values="parties[].id", kinds=("k",), where={"role": ("x",)}), []),
    (
        OfKind(code="X", values="parties[].id", kinds=("k",), where={"role": ("y",)}),
        [("parties", 1, "id")],
    ),
    (
        CountOfKind(
            code="X",
            values="parties[].id",
            kinds=("k",),
            where={"role": ("x", "y")},
            minimum=2,
            at="parties",
        ),
        [("parties",)],
    ),
)


@pytest.mark.parametrize(("constraint", "fields"), EXAMPLES)
def test_a_constraint_is_broken_where_it_should_be(
    constraint: Constraint, fields: list[FieldPath]
) -> None:
    kinds = {"a": "k", "b": "other"}

    assert [each.field for each in evaluated(constraint, DATA, kinds.get)] == fields


def test_every_kind_of_constraint_has_an_example_and_a_name_in_its_data() -> None:
    assert {type(constraint) for constraint, _ in EXAMPLES} == set(KINDS)
    for constraint, _ in EXAMPLES:
        assert as_data(constraint)["kind"] == KINDS[type(constraint)]


def test_an_organisation_that_nobody_knows_is_not_said_to_be_of_the_wrong_kind() -> None:
    rule = OfKind(code="X", values="parties[].id", kinds=("k",), where={"role": ("x", "y")})

    assert list(evaluated(rule, DATA, lambda id: None)) == []


@pytest.mark.parametrize(
    ("begin", "months", "last"),
    [
        (date(2026, 9, 1), 24, date(2028, 8, 31)),
        (date(2022, 10, 1), 12, date(2023, 9, 30)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 5, 15), 0, date(2024, 5, 14)),
        (date(9999, 5, 15), 12, None),
    ],
)
def test_so_many_months_last_until_the_day_before_the_same_day(
    begin: date, months: int, last: date | None
) -> None:
    assert last_day(begin, months) == last


@given(begin=st.dates(max_value=date(2500, 1, 1)), months=st.integers(1, 600))
def test_a_month_more_always_lasts_longer(begin: date, months: int) -> None:
    shorter, longer = last_day(begin, months), last_day(begin, months + 1)

    assert shorter is not None
    assert longer is not None
    assert 27 <= (longer - shorter).days <= 32


@given(cents=st.lists(st.integers(0, 10**12), max_size=20))
def test_a_sum_is_exact_however_many_cents_there_are(cents: list[int]) -> None:
    data = {"lines": [{"cost": Decimal(each) / 100} for each in cents], "total": 0}
    rule = Sum(code="X", left=("lines[].cost",), right=("total",), at="total")
    total = Decimal(sum(cents)) / 100

    assert not list(evaluated(rule, data | {"total": total}, lambda id: None))
    assert list(evaluated(rule, data | {"total": total + Decimal("0.01")}, lambda id: None))
