"""What a call asks that no schema can say: sums, orders in time, memberships and counts, as data.

A constraint names values by their path in a submission: `requested`, `budget[].amount` (one in each
item of a list), `agreement.decisions[].date`. `where` keeps only the items of the list that have
one of the given values: `{"role": ["lead"]}`. `at` is the field that a fault is shown at, where it
is not shown at the value itself. Where none is found of one of the values that `only_with` names,
nothing is judged. `unless` names codes: where one of them was found, this one would only repeat it.

`call_schema.judging` evaluates them in Python and the form does so in the browser; both read what
`as_data` gives, so a constraint is stated once.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

Where = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, kw_only=True)
class Constraint:
    """The rule that speaks of it, and when it is judged."""

    code: str
    only_with: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """The name under which the browser knows it: `sum`, `sum-of-each`, …"""
        return KINDS[type(self)]


@dataclass(frozen=True, kw_only=True)
class Sum(Constraint):
    """All values of `left` together are all values of `right` together; absent is zero."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    at: str


@dataclass(frozen=True, kw_only=True)
class SumOfEach(Constraint):
    """For each item of `each`: `amounts` of all with the same `key` are the sum of its `own`."""

    each: str
    key: str
    amounts: str
    own: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Part(Constraint):
    """`part` is at least so many per cent of all values of `whole` together."""

    part: str
    whole: tuple[str, ...]
    minimum_percentage: Decimal


@dataclass(frozen=True, kw_only=True)
class Order(Constraint):
    """No day of `first` comes after one of `then`; shown at that of the two that is a list."""

    first: str
    then: str


@dataclass(frozen=True, kw_only=True)
class NotAfter(Constraint):
    """The day does not come after `latest`."""

    value: str
    latest: date


@dataclass(frozen=True, kw_only=True)
class NotBefore(Constraint):
    """The day does not come before `earliest`."""

    value: str
    earliest: date


@dataclass(frozen=True, kw_only=True)
class Months(Constraint):
    """From `first` to `last`, both days included, lie no more than so many months."""

    first: str
    last: str
    maximum: int


@dataclass(frozen=True, kw_only=True)
class Years(Constraint):
    """Each year is at least partly between the days `first` and `last`."""

    values: str
    first: str
    last: str


@dataclass(frozen=True, kw_only=True)
class Among(Constraint):
    """Each of `values` is one of `known`; shown at `at` where that is given."""

    values: str
    known: str
    where: Where | None = None
    at: str | None = None


@dataclass(frozen=True, kw_only=True)
class Unique(Constraint):
    """None of `values` comes twice."""

    values: str


@dataclass(frozen=True, kw_only=True)
class OfKind(Constraint):
    """Each organisation is of one of these kinds."""

    values: str
    kinds: tuple[str, ...]
    where: Where


@dataclass(frozen=True, kw_only=True)
class CountOfKind(Constraint):
    """At least so many organisations are of one of these kinds."""

    values: str
    kinds: tuple[str, ...]
    where: Where
    minimum: int
    at: str


KINDS: Mapping[type[Constraint], str] = {
    Sum: "sum",
    SumOfEach: "sum-of-each",
    Part: "part",
    Order: "order",
    NotAfter: "not-after",
    NotBefore: "not-before",
    Months: "months",
    Years: "years",
    Among: "among",
    Unique: "unique",
    OfKind: "of-kind",
    CountOfKind: "count-of-kind",
}


def as_data(constraint: Constraint) -> dict[str, object]:
    """The constraint as JSON can hold it, without what is absent."""
    found = {field.name: getattr(constraint, field.name) for field in fields(constraint)}
    found["kind"] = constraint.kind
    kept = {name: value for name, value in found.items() if value not in (None, ())}
    return {name: str(v) if isinstance(v, date) else v for name, v in sorted(kept.items())}
