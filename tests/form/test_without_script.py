"""What the page to hand in holds for whoever's browser cannot show the form."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

WAITING = {"indienen/oefenoproep/": "Het formulier", "en/submit/oefenoproep/": "The form"}

each_page = pytest.mark.parametrize("place", WAITING)


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@each_page
def test_without_script_the_page_says_what_to_do(page: Page, address: str, place: str) -> None:
    page.goto(address + place)
    form = page.locator("#form")
    expect(form).to_contain_text(WAITING[place])
    expect(form.get_by_role("link")).to_have_count(2)
    for link in form.get_by_role("link").all():
        target = str(link.get_attribute("href"))
        expect(page.locator(target).get_by_role("heading", level=2)).to_be_visible()


@each_page
def test_where_the_program_does_not_come_the_same_stays(
    chromium: Browser, address: str, place: str
) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.route("**/form/form.js", lambda route: route.abort())
    page.goto(address + place, wait_until="load")
    expect(page.locator("#form")).to_contain_text(WAITING[place])
    context.close()


def test_the_steps_with_git_are_there_for_whoever_opens_them(page: Page, address: str) -> None:
    page.goto(address + "indienen/oefenoproep/")
    step = page.get_by_role("heading", name="Maak het dossier")
    expect(step).to_be_hidden()
    page.get_by_text("Toon de stappen met Git").click()
    expect(step).to_be_visible()
    expect(page.locator("#with-git")).to_contain_text("gzg new submission oefenoproep")
