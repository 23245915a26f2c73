"""The pages with pictures: the picture tells what its table tells, and nothing else."""

from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest

from gzg.model.kinds import Kind
from gzg.site.edition import Edition
from gzg.site.page import Page
from gzg.site.pages.kinds import all_pages
from gzg.site.pages.small_map import GROUND_FILE, ground_file
from gzg.texts import Language
from tests.site.programmes import edition, page_at, real_edition
from tests.site.test_pages import CALL, CALL_START, PROJECT, PROJECT_START, TOWNS

PAGES = {
    Language.NL: ("organisaties/", "oproepen/", "cijfers/", "wie-werkt-met-wie/"),
    Language.EN: ("en/organisations/", "en/calls/", "en/figures/", "en/who-works-with-whom/"),
}
REGISTER = (
    "nis,name,province,valid_from,valid_to,successor_nis,tile_col,tile_row\n"
    "11111,Voorbeeldstad,Oost,,,,1,1\n"
    "22222,Oudstad,Oost,,2024-12-31,33333,,\n"
    "33333,Nieuwstad,Oost,2025-01-01,,,2,1\n"
    "44444,Vrijstad,West,,,,3,1\n"
)


@pytest.fixture(scope="module", params=Language)
def real(request: pytest.FixtureRequest) -> tuple[Edition, dict[str, Page]]:
    found = real_edition(request.param)
    return found, {page.address: page for page in all_pages(found)}


def with_parties(*projects: tuple[str, ...], register: str = REGISTER) -> Edition:
    """A programme with projects of these parties."""
    files = {TOWNS: register, PROJECT: PROJECT_START}
    for number, parties in enumerate(projects):
        start = PROJECT_START.replace("id: voorbeeld\n", f"id: p{number}\n")
        named = "".join(f"  - organisation: {each}\n    role: partner\n" for each in parties)
        files[f"content/projects/p{number}/project.yml"] = f"{start}parties:\n{named}"
    return edition(files)


def elements(page: Page, name: str, kind: str) -> list[Element]:
    """The elements of a class in the first drawing of a picture."""
    return [each for each in fromstring(page.pictures[name][0]).iter() if each.get("class") == kind]


def counts_on_map(page: Page) -> dict[str, int]:
    """Name → number, of every tile with one."""
    root = fromstring(page.pictures["map"][0])
    return {
        str(tile.attrib["aria-label"]).partition(":")[0]: int(str(text.text))
        for tile in root.iter("a")
        for text in tile.iter("text")
    }


def counts_in_table(record: Any) -> dict[str, int]:
    return {
        entry["text"]: entry["count"] for region in record["regions"] for entry in region["entries"]
    }


def test_the_map_of_the_real_programme_tells_what_its_table_tells(
    real: tuple[Edition, dict[str, Page]],
) -> None:
    found, pages = real
    page = pages[PAGES[found.language][0]]
    assert counts_on_map(page) == counts_in_table(page.record)
    assert len(counts_on_map(page)) > 40


def test_every_tile_leads_to_a_page_that_is_there(real: tuple[Edition, dict[str, Page]]) -> None:
    found, pages = real
    index = PAGES[found.language][0]
    links = list(fromstring(pages[index].pictures["map"][0]).iter("a"))
    assert len(links) == len(found.present_municipalities)
    assert {f"{index}{link.get('href')}" for link in links} <= set(pages)


def test_no_drawing_has_a_style_or_script_of_its_own(
    real: tuple[Edition, dict[str, Page]],
) -> None:
    drawings = [
        drawing
        for page in real[1].values()
        for drawings in page.pictures.values()
        for drawing in drawings
    ]
    assert len(drawings) == 8
    for drawing in drawings:
        assert not {"style", "script"} & {each.tag for each in fromstring(drawing).iter()}
        assert "style=" not in drawing


def test_the_same_content_gives_the_same_drawings() -> None:
    def drawn(of: Edition) -> list[object]:
        return [page_at(address, of).pictures for address in PAGES[Language.NL]]

    assert drawn(real_edition()) == drawn(real_edition())


def test_what_was_done_before_a_merger_counts_for_what_came_of_it() -> None:
    page = page_at("organisaties/", with_parties(("oudstad",), ("nieuwstad",), ("voorbeeldstad",)))
    record: Any = page.record
    # `nieuwstad` did not exist at the date of the project, so that one does not count.
    assert counts_on_map(page) == {"Nieuwstad": 1, "Voorbeeldstad": 1}
    [entry] = [each for each in record["regions"][0]["entries"] if each["text"] == "Nieuwstad"]
    assert [each["text"] for each in entry["before"]] == ["Oudstad"]


def test_the_table_names_the_municipalities_that_no_project_names() -> None:
    record: Any = page_at("organisaties/", with_parties(("voorbeeldstad",))).record
    oost, west = record["regions"]
    assert [each["text"] for each in oost["rest"]] == ["Nieuwstad"]
    assert [each["text"] for each in west["rest"]] == ["Vrijstad"]


def test_a_title_with_signs_of_html_is_shown_as_it_is() -> None:
    title = "</title><script>x</script> & co"
    text = CALL_START.replace("title: Voorbeeldoproep", f"title: {title}")
    page = page_at("oproepen/", edition({CALL: f"{text}opens: 2022-01-01\n"}))
    assert "<script" not in page.pictures["timeline"][0]
    assert title in {each.text for each in fromstring(page.pictures["timeline"][0]).iter("title")}


def test_a_register_without_places_gives_no_map_and_still_the_table() -> None:
    bare = REGISTER.replace(",1,1\n", ",,\n").replace(",2,1\n", ",,\n").replace(",3,1\n", ",,\n")
    found = with_parties(("voorbeeldstad",), register=bare)
    page = page_at("organisaties/", found)
    assert "map" not in page.pictures
    assert counts_in_table(page.record) == {"Voorbeeldstad": 1}
    assert ground_file(found) == {}
    assert page_at("projecten/p0/", found).record["map"] is None


def test_a_project_has_a_small_map_of_where_its_municipalities_are_now() -> None:
    found = with_parties(("oudstad", "voorbeeldstad"))
    chosen: Any = page_at("projecten/p0/", found).record["map"]
    assert chosen["chosen"].count("M") == 2
    assert chosen["ground"] == GROUND_FILE
    assert len(str(chosen)) < 400


def test_the_timeline_draws_each_day_that_its_table_tells(
    real: tuple[Edition, dict[str, Page]],
) -> None:
    found, pages = real
    page = pages[PAGES[found.language][1]]
    rows: Any = page.record["timeline"]
    for number, kind in enumerate(("closing", "assessed", "decided"), start=1):
        known = [row for row in rows if row["days"][number]["value"]]
        assert len(elements(page, "timeline", kind)) == len(known), kind


def test_practice_calls_are_not_on_the_timeline() -> None:
    page = page_at("oproepen/", edition({CALL: f"{CALL_START}demo: true\nopens: 2022-01-01\n"}))
    assert page.record["timeline"] == []
    assert page.pictures == {}


def test_a_moved_deadline_of_which_the_old_day_is_unknown_is_said_and_not_drawn() -> None:
    moved = "closes: 2022-07-01\namendments:\n  - field: closes\n    new: 2022-07-01\n"
    page = page_at("oproepen/", edition({CALL: CALL_START + moved}))
    assert elements(page, "timeline", "former") == []
    notes = [each.text or "" for each in elements(page, "timeline", "small")]
    assert any("eerste sluiting" in note or "opening" in note for note in notes)


def test_the_bars_tell_the_amounts_of_their_table(real: tuple[Edition, dict[str, Page]]) -> None:
    found, pages = real
    page = pages[PAGES[found.language][2]]
    tables: Any = page.record["money"]
    for table in tables:
        amounts = [row[kind] for row in table["rows"] for kind in ("official", "computed")]
        drawn = elements(page, table["id"], "amount") if table["rows"] else []
        assert [each.text for each in drawn] == [amount for amount in amounts if amount]


def test_the_official_amount_of_a_type_is_the_sum_of_what_was_published_for_its_calls() -> None:
    official = "official_figures:\n  - figure: amount\n    value: {}\n    sources: [bericht]\n"
    second = CALL_START.replace("voorbeeldoproep", "tweede").replace("number: 1", "number: 2")
    third = CALL_START.replace("voorbeeldoproep", "derde").replace("Voorbeeldoproep", "Derde")
    files = {
        CALL: CALL_START + official.format(100000),
        "content/calls/tweede/call.yml": second + official.format(50000),
        "content/calls/derde/call.yml": third,
    }
    record: Any = page_at("cijfers/", edition(files)).record
    by_type = next(table for table in record["money"] if table["id"] == "money-type")
    [row] = by_type["rows"]
    assert row["official"] == "150.000 euro"
    assert row["lacking"] == "Zonder officieel bedrag: Derde."


def test_a_programme_of_which_no_amount_is_known_shows_no_money() -> None:
    page = page_at("cijfers/", edition())
    assert page.record["money"] == []
    assert page.pictures == {}


def test_the_square_tells_the_pairs_of_its_tables(real: tuple[Edition, dict[str, Page]]) -> None:
    found, pages = real
    page = pages[PAGES[found.language][3]]
    record: Any = page.record
    root = fromstring(page.pictures["matrix"][0])
    cells = [int(str(text.text)) for text in root.iter("text") if text.get("class") != "label"]
    listed = [pair["count"] for pair in [*record["pairs"], *record["more"]]]
    assert sorted(cells, reverse=True) == listed


def test_pairs_are_counted_and_named_with_their_projects() -> None:
    both = ("voorbeeldstad", "oudstad")
    page = page_at("wie-werkt-met-wie/", with_parties(both, (*both, "vrij-b-blij"), ("oudstad",)))
    record: Any = page.record
    found = [
        ({pair["one"]["text"], pair["other"]["text"]}, pair["count"]) for pair in record["pairs"]
    ]
    assert found[0] == ({"Voorbeeldstad", "Oudstad"}, 2)
    assert sorted(count for _, count in found[1:]) == [1, 1]
    assert [each["href"] for each in record["pairs"][0]["projects"]] == [
        "projecten/p0/",
        "projecten/p1/",
    ]


def test_only_those_that_share_most_are_drawn_and_the_page_says_so() -> None:
    towns = "".join(f"{50000 + n},Gemeente {n:02},Oost,,,,,\n" for n in range(25))
    ids = [f"gemeente-{n:02}" for n in range(25)]
    page = page_at("wie-werkt-met-wie/", with_parties(tuple(ids), register=REGISTER + towns))
    root = fromstring(page.pictures["matrix"][0])
    assert len([each for each in root.iter("text") if each.get("class") == "label"]) == 20
    assert page.record["drawn"] == (
        "De 20 organisaties met de meeste gedeelde projecten, van de 25 die er een delen."
    )


def test_projects_of_one_organisation_and_of_practice_make_no_pair() -> None:
    files = {PROJECT: PROJECT_START, CALL: f"{CALL_START}demo: true\n"}
    found = edition(files)
    assert found.records(Kind.PROJECT)
    page = page_at("wie-werkt-met-wie/", found)
    assert (page.pictures, page.record["pairs"]) == ({}, [])
