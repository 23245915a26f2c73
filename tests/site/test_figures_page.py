"""What the page of figures says of how much was counted."""

import re
from typing import Any

from gzg.texts import Language
from tests.site.programmes import page_at, real_edition

EXTENT = re.compile(r"from \d+ of the \d+ projects")


def groups() -> dict[str, Any]:
    record: Any = page_at("en/figures/", real_edition(Language.EN)).record
    return {group["id"]: group for group in record["groups"]}


def cells(group: Any) -> list[Any]:
    return [cell for row in group["grid"] for cell in row["cells"] if cell]


def test_what_a_whole_column_shares_is_said_once() -> None:
    group = groups()["focus"]
    assert len(group["extents"]) == len(group["columns"])
    assert all(EXTENT.search(each) for each in group["extents"])
    assert {cell["extent"] for cell in cells(group)} == {None}


def test_beside_an_official_number_each_cell_says_from_how_many_projects_ours_is() -> None:
    group = groups()["call"]
    assert group["extents"] == []
    said = [cell["extent"] for cell in cells(group) if cell["computed"] and cell["extent"]]
    assert said
    assert all(EXTENT.fullmatch(each) for each in said)
