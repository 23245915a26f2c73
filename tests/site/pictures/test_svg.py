"""Text that stands on a page as it is: escaped, and of nothing but the written list of names."""

from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzg.site.pictures.svg import Caption, drawn, fitted, image, length, node, wrapped

HOSTILE = "</title></svg><script>alert(1)</script>\"'&<style>*{}</style>\x00\ud800"


def test_a_name_cannot_leave_the_text_that_it_stands_in() -> None:
    found = image("x", Caption(HOSTILE, HOSTILE), (0, 0, 1, 1), [node("text", HOSTILE)])
    assert "<script" not in found
    assert "<style" not in found
    root = fromstring(found)
    assert [each.tag for each in root.iter()] == ["svg", "title", "desc", "text"]


def test_a_name_cannot_leave_the_attribute_that_it_stands_in() -> None:
    found = drawn(node("a", href="../gent/", aria_label='"><script onload="x">'))
    assert fromstring(found).attrib == {"href": "../gent/", "aria-label": '"><script onload="x">'}


@given(st.text(max_size=40))
def test_whatever_the_text_the_picture_is_one_that_can_be_read(text: str) -> None:
    assert fromstring(drawn(node("text", text, aria_label=text))).tag == "text"


@pytest.mark.parametrize(
    "element",
    [
        node("script"),
        node("style"),
        node("image"),
        node("foreignObject"),
        node("rect", style="fill: red"),
        node("rect", onclick="x()"),
        node("g", Element("animate")),
    ],
)
def test_what_could_run_or_style_is_refused(element: Element) -> None:
    with pytest.raises(ValueError, match="not for a picture"):
        drawn(element)


@pytest.mark.parametrize(
    "target", ["https://elders.test/", "//elders.test/", "javascript:x", "/x", "data:,x", "x\ny/"]
)
def test_a_link_out_of_the_site_is_refused(target: str) -> None:
    with pytest.raises(ValueError, match="not inside the site"):
        drawn(node("a", href=target))


@pytest.mark.parametrize("target", ["../gent/", "gent/", "./", "../../a-b/#deel", "#deel"])
def test_a_link_inside_the_site_is_kept(target: str) -> None:
    assert fromstring(drawn(node("a", href=target))).get("href") == target


def test_a_number_is_written_with_at_most_one_decimal() -> None:
    found = fromstring(drawn(node("rect", x=1.0, y=-0.04, width=2.25, height=3)))
    assert found.attrib == {"x": "1", "y": "0", "width": "2.2", "height": "3"}


def test_a_picture_with_links_is_a_group_and_one_without_an_image() -> None:
    caption = Caption("Titel", "Uitleg")
    roles = [
        fromstring(image("x", caption, (0, 0, 1, 1), [], has_links=links)).get("role")
        for links in (True, False)
    ]
    assert roles == ["group", "img"]


def test_a_picture_is_named_by_its_title_and_description() -> None:
    root = fromstring(image("x", Caption("Titel", "Uitleg"), (0, 0, 1, 1), []))
    texts = {each.get("id"): each.text for each in root if each.get("id")}
    assert [texts[id] for id in root.attrib["aria-labelledby"].split()] == ["Titel", "Uitleg"]


@given(st.text(max_size=200), st.floats(1, 500), st.integers(1, 3))
def test_lines_are_as_many_and_as_long_as_there_is_room_for(
    text: str, width: float, most: int
) -> None:
    found = wrapped(text, width, 12, most)
    assert 1 <= len(found) <= most
    assert all(length(line, 12) <= max(width, length("x", 12)) for line in found)


def test_a_text_that_is_cut_says_so() -> None:
    assert fitted("Een lange naam", 50, 12).endswith("…")
    assert fitted("Kort", 50, 12) == "Kort"
