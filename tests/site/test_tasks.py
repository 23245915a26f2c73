"""What visitors come for, walked in a real browser from the home page in at most four clicks.

Typing words is no click; opening a fold, choosing a value and downloading are.
"""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

MOST_CLICKS = 4


class Visit:
    """A visitor who starts at the home page and counts what she clicks."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.clicks = 0
        page.goto(address)

    def click(self, what: Locator) -> None:
        what.click()
        self.clicks += 1
        assert self.clicks <= MOST_CLICKS

    def follow(self, name: str, *, inside: str = "main") -> None:
        within = self.page.locator(inside)
        self.click(within.get_by_role("link", name=name, exact=True).first)

    def choose(self, label: str, value: str) -> None:
        field = self.page.get_by_label(label, exact=True)
        field.focus()
        field.select_option(value)
        self.clicks += 1
        assert self.clicks <= MOST_CLICKS


@pytest.fixture
def visit(chromium: Browser, address: str) -> Iterator[Visit]:
    context = chromium.new_context(locale="nl-BE", accept_downloads=True)
    yield Visit(context.new_page(), address)
    context.close()


def test_what_did_gent_do_with_whom_and_for_how_much(visit: Visit) -> None:
    visit.follow("Organisaties", inside="header")
    visit.follow("Gent")
    projects = visit.page.locator("table").first
    expect(projects.get_by_role("link", name="Proactieve Dienstverlening")).to_be_visible()
    expect(projects).to_contain_text("niet in de bronnen")
    partners = visit.page.get_by_role("region", name="Werkt samen met")
    expect(partners.get_by_role("link", name="Brugge")).to_be_visible()


def test_which_calls_had_their_deadline_moved_and_why(visit: Visit) -> None:
    visit.follow("Oproepen", inside="header")
    visit.click(visit.page.get_by_text("Alle dagen en wijzigingen in een tabel"))
    table = visit.page.locator("main").get_by_role("table").first
    moved = table.get_by_role("row").filter(has_text="Oproep 5").first
    expect(moved).to_contain_text("27 mei 2022")
    visit.follow("Oproep 5: thematische projecten")
    reason = visit.page.get_by_role("row").filter(has_text="27 mei 2022")
    expect(reason).to_contain_text("tijd om een samenwerking op te zetten")
    expect(reason).to_contain_text("1 juli 2022")


def test_all_projects_of_one_focus_as_a_spreadsheet(visit: Visit) -> None:
    visit.click(visit.page.get_by_role("button", name="Zoek", exact=True))
    visit.choose("Soort", "Project")
    visit.choose("Focus", "Digitale democratie")
    expect(visit.page.locator("#results li").first).to_be_visible()
    with visit.page.expect_download() as waiting:
        visit.click(visit.page.get_by_role("button", name="Download deze selectie als CSV"))
    text = Path(waiting.value.path()).read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert rows
    assert {row["Focus"] for row in rows} == {"Digitale democratie"}
    assert {row["Soort"] for row in rows} == {"Project"}


def test_the_same_without_a_script(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False, accept_downloads=True)
    visit = Visit(context.new_page(), address)
    visit.click(visit.page.get_by_role("button", name="Zoek", exact=True))
    visit.follow("Focus")
    visit.follow("Digitale democratie")
    with visit.page.expect_download() as waiting:
        visit.follow("Download als CSV")
    text = Path(waiting.value.path()).read_text("utf-8-sig")
    assert {row["Focus"] for row in csv.DictReader(io.StringIO(text))} >= {"Digitale democratie"}
    context.close()


def test_what_is_there_about_associations_to_reuse(visit: Visit) -> None:
    page = visit.page
    page.get_by_role("searchbox").fill("verenigingen")
    visit.click(page.get_by_role("button", name="Zoek", exact=True))
    expect(page.locator("#results a").first).to_be_visible()
    visit.click(page.locator("#results a").filter(has_text="Verenigingsloket").first)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Verenigingsloket")
    results = page.get_by_role("region", name="Resultaten")
    expect(results).to_contain_text("staat niet in de bronnen")


def test_how_to_hand_in_a_dossier(visit: Visit) -> None:
    visit.follow("Indienen", inside="header")
    visit.follow("Oefenoproep: probeer het indienen uit")
    expect(visit.page.get_by_role("heading", name="Alle vragen")).to_be_visible()
    with visit.page.expect_download() as waiting:
        visit.follow("De vragen als Wordbestand")
    assert waiting.value.suggested_filename == "vragen.docx"


def test_what_became_of_the_projects_of_call_1(visit: Visit) -> None:
    visit.follow("Oproepen", inside="header")
    visit.follow("Oproep 1: innovatieve concepten")
    projects = visit.page.get_by_role("region", name="Projecten").get_by_role("table")
    expect(projects.get_by_role("row")).to_have_count(12)
    visit.click(projects.get_by_role("link", name="Digitale aangifte overlijden"))
    expect(visit.page.locator("main")).to_contain_text("afloop onbekend")
    chain = visit.page.get_by_role("region", name="Verband met andere projecten")
    expect(chain.get_by_role("link")).not_to_have_count(0)
