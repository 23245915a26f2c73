"""Axe finds nothing on any kind of page: both languages, a desk and a phone, light and dark."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from gzg.site.addresses import Section
from gzg.site.addresses import address as address_of
from gzg.texts import Language
from tests.conftest import SUB_PATH
from tests.site.axe import ALL, DESK, PHONE, Look, faults
from tests.site.conftest import NAMED
from tests.site.kinds_of_pages import one_of_each_kind
from tests.site.served import served, settled

LOOKS: Mapping[Language, tuple[Look, ...]] = {
    Language.NL: ((DESK, "light"), (PHONE, "dark")),
    Language.EN: ((DESK, "dark"), (PHONE, "light")),
}
"""Every kind of page in each of the four, half of them in either language: axe takes its time."""


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(locale="nl-BE")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("language", Language)
def test_axe_finds_nothing_on_any_kind_of_page(
    any_site: Path, page: Page, any_address: str, language: Language
) -> None:
    kinds = one_of_each_kind(any_site, language)
    assert len(kinds) > 15
    found: list[str] = []
    for each in kinds:
        page.goto(any_address + each)
        found += faults(settled(page), ALL if NAMED else LOOKS[language])
    assert found == []


@pytest.mark.parametrize("language", Language)
def test_axe_finds_nothing_on_what_a_search_shows(
    page: Page, any_address: str, language: Language
) -> None:
    page.set_viewport_size({"width": DESK, "height": 800})  # On a phone the filters are folded.
    page.goto(any_address + address_of(Section.SEARCH, language))
    page.locator("#filter-kind").focus()
    page.locator("#filter-kind").select_option(index=1)
    expect(page.locator("#results li").first).to_be_visible()
    assert faults(page, LOOKS[language]) == []


def test_axe_finds_nothing_on_the_page_for_a_wrong_address(any_site: Path, page: Page) -> None:
    with served(any_site) as root:
        page.goto(f"{root}404.html")
        assert faults(page) == []


def test_axe_finds_nothing_in_the_menu_of_a_phone(page: Page, any_address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(any_address)
    page.locator(".menu-button").click()
    expect(page.locator(".menu a").first).to_be_visible()
    assert faults(page, ((PHONE, "light"), (PHONE, "dark"))) == []


PLANTED = {
    "image-alt": "main.append(new Image())",
    "link-name": "main.append(Object.assign(document.createElement('a'), { href: '#content' }))",
    "color-contrast": "main.querySelector('h1').style.color = 'light-dark(#000000, #222222)'",
    "heading-order": "main.append(Object.assign(document.createElement('h6'), { innerText: 'x' }))",
    "html-has-lang": "document.documentElement.removeAttribute('lang')",
    "target-size": "main.querySelectorAll('a').forEach(each => Object.assign("
    "each.style, { display: 'block', height: '9px', padding: 0, overflow: 'hidden' }))",
}


@pytest.mark.parametrize("rule", PLANTED)
def test_a_planted_fault_is_found(site: Path, page: Page, rule: str) -> None:
    with served(site.parent) as root:
        page.goto(f"{root}{SUB_PATH}/")
        page.evaluate(f"() => {{ const main = document.querySelector('main'); {PLANTED[rule]}; }}")
        found = faults(page)
    assert found
    assert {each.split(": ")[1] for each in found} == {rule}
