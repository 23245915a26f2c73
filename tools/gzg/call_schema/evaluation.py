"""Constraints applied to a dossier's plain data.

The data have the structure of a submission: the model has judged that before. Amounts are exact.
"""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from gzg.call_schema.breach import Breach
from gzg.call_schema.constraints import (
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
)
from gzg.call_schema.paths import field_of, read

Data = Mapping[str, object]
KindOf = Callable[[str], str | None]
"""The kind of an organisation by its id; None for one that is not known."""

WHOLE = 100


def evaluated(constraint: Constraint, data: Data, kind_of: KindOf) -> Iterator[Breach]:
    """Every breach of one constraint."""
    if any(next(read(data, path), None) is None for path in constraint.only_with):
        return
    if isinstance(constraint, OfKind):
        yield from _of_kind(constraint, data, kind_of)
    elif isinstance(constraint, CountOfKind):
        yield from _count_of_kind(constraint, data, kind_of)
    else:
        yield from _EVALUATORS[type(constraint)](constraint, data)


def _total(data: object, *paths: str) -> Decimal:
    amounts = (value for path in paths for _, value in read(data, path))
    return sum((Decimal(str(amount)) for amount in amounts), Decimal())


def _compared(left: Decimal, right: Decimal) -> dict[str, object]:
    return {"left": left, "right": right, "difference": abs(left - right)}


def _sum(rule: Sum, data: Data) -> Iterator[Breach]:
    left, right = _total(data, *rule.left), _total(data, *rule.right)
    if left != right:
        yield Breach(rule.code, field_of(rule.at), _compared(left, right))


def _sum_of_each(rule: SumOfEach, data: Data) -> Iterator[Breach]:
    amounts: defaultdict[object, Decimal] = defaultdict(Decimal)
    items, _, amount = rule.amounts.rpartition(".")
    for _, item in read(data, items):
        if isinstance(item, Mapping):
            amounts[item.get(rule.key)] += _total(item, amount)
    for way, item in read(data, rule.each):
        key = item[rule.key] if isinstance(item, Mapping) else None
        left, right = amounts[key], _total(item, *rule.own)
        if left != right:
            yield Breach(rule.code, way, {rule.key: key, **_compared(left, right)})


def _part(rule: Part, data: Data) -> Iterator[Breach]:
    part, whole = _total(data, rule.part), _total(data, *rule.whole)
    if part * WHOLE < whole * rule.minimum_percentage:
        wanted = whole * rule.minimum_percentage / WHOLE
        values = {
            "part": part,
            "whole": whole,
            "percentage": float(part * WHOLE / whole),
            "minimum_percentage": float(rule.minimum_percentage),
            "wanted": wanted.quantize(Decimal("0.01")),
        }
        yield Breach(rule.code, field_of(rule.part), values)


def _order(rule: Order, data: Data) -> Iterator[Breach]:
    lasts = [(way, _day(value)) for way, value in read(data, rule.then)]
    for way, value in read(data, rule.first):
        for later_way, later in lasts:
            if _day(value) > later:
                field = way if len(way) > len(later_way) else later_way
                yield Breach(rule.code, field, {"first": _day(value), "then": later})


def _not_after(rule: NotAfter, data: Data) -> Iterator[Breach]:
    for way, value in read(data, rule.value):
        if _day(value) > rule.latest:
            yield Breach(rule.code, way, {"day": _day(value), "latest": rule.latest})


def _not_before(rule: NotBefore, data: Data) -> Iterator[Breach]:
    for way, value in read(data, rule.value):
        if _day(value) < rule.earliest:
            yield Breach(rule.code, way, {"day": _day(value), "earliest": rule.earliest})


def _months(rule: Months, data: Data) -> Iterator[Breach]:
    for _, begin in read(data, rule.first):
        for way, end in read(data, rule.last):
            latest = last_day(_day(begin), rule.maximum)
            if latest and _day(end) > latest:
                values = {"first": _day(begin), "last": _day(end), "latest": latest}
                yield Breach(rule.code, way, {**values, "maximum": rule.maximum})


def last_day(begin: date, months: int) -> date | None:
    """The last day of so many months that begin on a day; None beyond the calendar."""
    year, month = divmod(begin.year * 12 + begin.month - 1 + months, 12)
    if year > date.max.year:
        return None
    day = min(begin.day, monthrange(year, month + 1)[1])
    # From 31 January one month lasts until 28 February: that day has no successor in its month.
    full = day == begin.day
    end = date(year, month + 1, day)
    return end - timedelta(days=1) if full else end


def _years(rule: Years, data: Data) -> Iterator[Breach]:
    begins = [_day(value) for _, value in read(data, rule.first)]
    ends = [_day(value) for _, value in read(data, rule.last)]
    for way, year in read(data, rule.values):
        for begin, end in zip(begins, ends, strict=False):
            if isinstance(year, int) and not begin.year <= year <= end.year:
                values = {"year": str(year), "first": str(begin.year), "last": str(end.year)}
                yield Breach(rule.code, way, values)


def _among(rule: Among, data: Data) -> Iterator[Breach]:
    known = {value for _, value in read(data, rule.known)}
    for way, value in read(data, rule.values, rule.where):
        if value not in known:
            field = field_of(rule.at) if rule.at else way
            yield Breach(rule.code, field, {"value": value})


def _unique(rule: Unique, data: Data) -> Iterator[Breach]:
    seen: set[object] = set()
    for way, value in read(data, rule.values):
        if value in seen:
            yield Breach(rule.code, way, {"value": value})
        seen.add(value)


def _of_kind(rule: OfKind, data: Data, kind_of: KindOf) -> Iterator[Breach]:
    for way, id in read(data, rule.values, rule.where):
        kind = kind_of(str(id))
        if kind is not None and kind not in rule.kinds:
            yield Breach(rule.code, way, {"value": id, "kind": kind, "kinds": list(rule.kinds)})


def _count_of_kind(rule: CountOfKind, data: Data, kind_of: KindOf) -> Iterator[Breach]:
    """An organisation that is not known may be of the kind: another rule speaks of it."""
    known = (*rule.kinds, None)
    count = sum(1 for _, id in read(data, rule.values, rule.where) if kind_of(str(id)) in known)
    if count < rule.minimum:
        values = {"count": count, "minimum": rule.minimum}
        yield Breach(rule.code, field_of(rule.at), values)


def _day(value: object) -> date:
    return date.fromisoformat(str(value))


_EVALUATORS: Mapping[type[Constraint], Callable[[Any, Data], Iterator[Breach]]] = {
    Sum: _sum,
    SumOfEach: _sum_of_each,
    Part: _part,
    Order: _order,
    NotAfter: _not_after,
    NotBefore: _not_before,
    Months: _months,
    Years: _years,
    Among: _among,
    Unique: _unique,
}
