"""The frame of every page: its menu by keyboard and without a script, and what paper gets."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

PHONE: ViewportSize = {"width": 390, "height": 800}
DESK: ViewportSize = {"width": 1280, "height": 800}
LEAST_TARGET = 24
"""The size that WCAG 2.2 asks of what is pointed at: https://www.w3.org/TR/WCAG22/#target-size-minimum."""


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_the_menu_of_a_phone_opens_and_closes_by_keyboard_without_a_script(
    page: Page, address: str
) -> None:
    page.set_viewport_size(PHONE)
    page.goto(address)
    entry = page.get_by_role("link", name="Projecten", exact=True)
    expect(entry).to_be_hidden()
    page.get_by_role("button", name="Menu", exact=True).focus()
    page.keyboard.press("Enter")
    expect(entry).to_be_visible()
    page.keyboard.press("Escape")
    expect(entry).to_be_hidden()
    page.keyboard.press("Enter")
    entry.focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Projecten")


def test_the_first_key_on_a_page_leads_past_the_menu(page: Page, address: str) -> None:
    page.goto(f"{address}projecten/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()


def test_a_wide_screen_shows_the_menu_without_a_button(page: Page, address: str) -> None:
    page.set_viewport_size(DESK)
    page.goto(f"{address}projecten/")
    expect(page.get_by_role("link", name="Oproepen", exact=True).first).to_be_visible()
    expect(page.get_by_role("button", name="Menu", exact=True)).to_be_hidden()


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_what_is_pointed_at_in_the_frame_is_large_enough(
    page: Page, address: str, size: ViewportSize
) -> None:
    page.set_viewport_size(size)
    page.goto(f"{address}projecten/burgerloket/")
    found = page.locator(".top a, .top button, .top input, .crumbs a, .bottom a").all()
    boxes = [each.bounding_box() for each in found if each.is_visible()]
    assert [box for box in boxes if box is None or box["height"] < LEAST_TARGET] == []


def test_paper_gets_the_addresses_of_the_sources_and_no_menu(page: Page, address: str) -> None:
    page.goto(f"{address}projecten/burgerloket/")
    page.emulate_media(media="print")
    expect(page.get_by_role("search")).to_be_hidden()
    expect(page.get_by_role("navigation", name="Hoofdmenu")).to_be_hidden()
    link = page.locator(".sources a[href^=http]").first
    shown = link.evaluate("link => getComputedStyle(link, '::after').content")
    assert link.get_attribute("href") in shown


@pytest.mark.parametrize("door", ["Hergebruik wat er al is", "Wat werd er van het geld?"])
def test_a_visitor_leaves_the_home_page_by_one_click(page: Page, address: str, door: str) -> None:
    page.goto(address)
    page.get_by_role("link", name=door).click()
    expect(page).to_have_url(re.compile(f"^{address}(herbruikbaar|projecten)/$"))


def test_a_neighbour_finds_the_towns_of_a_province_from_the_home_page(
    page: Page, address: str
) -> None:
    page.goto(address)
    page.get_by_role("link", name="Oost-Vlaanderen").click()
    expect(page.get_by_role("link", name="Gent", exact=True)).to_be_in_viewport()


def test_paper_has_the_colours_of_the_day(page: Page, address: str) -> None:
    page.goto(f"{address}organisaties/")
    tile = page.locator(".map .level-1 path").first
    page.emulate_media(media="print", color_scheme="light")
    by_day = tile.evaluate("tile => getComputedStyle(tile).fill")
    page.emulate_media(media="print", color_scheme="dark")
    assert tile.evaluate("tile => getComputedStyle(tile).fill") == by_day
    page.emulate_media(media="screen")
    assert tile.evaluate("tile => getComputedStyle(tile).fill") != by_day
