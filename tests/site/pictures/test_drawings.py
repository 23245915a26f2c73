"""Each picture of a small made-up programme, byte for byte, and what its edges do."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest

from gzg.site.pictures import bars, timeline
from gzg.site.pictures.hexagons import borders, middle, outline
from gzg.site.pictures.matrix import matrix
from gzg.site.pictures.shades import shade, steps
from gzg.site.pictures.svg import FRAMES, NARROW, WIDE, Caption, Frame, Svg
from gzg.site.pictures.tile_map import Tile, ground, small_map, tile_map
from tests.golden import same_as

GOLDEN = Path(__file__).with_name("golden")
CAPTION = Caption("Titel", "Wat er te zien is.")
MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
CALLS = (
    timeline.Row(
        "Oproep 1",
        date(2021, 9, 20),
        date(2022, 3, 25),
        (date(2022, 2, 25),),
        (date(2022, 3, 28), date(2022, 4, 29)),
        date(2022, 5, 13),
        (date(2021, 12, 1),),
    ),
    timeline.Row("Oproep 2 & 3", closes=date(2022, 9, 30), note="Niet bekend: opening"),
)
MONEY = (
    bars.Row(
        "Oproep 1",
        (
            bars.Bar("official", Decimal("1107397.55"), "1.107.397,55 euro"),
            bars.Bar("computed", Decimal(90000), "90.000 euro"),
        ),
    ),
    bars.Row("Oproep <2>", (), "niet bekend"),
)
TILES = (
    Tile((0, 0), "oost", 2, "Aa: 2 projecten", "aa/"),
    Tile((1, 0), "oost", 0, "Bee & Zee: geen", "bee-zee/"),
    Tile((0, 1), "west", 12, "Cee: 12 projecten"),
)
GROUPS = {"oost": "Oost", "west": "West"}


def the_map() -> Svg:
    return tile_map(TILES, GROUPS, CAPTION)


def the_timeline(frame: Frame) -> Svg | None:
    return timeline.timeline(CALLS, CAPTION, frame, MONTHS)


def pictures() -> dict[str, Svg | None]:
    return {
        "map": the_map(),
        "ground": ground([tile.place for tile in TILES]),
        "timeline-wide": the_timeline(WIDE),
        "timeline-narrow": the_timeline(NARROW),
        "bars-wide": bars.bars("money", MONEY, CAPTION, WIDE),
        "bars-narrow": bars.bars("money", MONEY, CAPTION, NARROW),
        "matrix": matrix(("Aa", "Bee & Zee", "Cee"), {(1, 0): 3, (2, 1): 1}, CAPTION),
    }


def of_class(picture: Svg | None, name: str) -> list[Element]:
    assert picture is not None
    return [each for each in fromstring(picture).iter() if each.get("class") == name]


@pytest.mark.parametrize("name", pictures())
def test_a_picture_is_drawn_as_it_was(name: str) -> None:
    assert same_as(GOLDEN / f"{name}.svg", f"{pictures()[name]}\n")


def test_a_tile_says_its_name_and_number_and_leads_to_its_page() -> None:
    links = [each for each in fromstring(the_map()).iter() if each.tag == "a"]
    found = {(each.get("href"), each.get("aria-label"), each.get("tabindex")) for each in links}
    assert found == {("aa/", "Aa: 2 projecten", None), ("bee-zee/", "Bee & Zee: geen", "-1")}


def test_a_tile_without_a_page_is_no_link_and_still_has_its_name_and_number() -> None:
    [tile] = of_class(the_map(), "level-4")
    assert tile.tag == "g"
    assert [each.text for each in tile if each.text] == ["Cee: 12 projecten", "12"]


def test_tiles_that_touch_share_a_side_and_their_border_is_drawn_once() -> None:
    apart = borders({(0, 0): "oost", (1, 0): "west"})
    together = borders({(0, 0): "oost", (1, 0): "oost"})
    assert (apart.count("M"), together.count("M")) == (11, 10)


def test_an_odd_row_is_shifted_half_a_tile_to_the_right() -> None:
    assert middle((0, 1))[0] == pytest.approx((middle((0, 0))[0] + middle((1, 0))[0]) / 2)


@pytest.mark.parametrize(
    ("counts", "least"),
    [
        ([], (1, 2, 3, 4)),
        ([0, 12], (1, 2, 3, 4)),
        ([1, 13], (1, 4, 8, 12)),
        ([100], (1, 25, 50, 75)),
    ],
)
def test_shades_part_large_numbers_evenly_and_small_ones_one_by_one(
    counts: list[int], least: tuple[int, int, int, int]
) -> None:
    assert steps(counts) == least
    assert [shade(count, least) for count in (0, 1, least[-1])] == ["level-0", "level-1", "level-4"]


def test_a_small_map_has_only_its_own_tiles_in_it() -> None:
    found = small_map([(0, 0), (5, 5)], [(5, 5)])
    assert found["chosen"] == outline((5, 5))


@pytest.mark.parametrize("frame", FRAMES)
def test_what_is_unknown_is_not_drawn_and_said(frame: Frame) -> None:
    picture = the_timeline(frame)
    drawn = {name: len(of_class(picture, name)) for name in ("open", "closing", "assessed")}
    assert drawn == {"open": 1, "closing": 2, "assessed": 1}
    assert "Niet bekend: opening" in {each.text for each in of_class(picture, "small")}


def test_a_deadline_that_moved_leaves_its_former_day() -> None:
    picture = the_timeline(WIDE)
    [former], [moved] = of_class(picture, "former"), of_class(picture, "moved")
    assert former.get("x1") == moved.get("x")


def test_a_deadline_that_came_earlier_is_drawn_to_its_present_day() -> None:
    row = timeline.Row("Kort", date(2022, 1, 1), date(2022, 2, 1), (date(2022, 3, 1),))
    picture = timeline.timeline([row], CAPTION, WIDE, MONTHS)
    assert of_class(picture, "moved") == []
    assert len(of_class(picture, "former")) == 1


def test_many_years_have_few_lines() -> None:
    rows = [timeline.Row("Lang", date(1990, 1, 1), date(2089, 12, 31))]
    picture = timeline.timeline(rows, CAPTION, WIDE, MONTHS)
    assert len(of_class(picture, "axis year")) <= 12


@pytest.mark.parametrize("frame", FRAMES)
def test_a_bar_and_its_words_stay_inside_the_picture(frame: Frame) -> None:
    words = "ongeveer 12.207.397,55 euro"
    row = bars.Row("Veel", (bars.Bar("official", Decimal("12207397.55"), words),))
    picture = bars.bars("money", [row], CAPTION, frame)
    [bar], [text] = of_class(picture, "official"), of_class(picture, "amount")
    assert float(bar.attrib["x"]) + float(bar.attrib["width"]) < float(text.attrib["x"])
    assert float(text.attrib["x"]) + len(words) * 6.5 <= frame.width


def test_bars_are_as_long_as_their_amounts() -> None:
    picture = bars.bars("money", MONEY, CAPTION, WIDE)
    [official], [computed] = of_class(picture, "official"), of_class(picture, "computed")
    shares = float(computed.attrib["width"]) / float(official.attrib["width"])
    assert shares == pytest.approx(90000 / 1107397.55, abs=0.001)


def test_nothing_to_draw_is_no_picture() -> None:
    assert timeline.timeline([timeline.Row("Leeg")], CAPTION, WIDE, MONTHS) is None
    assert bars.bars("money", [bars.Row("Leeg", (), "niet bekend")], CAPTION, WIDE) is None
    assert matrix(("Aa", "Bee"), {}, CAPTION) is None
