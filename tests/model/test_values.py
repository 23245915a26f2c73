"""Money, dates, flags and texts: what is accepted, and what it means."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from gzg.model.base import Count, Flag, Localised, localised
from gzg.model.dates import Day, Deadline, KnownDate, Moment, PartialDate
from gzg.model.money import LARGEST, Money

BRUSSELS = ZoneInfo("Europe/Brussels")
DAYS = st.dates(date(1, 1, 2), date(9999, 12, 30))
CENTS = st.integers(0, int(LARGEST) * 100 - 1)


def read(kind: Any, value: object) -> Any:
    adapter: TypeAdapter[Any] = TypeAdapter(kind)
    return adapter.validate_python(value)


def is_refused(kind: Any, value: object) -> bool:
    try:
        read(kind, value)
    except ValidationError as error:
        return "value_error" not in {fault["type"] for fault in error.errors()}
    return False


@given(CENTS)
def test_an_amount_keeps_every_cent(cents: int) -> None:
    written = f"{cents // 100}.{cents % 100:02}"

    assert read(Money, Decimal(written)) * 100 == cents
    assert str(read(Money, Decimal(written))) == written


@given(st.integers(0, int(LARGEST) - 1))
def test_a_whole_amount_stays_whole(euro: int) -> None:
    assert read(Money, euro) == euro


@given(CENTS, st.integers(1, 9))
def test_a_part_of_a_cent_is_refused(cents: int, rest: int) -> None:
    assert is_refused(Money, Decimal(f"{cents // 100}.{cents % 100:02}{rest}"))


@pytest.mark.parametrize(
    "value",
    [
        *(True, False, None, "150000", "1,5", 1.5, -1, Decimal("-0.01"), 10**12, 10**4000),
        *map(Decimal, ("NaN", "sNaN", "Infinity", "-Infinity", "1E+12", "1E-3", "0.000")),
    ],
)
def test_what_is_no_amount_is_refused(value: object) -> None:
    assert is_refused(Money, value)


@pytest.mark.parametrize(
    ("value", "amount"),
    [(0, "0"), (Decimal("1107397.55"), "1107397.55"), (Decimal("1E+3"), "1000")],
)
def test_an_amount_is_what_was_written(value: object, amount: str) -> None:
    assert read(Money, value) == Decimal(amount)


@pytest.mark.parametrize("value", [True, -1, "1", 1.0, Decimal("1"), 10**9 + 1, 10**4000, "\u0661"])
def test_what_is_no_count_is_refused(value: object) -> None:
    assert is_refused(Count, value)


@pytest.mark.parametrize("value", [0, 1, "true", "ja", None])
def test_only_true_and_false_are_a_flag(value: object) -> None:
    assert is_refused(Flag, value)


@given(st.dates())
def test_a_day_reads_back_as_written(day: date) -> None:
    assert read(Day, str(day)) == day
    assert str(read(Deadline, str(day))) == str(day)
    assert str(read(KnownDate, str(day))) == str(day)


@given(st.dates(), st.times().map(lambda clock: clock.replace(microsecond=0)))
def test_a_moment_reads_back_as_written(day: date, clock: time) -> None:
    written = f"{day}T{clock:%H:%M:%S}"

    assert read(Deadline, written) == Moment(day, clock)
    assert str(read(Deadline, written.replace("T", " "))) == written


@pytest.mark.parametrize(
    "value",
    [
        *("2021-02-29", "2021-13-01", "2021-00-10", "2021-1-1", "20211112", "0000-01-01"),
        *("12-11-2021", "2021-11-12\n", " 2021-11-12", "２０２１-11-12", "2021-11-1\u0661"),
        *("2021-W45-5", ""),
        *(True, None, 20211112, Decimal("2021.5"), datetime(2021, 11, 12, tzinfo=UTC)),
    ],
)  # fmt: skip
def test_what_is_no_day_is_refused(value: object) -> None:
    assert is_refused(Day, value)
    assert is_refused(Deadline, value)
    assert is_refused(KnownDate, value)


@pytest.mark.parametrize(
    "clock",
    ["24:00", "12:60", "12:00:60", "1:00", "12", "12:00Z", "12:00+01:00", "12:00.5", "1２:00"],
)
def test_what_is_no_hour_is_refused(clock: str) -> None:
    assert is_refused(Deadline, f"2021-11-12T{clock}")


@pytest.mark.parametrize("value", [True, 0, 999, 10_000, -2021, 10**4000, "2021-", "21", "2021-3"])
def test_what_is_no_year_or_month_is_refused(value: object) -> None:
    assert is_refused(KnownDate, value)


@given(DAYS)
def test_a_day_without_an_hour_lasts_from_its_first_to_its_last_second(day: date) -> None:
    first, last = Moment(day).first_instant(BRUSSELS), Moment(day).last_instant(BRUSSELS)

    assert (first.date(), first.time()) == (day, time(0, 0))
    assert (last.date(), last.time()) == (day, time(23, 59, 59))
    assert (last + timedelta(seconds=1)).date() == day + timedelta(days=1)


@given(DAYS, st.none() | st.times())
def test_the_last_instant_is_never_before_the_first(day: date, clock: time | None) -> None:
    moment = Moment(day, clock)

    assert moment.first_instant(BRUSSELS).timestamp() <= moment.last_instant(BRUSSELS).timestamp()


@pytest.mark.parametrize(
    ("written", "instant"),
    [
        ("2021-11-12", "2021-11-12T22:59:59"),
        ("2022-06-12", "2022-06-12T21:59:59"),
        ("2022-03-27", "2022-03-27T21:59:59"),
        ("2022-10-30", "2022-10-30T22:59:59"),
        ("2021-11-12T12:00", "2021-11-12T11:00:00"),
        ("2022-10-30T02:30", "2022-10-30T01:30:00"),
        ("2022-03-27T02:30", "2022-03-27T01:30:00"),
    ],
)
def test_a_deadline_in_brussels_is_one_instant_in_the_world(written: str, instant: str) -> None:
    last = read(Deadline, written).last_instant(BRUSSELS)

    assert last.astimezone(UTC) == datetime.fromisoformat(instant).replace(tzinfo=UTC)


@pytest.mark.parametrize(("day", "hours"), [("2022-03-27", 23), ("2022-10-30", 25)])
def test_a_day_on_which_the_clock_changes_has_its_own_length(day: str, hours: int) -> None:
    moment = read(Deadline, day)
    seconds = moment.last_instant(BRUSSELS).timestamp() - moment.first_instant(BRUSSELS).timestamp()

    assert seconds == hours * 3600 - 1


@given(DAYS, st.sampled_from([4, 7, 10]))
def test_a_date_known_in_part_holds_every_day_that_it_can_be(day: date, known: int) -> None:
    partial = read(KnownDate, str(day)[:known])

    assert partial.first_day <= day <= partial.last_day
    assert str(partial.first_day)[:known] == str(partial.last_day)[:known] == str(partial)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("9999-12", "9999-12-01", "9999-12-31"),
        ("2022", "2022-01-01", "2022-12-31"),
        (2022, "2022-01-01", "2022-12-31"),
    ],
)
def test_a_month_and_a_year_end_on_their_last_day(written: object, first: str, last: str) -> None:
    partial: PartialDate = read(KnownDate, written)

    assert (str(partial.first_day), str(partial.last_day)) == (first, last)


def test_a_text_is_given_in_the_language_asked_for_else_in_the_main_one() -> None:
    both = read(Localised, {"nl": "straat", "en": "street"})
    one = read(Localised, "straat")

    assert localised(both, "en", "nl") == ("street", "en")
    assert localised(both, "fr", "nl") == ("straat", "nl")
    assert localised(both, "fr", "de") == ("street", "en")
    assert localised(one, "en", "nl") == ("straat", "nl")


@pytest.mark.parametrize("value", ["", {}, {"nl": ""}, {"nld": "x"}, ["x"], 1, None, {"NL": "x"}])
def test_what_is_no_localised_text(value: object) -> None:
    assert is_refused(Localised, value)
