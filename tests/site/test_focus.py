"""A keyboard reaches everything on every kind of page, shows where it is, and is never caught.

And nothing stands beside the page at 320 pixels, also where its text is twice as large.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from gzg.texts import Language
from tests.conftest import SUB_PATH
from tests.site.axe import OPEN_FOLDS
from tests.site.kinds_of_pages import one_of_each_kind
from tests.site.served import served, settled

STOPS = """const stops = [...document.querySelectorAll(
  "a[href], button, input, select, textarea, summary, [tabindex='0']"
)].filter(each => each.checkVisibility({ visibilityProperty: true }))
  .filter(each => each.tabIndex >= 0 && !each.disabled);"""
"""Where a keyboard stops, in the order of the page."""

NOT_SHOWN = f"""() => {{ {STOPS}
  const drawn = style => [style.outlineStyle, style.outlineWidth, style.boxShadow].join();
  const looks = each => [each, "::after"].map((of, part) =>
    drawn(part ? getComputedStyle(each, of) : getComputedStyle(of))).join(";");
  return stops.filter(each => {{
    each.blur();
    const before = looks(each);
    each.focus({{ preventScroll: true }});
    return document.activeElement !== each || looks(each) === before;
  }}).map(each => each.outerHTML.slice(0, 120)); }}"""
"""What cannot be focused, or looks the same when it is."""

NUMBER = f"""() => {{ {STOPS} window.reached = [];
  stops.forEach((each, place) => each.addEventListener("focus", () => reached.push(place)));
  return stops.length; }}"""
START_AT = f"place => {{ {STOPS} reached.length = 0; stops[place].focus(); }}"
REACHED = "reached"

AT_THE_START, AT_THE_END = 25, 10
"""How many stops are walked at either end: on a list the many between are all alike."""

BESIDE = "() => document.documentElement.scrollWidth > innerWidth"
KEEP_FOCUS = """() => {
  document.querySelector("#find").onkeydown = event => event.preventDefault();
}"""
TURN_TO_FILTERS = """() => {
  const filter = document.querySelector("[data-filter]");
  filter?.focus();
  return filter !== null;
}"""
ARE_FILLED = """() => {
  const filter = document.querySelector("[data-filter]");
  return filter.options.length > 1 || filter.closest("p").hidden;
}"""
TO_THE_START = """() => {
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute("tabindex");
  scrollTo(0, 0);
}"""
TWICE = "document.documentElement.style.fontSize = '200%'"


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(locale="nl-BE", reduced_motion="reduce")
    yield context.new_page()
    context.close()


def opened(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address)
    settled(page).evaluate(OPEN_FOLDS)
    if page.evaluate(TURN_TO_FILTERS):  # Those without a value go when somebody turns to them.
        page.wait_for_function(ARE_FILLED)
        page.evaluate(TO_THE_START)


def not_shown(page: Page) -> list[str]:
    page.keyboard.press("Tab")  # From here on the browser shows the focus, as to who uses no mouse.
    found = page.evaluate(NOT_SHOWN)
    assert isinstance(found, list)
    return found


def walked(page: Page) -> list[list[int]]:
    """The numbers of the stops that Tab reaches at the start and at the end, and should reach."""
    number = page.evaluate(NUMBER)
    few = min(number, AT_THE_START)
    for _ in range(few):
        page.keyboard.press("Tab")
    start = page.evaluate(REACHED)
    last = max(0, number - AT_THE_END)
    page.evaluate(START_AT, last)
    for _ in range(last + 1, number):
        page.keyboard.press("Tab")
    return [[*start, *page.evaluate(REACHED)], [*range(few), *range(last, number)]]


def beside(page: Page) -> list[str]:
    """At which size of the text something stands beside the page."""
    found = ["100 %"] if page.evaluate(BESIDE) else []
    page.evaluate(TWICE)
    return [*found, "200 %"] if page.evaluate(BESIDE) else found


@pytest.mark.parametrize("language", Language)
def test_the_focus_is_always_shown(
    any_site: Path, page: Page, any_address: str, language: Language
) -> None:
    wrong: dict[str, list[str]] = {}
    for each in one_of_each_kind(any_site, language):
        opened(page, any_address + each, 1280)
        if found := not_shown(page):
            wrong[each] = found[:5]
    assert wrong == {}


def test_tab_goes_through_a_page_from_its_start_to_its_end(
    any_site: Path, page: Page, any_address: str
) -> None:
    for each in one_of_each_kind(any_site, Language.NL):
        opened(page, any_address + each, 1280)
        found, expected = walked(page)
        assert found == expected, each


@pytest.mark.parametrize("language", Language)
def test_nothing_stands_beside_a_narrow_page(
    any_site: Path, page: Page, any_address: str, language: Language
) -> None:
    wrong: dict[str, list[str]] = {}
    for each in one_of_each_kind(any_site, language):
        opened(page, any_address + each, 320)
        if found := beside(page):
            wrong[each] = found
    assert wrong == {}


@pytest.fixture
def home(site: Path, page: Page) -> Iterator[Page]:
    with served(site.parent) as root:
        opened(page, f"{root}{SUB_PATH}/", 320)
        yield page


def test_a_link_that_hides_its_focus_is_found(home: Page) -> None:
    home.evaluate("document.querySelector('main a').style.outline = 'none'")
    assert len(not_shown(home)) == 1


def test_a_field_that_keeps_the_focus_is_found(home: Page) -> None:
    home.evaluate(KEEP_FOCUS)
    found, expected = walked(home)
    assert found != expected


@pytest.mark.parametrize(("width", "sizes"), [("330px", 2), ("11rem", 1)])
def test_what_is_too_wide_is_found(home: Page, width: str, sizes: int) -> None:
    home.evaluate(f"document.querySelector('main p').style.width = '{width}'")
    assert len(beside(home)) == sizes
