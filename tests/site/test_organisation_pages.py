"""What a municipality's page tells: with whom, before a merger, and what its neighbours do."""

from typing import Any

from tests.site.programmes import edition, page_at
from tests.site.test_pages import PROJECT_START, TOWNS

REGISTER = (
    "nis,name,province,valid_from,valid_to,successor_nis,tile_col,tile_row\n"
    "11111,Voorbeeldstad,Oost,,,,1,1\n"
    "22222,Oudstad,Oost,,2024-12-31,33333,,\n"
    "33333,Nieuwstad,Oost,2025-01-01,,,3,1\n"
    "44444,Verstad,Oost,,,,9,9\n"
)


def record_of(town: str, *projects: tuple[str, tuple[str, ...]]) -> Any:
    """The record of a town's page, in a programme with these projects and their parties."""
    files = {TOWNS: REGISTER}
    for id, parties in projects:
        start = PROJECT_START.replace("id: voorbeeld", f"id: {id}").replace(
            "title: Voorbeeld", f"title: {id.title()}"
        )
        named = "".join(f"  - organisation: {each}\n    role: partner\n" for each in parties)
        files[f"content/projects/{id}/project.yml"] = f"{start}parties:\n{named}"
    return page_at(f"organisaties/{town}/", edition(files)).record


def texts(entries: Any) -> list[str]:
    return [entry["text"] for entry in entries]


def test_partners_are_counted_and_the_most_frequent_comes_first() -> None:
    record = record_of(
        "voorbeeldstad",
        ("aa", ("voorbeeldstad", "verstad", "oudstad")),
        ("bb", ("voorbeeldstad", "oudstad")),
    )
    found = [(entry["text"], entry["count"]) for entry in record["partners"]["entries"]]
    assert found == [("Oudstad", 2), ("Verstad", 1)]


def test_more_partners_than_are_shown_are_counted() -> None:
    register = REGISTER + "".join(
        f"{50000 + number},Gemeente {number:02},Oost,,,,,\n" for number in range(30)
    )
    many = "".join(
        f"  - organisation: gemeente-{number:02}\n    role: partner\n" for number in range(30)
    )
    own = "parties:\n  - organisation: voorbeeldstad\n    role: partner\n"
    files = {TOWNS: register, "content/projects/voorbeeld/project.yml": PROJECT_START + own + many}
    record: Any = page_at("organisaties/voorbeeldstad/", edition(files)).record
    assert len(record["partners"]["entries"]) == 24
    assert record["partners"]["more"] == 6


def test_what_was_done_before_a_merger_stands_under_the_name_of_then() -> None:
    record = record_of("nieuwstad", ("aa", ("oudstad",)))
    assert record["projects"] == []
    [before] = record["before"]
    assert (before["text"], before["until"]) == ("Oudstad", "31 december 2024")
    assert texts(before["projects"]) == ["Aa"]


def test_neighbours_show_what_they_do_and_the_town_does_not() -> None:
    record = record_of(
        "voorbeeldstad", ("aa", ("nieuwstad",)), ("bb", ("nieuwstad", "voorbeeldstad"))
    )
    [entry] = record["neighbours"]["entries"]
    assert entry["text"] == "Aa"
    assert texts(entry["neighbours"]) == ["Nieuwstad"]


def test_a_neighbour_is_one_also_by_what_became_part_of_it() -> None:
    record = record_of("voorbeeldstad", ("aa", ("oudstad",)))
    assert texts(record["neighbours"]["entries"][0]["neighbours"]) == ["Nieuwstad"]


def test_a_town_far_away_is_no_neighbour() -> None:
    assert record_of("voorbeeldstad", ("aa", ("verstad",)))["neighbours"]["entries"] == []


def test_a_town_without_a_place_on_the_map_has_no_neighbours() -> None:
    assert record_of("oudstad", ("aa", ("oudstad",)))["neighbours"] is None


def test_a_page_says_in_one_sentence_in_how_many_projects_it_is() -> None:
    one = PROJECT_START + "parties:\n  - organisation: voorbeeldstad\n    role: partner\n"
    found = edition({TOWNS: REGISTER, "content/projects/voorbeeld/project.yml": one})
    said = {
        town: page_at(f"organisaties/{town}/", found).description
        for town in ("voorbeeldstad", "verstad")
    }
    assert said == {
        "voorbeeldstad": "Voorbeeldstad (Oost) neemt deel aan 1 project.",
        "verstad": "De bronnen noemen Verstad (Oost) bij geen enkel project.",
    }
