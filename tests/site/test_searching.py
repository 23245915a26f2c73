"""What a visitor who is quicker than the search sees: never an answer to what is asked no more."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.site.programmes import ROOT

LEEFLOON = "Automatisch advies leefloon"
BURGERLOKET = "Burgerloket"
FRAGMENTS = "**/*.pf_fragment"
"""One file of the index for each result that is shown."""
LAST_IN_TURN = """async index => (await (await import(index)).search("xyzzy")).results.length"""
"""Pagefind's worker answers one after the other."""


class Held:
    """Answers about results that a page has to wait for."""

    def __init__(self, page: Page) -> None:
        self.routes: list[Route] | None = []
        self._page = page
        page.route(FRAGMENTS, self._take)

    def _take(self, route: Route) -> None:
        if self.routes is None:
            route.continue_()
        else:
            self.routes.append(route)

    def wait(self) -> None:
        """Until there is one."""
        while not self.routes:
            self._page.wait_for_timeout(10)

    def let_others_pass(self) -> list[Route]:
        """Hold no more; those that are held are given."""
        held, self.routes = self.routes or [], None
        return held


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Page]:
    context = chromium.new_context(locale="nl-BE", accept_downloads=True)
    page = context.new_page()
    page.goto(f"{address}zoeken/")
    yield page
    context.close()


def first_result(page: Page) -> Locator:
    return page.locator("#results a").first


def test_nothing_of_the_index_is_loaded_before_somebody_searches(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload(wait_until="networkidle")
    assert [url for url in asked if "pagefind" in url] == []
    with page.expect_request("**/pagefind/wasm.*"):
        page.locator("#words").focus()


def test_an_answer_that_comes_late_does_not_take_the_place_of_a_later_one(
    page: Page, address: str
) -> None:
    late = Held(page)
    page.locator("#words").fill(BURGERLOKET)
    late.wait()
    held = late.let_others_pass()
    page.locator("#words").fill("leefloon")
    expect(first_result(page)).to_have_text(LEEFLOON)
    for route in held:
        with page.expect_response(route.request.url):
            route.continue_()
    assert page.evaluate(LAST_IN_TURN, f"{address}pagefind/pagefind.js") == 0
    expect(first_result(page)).to_have_text(LEEFLOON)
    expect(page.get_by_role("status")).to_have_text("1 resultaat")


def test_values_of_an_earlier_search_do_not_stay_in_the_lists(page: Page) -> None:
    page.goto(f"{page.url}?kind=Project&region=Antwerpen&q=digitaal")
    page.locator("#words").fill("leefloon")
    expect(first_result(page)).to_have_text(LEEFLOON)
    expect(page.get_by_label("Soort", exact=True).locator("option")).to_have_text(
        ["Alle", "Project (1)"]
    )


def test_results_stay_until_others_can_take_their_place(page: Page) -> None:
    page.locator("#words").fill("leefloon")
    expect(first_result(page)).to_have_text(LEEFLOON)
    late = Held(page)
    page.locator("#words").fill(BURGERLOKET)
    late.wait()
    assert first_result(page).text_content() == LEEFLOON
    for route in late.let_others_pass():
        route.continue_()
    expect(first_result(page)).to_have_text(BURGERLOKET)


def test_a_button_that_is_pressed_twice_shows_nothing_twice(page: Page) -> None:
    page.locator("#words").fill("loket")
    expect(page.locator("#results li")).to_have_count(10)
    page.locator("#more").evaluate("button => { button.click(); button.click(); }")
    expect(page.locator("#results li").nth(10)).to_be_visible()
    expect(page.locator("#results li:nth-child(11) a")).to_be_focused()
    addresses = page.locator("#results a").evaluate_all("all => all.map(one => one.href)")
    assert len(addresses) == len(set(addresses))


def test_what_is_downloaded_is_what_is_asked_for_and_not_yet_shown(page: Page) -> None:
    page.locator("#words").fill(BURGERLOKET)
    expect(first_result(page)).to_have_text(BURGERLOKET)
    with page.expect_download() as waiting:
        page.locator("#words").fill("leefloon")
        page.get_by_role("button", name="Download deze selectie als CSV").click()
    text = Path(waiting.value.path()).read_text("utf-8-sig")
    assert [row["Titel"] for row in csv.DictReader(io.StringIO(text))] == [LEEFLOON]


def test_the_other_language_is_asked_for_what_stands_in_the_fields(page: Page) -> None:
    page.clock.install()
    page.clock.pause_at("2030-01-01T00:00:00Z")
    page.locator("#words").fill("leefloon")
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(re.compile(r"/en/search/\?q=leefloon$"))


def test_who_looks_for_a_subject_finds_what_is_about_it_and_no_list_that_names_it(
    page: Page,
) -> None:
    assert LEEFLOON in (ROOT / "content/projects/automatisch-advies-leefloon/README.md").read_text()
    page.locator("#words").fill("leefloon")
    expect(page.locator("#results a")).to_have_text([LEEFLOON])


def test_on_a_phone_the_lists_are_folded_until_one_of_them_is_used(
    page: Page, address: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{address}zoeken/?q=leefloon")
    expect(first_result(page)).to_be_in_viewport()
    expect(page.get_by_label("Gemeente")).to_be_hidden()
    page.get_by_text("Verfijnen").first.click()
    page.get_by_label("Gemeente").focus()
    page.get_by_label("Gemeente").select_option("Gent")
    expect(page.get_by_role("status")).to_have_text("1 resultaat")
    page.reload()
    expect(page.get_by_label("Gemeente")).to_have_value("Gent")
    expect(page.get_by_label("Gemeente")).to_be_visible()


@pytest.mark.parametrize("asked", ["?kind=Project", "?q=loket"])
def test_who_turns_to_a_list_keeps_all_results(page: Page, asked: str) -> None:
    page.goto(f"{page.url}{asked}")
    expect(page.locator("#results li")).to_have_count(10)
    page.locator("#more").click()
    expect(page.locator("#results li").nth(10)).to_be_visible()
    page.get_by_label("Focus").focus()
    expect(page.get_by_label("Focus").locator("option").nth(1)).to_be_attached()
    expect(page.locator("#results li").nth(10)).to_be_visible()
