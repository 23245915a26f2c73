"""Everything that a page can do, done with the keyboard alone.

The menu of a phone is in test_frame; that Tab reaches everything and shows it, in test_focus.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

IS_FOCUSED = "selector => document.activeElement.matches(selector)"
MOVED = """picture => new Promise(done => {
  const look = () => picture.scrollLeft > 0 ? done() : requestAnimationFrame(look);
  look();
})"""
MOST_STOPS = 400


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(
        locale="nl-BE", accept_downloads=True, viewport={"width": 1280, "height": 800}
    )
    yield context.new_page()
    context.close()


def tab_to(page: Page, selector: str, key: str = "Tab") -> None:
    """Press Tab until the focus is on what is looked for."""
    for _ in range(MOST_STOPS):
        page.keyboard.press(key)
        if page.evaluate(IS_FOCUSED, selector):
            return
    raise AssertionError(f"no keyboard comes to {selector}")


def searched(page: Page, address: str, query: str = "") -> None:
    page.goto(f"{address}zoeken/{query}")
    if query:
        expect(page.locator("#results a").first).to_be_visible()


def test_the_first_stop_leads_to_the_content(page: Page, address: str) -> None:
    page.goto(f"{address}organisaties/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_menu_of_a_desk(page: Page, address: str) -> None:
    page.goto(address)
    tab_to(page, "#menu a")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Oproepen")


def test_the_other_language(page: Page, address: str) -> None:
    page.goto(f"{address}projecten/burgerloket/")
    tab_to(page, "[data-language-switch]")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}en/projects/burgerloket/")


def test_a_slash_leads_to_the_search_and_its_results_to_a_page(page: Page, address: str) -> None:
    page.goto(f"{address}projecten/")
    page.keyboard.press("/")
    expect(page.locator("#find")).to_be_focused()
    page.keyboard.type("parkeren")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken/?q=parkeren")
    expect(page.locator("#results a").first).to_be_visible()
    page.keyboard.press("/")
    expect(page.locator("#words")).to_be_focused()
    tab_to(page, "#results a")
    name = page.locator("#results a").first.inner_text()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(name)


def test_results_come_while_typing_and_the_focus_stays(page: Page, address: str) -> None:
    searched(page, address)
    tab_to(page, "#words")
    page.keyboard.type("loket")
    expect(page.locator("#results a").first).to_be_visible()
    expect(page.locator("#words")).to_be_focused()


def test_a_filter_and_clearing_it(page: Page, address: str) -> None:
    searched(page, address)
    tab_to(page, "#filter-kind")
    expect(page.locator("#filter-kind option").nth(1)).to_be_attached()
    page.keyboard.type("Proj")
    expect(page.locator("#results .tag").first).to_have_text("Project")
    assert page.url.endswith("zoeken/?kind=Project")
    expect(page.locator("#filter-kind")).to_be_focused()
    tab_to(page, "button[type=reset]")
    page.keyboard.press("Enter")
    expect(page.locator("#results li")).to_have_count(0)


def test_more_results_take_the_focus_along(page: Page, address: str) -> None:
    searched(page, address, "?kind=Project")
    results = page.locator("#results a")
    expect(results).to_have_count(10)
    tab_to(page, "#more")
    page.keyboard.press("Enter")
    expect(results.nth(10)).to_be_focused()


def test_a_download(page: Page, address: str) -> None:
    searched(page, address, "?kind=Project")
    expect(page.locator("#downloads")).to_be_visible()
    tab_to(page, "#downloads button[value=csv]")
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    assert waiting.value.suggested_filename.endswith(".csv")


def test_a_fold(page: Page, address: str) -> None:
    page.goto(f"{address}cijfers/")
    tab_to(page, "summary")
    fold = page.locator("details").first
    page.keyboard.press("Enter")
    expect(fold).to_have_attribute("open", "")
    expect(fold.locator("table")).to_be_visible()
    page.keyboard.press("Enter")
    expect(fold).not_to_have_attribute("open", "")


def test_a_tile_of_the_map(page: Page, address: str) -> None:
    page.goto(f"{address}organisaties/")
    tab_to(page, ".map a")
    named = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    expect(page.locator("article")).to_have_attribute("data-pagefind-body", "")
    assert page.locator("h1").inner_text() in named


def test_a_link_in_a_table(page: Page, address: str) -> None:
    page.goto(f"{address}projecten/")
    tab_to(page, "table th a")
    name = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(name)


def test_a_picture_that_is_wider_than_the_screen_is_moved(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{address}wie-werkt-met-wie/")
    tab_to(page, ".scrolled")
    page.keyboard.press("ArrowRight")
    page.locator(".scrolled").evaluate(MOVED)


def test_a_page_can_be_walked_backwards(page: Page, address: str) -> None:
    page.goto(f"{address}projecten/burgerloket/")
    page.locator(".bottom a").last.focus()
    tab_to(page, ".skip", "Shift+Tab")
