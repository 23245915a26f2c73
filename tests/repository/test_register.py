"""The register of municipalities: mergers, who existed when, and rows that cannot be read.

The rows are those of a country that does not exist: Bree and Aal merged into Aalbree in 2019,
Cam took Dorp in and kept its name under another code, Eik is as it was.
"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzg.diagnostics import Span
from gzg.model.organisation import Municipality
from gzg.repository.faults import MOST_FAULTS, FaultName
from gzg.repository.register import COLUMNS, Register, read_register

HEADER = ",".join(COLUMNS)
ROWS = (
    "10001,Bree,Noord,,2018-12-31,10009,1,1",
    "10002,Aal,Noord,,2018-12-31,10009,2,1",
    "10009,Aalbree,Noord,2019-01-01,,,2,1",
    "10003,Cam,Zuid,,2024-12-31,10013,3,1",
    "10004,Dorp,Zuid,,2024-12-31,10013,,",
    "10013,Cam,Zuid,2025-01-01,,,3,1",
    "10005,De Eik,Zuid-Oost,,,,4,1",
)


def register_of(*rows: str) -> Register:
    register, faults = read_register("\n".join((HEADER, *rows, "")))
    assert faults == ()
    return register


def faults_of(*rows: str) -> list[tuple[FaultName, int, dict[str, object]]]:
    _, faults = read_register("\n".join((HEADER, *rows, "")))
    return [(each.name, each.span.line if each.span else 0, dict(each.values)) for each in faults]


def test_a_row_is_a_municipality() -> None:
    assert register_of(*ROWS).by_nis["10005"] == Municipality(
        nis="10005", id="de-eik", name="De Eik", province="zuid-oost", tile=(4, 1)
    )


@pytest.mark.parametrize(
    ("id", "day", "nis"),
    [
        ("bree", date(2018, 12, 31), "10001"),
        ("bree", date(2019, 1, 1), None),
        ("bree", None, "10001"),
        ("aalbree", date(2018, 12, 31), None),
        ("aalbree", date(2019, 1, 1), "10009"),
        ("cam", date(2024, 12, 31), "10003"),
        ("cam", date(2025, 1, 1), "10013"),
        ("cam", None, "10013"),
        ("cam", date(1800, 1, 1), "10003"),
        ("de-eik", date(2500, 1, 1), "10005"),
        ("nergens", None, None),
        ("nergens", date(2020, 1, 1), None),
    ],
)
def test_an_id_is_resolved_at_a_date(id: str, day: date | None, nis: str | None) -> None:
    found = register_of(*ROWS).at(id, day)

    assert (found.nis if found else None) == nis


@given(st.permutations(ROWS))
def test_the_order_of_the_rows_makes_no_difference(rows: list[str]) -> None:
    assert register_of(*rows) == register_of(*ROWS)


@pytest.mark.parametrize(
    ("day", "count"), [(date(2018, 12, 31), 5), (date(2019, 1, 1), 4), (date(2025, 1, 1), 3)]
)
def test_who_existed_at_a_date(day: date, count: int) -> None:
    assert len(register_of(*ROWS).existing_at(day)) == count


def test_successors_and_predecessors_are_each_others_other_side() -> None:
    register = register_of(*ROWS)
    aalbree = register.by_nis["10009"]

    assert [each.nis for each in register.predecessors(aalbree)] == ["10001", "10002"]
    assert register.successor(register.by_nis["10002"]) == aalbree
    assert register.successor(aalbree) is None
    assert register.predecessors(register.by_nis["10005"]) == ()


@pytest.mark.parametrize(
    ("row", "column", "value"),
    [
        ("1001,Bree,Noord,,,,1,1", "nis", "1001"),
        ("00001,Bree,Noord,,,,1,1", "nis", "00001"),
        ("10001,,Noord,,,,1,1", "name", ""),
        ('10001,Br"ee,Noord,,,,1,1', "name", 'Br"ee'),
        ("10001,Bree,Noo“rd,,,,1,1", "province", "Noo“rd"),
        ("10001,Bree,?,,,,1,1", "province", "?"),
        ("10001,Bree,Noord,1/1/2019,,,1,1", "valid_from", "1/1/2019"),
        ("10001,Bree,Noord,,2019-02-30,,1,1", "valid_to", "2019-02-30"),
        ("10001,Bree,Noord,,,Aalbree,1,1", "successor_nis", "Aalbree"),
        ("10001,Bree,Noord,,,,x,1", "tile_col", "x"),
        ("10001,Bree,Noord,,,,1,-1", "tile_row", "-1"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named_and_its_row_left_out(
    row: str, column: str, value: str
) -> None:
    register, (fault,) = read_register(f"{HEADER}\n{row}\n{ROWS[-1]}\n")

    assert (fault.name, fault.values) == (FaultName.CELL, {"column": column, "value": value})
    assert [each.nis for each in register.municipalities] == ["10005"]


def test_a_cell_is_pointed_at() -> None:
    _, (fault,) = read_register(f"{HEADER}\n10001,Bree,Noord,gisteren,,,1,1\n")

    assert fault.span == Span(2, 18, 2, 26)


@pytest.mark.parametrize(("row", "count"), [("10001,Bree,Noord", 3), (f"{ROWS[0]},x", 9)])
def test_a_row_with_other_columns_is_a_fault(row: str, count: int) -> None:
    ((name, line, values),) = faults_of(ROWS[-1], row)

    assert (name, line, values["count"]) == (FaultName.COLUMNS, 3, count)


@pytest.mark.parametrize("separator", [";", "\t"])
def test_another_separator_is_one_fault_at_the_first_line(separator: str) -> None:
    lines = [HEADER, "11111,Voorbeeldstad,Oost,,,,1,1", "22222,Oudedorp,Oost,,,,,"]
    text = "\n".join(lines).replace(",", separator)
    register, (fault,) = read_register(text)
    assert (fault.name, fault.span and fault.span.line) == (FaultName.COLUMNS, 1)
    assert fault.values["separator"] == separator
    assert set(register.by_id) == {"voorbeeldstad", "oudedorp"}


def test_a_register_without_its_columns_is_a_fault() -> None:
    _, (fault,) = read_register("code,naam\n")

    assert (fault.name, fault.span and fault.span.line) == (FaultName.COLUMNS, 1)


@pytest.mark.parametrize(
    ("rows", "line", "values"),
    [
        (("10001,A,N,,,,,", "10001,B,N,,,,,"), 3, {"first_line": "2"}),
        (("10001,A,N,2020-01-01,2019-01-01,,,",), 2, {"ended_first": "2019-01-01"}),
        (("10001,A,N,,2019-01-01,10002,,",), 2, {"successor": "10002"}),
        (("10001,A,N,,2019-01-01,10001,,",), 2, {"successor": "10001"}),
        (("10001,A,N,,,10002,,", "10002,B,N,,,,,"), 2, {"successor": "10002"}),
        (("10001,A,N,,,,,", "10002,A,N,2020-01-01,,,,"), 3, {"same_name": "10001"}),
        (
            ("10001,A,N,,2020-01-01,,,", "10002,A,N,2020-01-01,,,,"),
            3,
            {"same_name": "10001"},
        ),
    ],
)
def test_rows_that_contradict_each_other_are_told(
    rows: tuple[str, ...], line: int, values: dict[str, object]
) -> None:
    ((name, found, told),) = faults_of(*rows)

    assert (name, found) == (FaultName.REGISTER, line)
    assert values.items() <= told.items()


def test_a_row_that_cannot_be_read_gives_no_second_fault_for_what_it_would_have_told() -> None:
    assert [name for name, _, _ in faults_of("1,B,N,,,,,", "10001,A,N,,2019-01-01,10002,,")] == [
        FaultName.CELL
    ]


@given(st.text())
def test_any_text_gives_a_register(text: str) -> None:
    for given_text in (text, f"{HEADER}\n{text}"):
        register, faults = read_register(given_text)
        assert len(register.municipalities) + len(faults) <= max(1, len(given_text.split("\n")))


def test_a_line_beyond_what_csv_reads_is_a_fault() -> None:
    assert [name for name, _, _ in faults_of(f'"{"x" * 200_000}"')] == [FaultName.COLUMNS]


def test_the_faults_of_a_register_have_an_end() -> None:
    assert len(faults_of(*["x"] * 1000)) == MOST_FAULTS


def test_windows_line_ends_and_blank_lines_change_nothing() -> None:
    text = "\r\n".join((HEADER, *ROWS, "", ""))

    assert read_register(text) == (register_of(*ROWS), ())
