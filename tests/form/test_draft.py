"""Nothing that was typed is lost: not by a killed tab, a second one, or a browser that refuses."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from tests.browser import LAUNCH_FLAGS, find_browser
from tests.conftest import SUB_PATH
from tests.form.changed_site import CALL, changed_site
from tests.form.filling import (
    PRACTICE,
    files_of_example,
    said,
    somebody,
)
from tests.site.programmes import ROOT
from tests.site.served import served

TITLE = "Projectnaam"
SUMMARY = "Samenvatting"
NO_CHANNEL = "window.BroadcastChannel = class { postMessage() {} close() {} }"
REFUSED = """
Object.defineProperty(window, "indexedDB", {
  value: { open() { throw new DOMException("no", "SecurityError"); } },
});
"""
FULL = """
IDBObjectStore.prototype.put = function () {
  throw new DOMException("no", "QuotaExceededError");
};
"""


@contextmanager
def own_browser(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(locale="nl-BE", accept_downloads=True)
    try:
        yield context
    finally:
        context.close()


def opened(context: BrowserContext, address: str, script: str = "") -> Page:
    page = context.new_page()
    if script:
        page.add_init_script(script)
    page.goto(f"{address}indienen/{PRACTICE}/")
    expect(page.locator(".filling")).to_be_visible()
    return page


def field(page: Page, label: str) -> Any:
    return page.locator(".filling").get_by_label(label, exact=True).first


def kept(page: Page) -> None:
    expect(page.locator(".kept[data-keeping=kept]")).to_be_visible()


def kill(page: Page) -> None:
    """End the process of a tab, as a crash does: it gets no time for anything."""
    with pytest.raises(Error, match="crash"):
        page.goto("chrome://crash")


def saved(page: Page) -> Any:
    """What is in the file that somebody saves."""
    with page.expect_download() as download:
        page.get_by_role("button", name=said("draft.save")).click()
    return json.loads(Path(download.value.path()).read_text("utf-8"))


def test_a_killed_tab_loses_no_letter(chromium: Browser, address: str) -> None:
    with own_browser(chromium) as context:
        page = opened(context, address)
        field(page, TITLE).fill("Loket")
        kept(page)
        field(page, TITLE).press_sequentially(" voor iedereen")
        kill(page)

        again = opened(context, address)
        expect(field(again, TITLE)).to_have_value("Loket voor iedereen")


def test_a_browser_that_was_closed_goes_on_where_it_was(
    chromium: Browser, address: str, tmp_path: Path
) -> None:
    options: Any = {"executable_path": str(find_browser()), "args": list(LAUNCH_FLAGS)}
    for title in ("", "Een loket"):
        place = tmp_path / "profile"
        context = chromium.browser_type.launch_persistent_context(place, **options)
        page = opened(context, address)
        expect(field(page, TITLE)).to_have_value(title)
        field(page, TITLE).fill("Een loket")
        kept(page)
        context.close()


def test_two_tabs_write_one_draft_together(chromium: Browser, address: str) -> None:
    with own_browser(chromium) as context:
        first = opened(context, address)
        field(first, TITLE).fill("Een loket")
        kept(first)
        second = opened(context, address)
        field(second, SUMMARY).fill("Voor wie verhuist.")

        expect(field(first, SUMMARY)).to_have_value("Voor wie verhuist.")
        expect(field(second, TITLE)).to_have_value("Een loket")
        field(first, TITLE).fill("Eén loket")
        expect(field(second, TITLE)).to_have_value("Eén loket")
        expect(field(second, SUMMARY)).to_have_value("Voor wie verhuist.")


def test_what_two_tabs_change_apart_is_put_together(chromium: Browser, address: str) -> None:
    with own_browser(chromium) as context:
        first = opened(context, address, NO_CHANNEL)
        field(first, TITLE).fill("Een loket")
        kept(first)
        second = opened(context, address, NO_CHANNEL)
        field(second, SUMMARY).fill("Voor wie verhuist.")
        kept(second)
        field(first, TITLE).fill("Eén loket")

        expect(field(first, SUMMARY)).to_have_value("Voor wie verhuist.")
        kept(first)
        second.reload()
        expect(field(second, TITLE)).to_have_value("Eén loket")
        expect(field(second, SUMMARY)).to_have_value("Voor wie verhuist.")


def test_one_answer_that_two_tabs_change_leaves_both_versions(
    chromium: Browser, address: str
) -> None:
    with own_browser(chromium) as context:
        first = opened(context, address, NO_CHANNEL)
        field(first, TITLE).fill("Een loket")
        kept(first)
        second = opened(context, address, NO_CHANNEL)
        field(second, TITLE).fill("Van de tweede")
        kept(second)
        field(first, TITLE).fill("Van de eerste")

        expect(first.get_by_text(said("draft.copied"))).to_be_visible()
        expect(field(first, TITLE)).to_have_value("Van de eerste")
        first.get_by_role("button", name=said("draft.compare")).click()
        expect(first.locator(".merge")).to_contain_text("Van de eerste")
        expect(first.locator(".merge")).to_contain_text("Van de tweede")
        expect(field(second, TITLE)).to_have_value("Van de tweede")


@pytest.mark.parametrize(("script", "trouble"), [(REFUSED, "refused"), (FULL, "full")])
def test_a_browser_that_keeps_nothing_says_so_and_offers_the_file(
    chromium: Browser, address: str, script: str, trouble: str
) -> None:
    with own_browser(chromium) as context:
        page = opened(context, address, script)
        field(page, TITLE).fill("Een loket")

        expect(page.locator(".trouble")).to_contain_text(said(f"draft.trouble-{trouble}"))
        assert saved(page)["dossier"]["data"]["title"] == "Een loket"
        page.reload()
        expect(field(page, TITLE)).to_have_value("Een loket")


def test_a_page_that_keeps_nothing_asks_before_it_is_left(chromium: Browser, address: str) -> None:
    with own_browser(chromium) as context:
        page = opened(context, address, REFUSED)
        field(page, TITLE).fill("Een loket")
        expect(page.locator(".trouble")).to_be_visible()
        with page.expect_event("dialog") as asked:
            page.close(run_before_unload=True)
        assert asked.value.type == "beforeunload"
        asked.value.dismiss()
        expect(field(page, TITLE)).to_have_value("Een loket")


def test_drafts_are_begun_left_and_thrown_away(chromium: Browser, address: str) -> None:
    with somebody(chromium, address) as person:
        page = person.page
        person.put(TITLE, "Het eerste")
        kept(page)
        page.locator(".others summary").click()
        page.get_by_role("button", name=said("draft.begin")).click()
        expect(field(page, TITLE)).to_have_value("")
        person.put(TITLE, "Het tweede")
        kept(page)
        page.get_by_role("button", name=said("draft.go-on-with", name="Het eerste")).click()
        expect(field(page, TITLE)).to_have_value("Het eerste")
        page.get_by_role("button", name=said("draft.remove-what", name="Het tweede")).click()
        page.get_by_role("button", name=said("draft.remove-yes")).click()
        expect(page.locator(".others li")).to_have_count(1)
        page.reload()
        expect(field(page, TITLE)).to_have_value("Het eerste")
        expect(page.locator(".others li")).to_have_count(1)


def without_success_plan(text: str) -> str:
    return text.replace(" success-plan,", "", 1)


def with_success_plan(text: str) -> str:
    return text.replace("asks: [", "asks: [success-plan, ", 1)


def with_another_heading(text: str) -> str:
    return text.replace("nl: Het probleem", "nl: Wat er misloopt", 1)


@pytest.fixture
def changing(site: Path, tmp_path: Path) -> Any:
    return changed_site(site, tmp_path, {CALL: lambda text: text.replace("125000", "120000")})


def test_questions_that_change_under_a_draft_lose_no_answer(
    chromium: Browser, changing: Any
) -> None:
    with served(changing.served) as root, somebody(chromium, f"{root}{SUB_PATH}/") as person:
        page = person.page
        person.open_files(files_of_example(ROOT))
        kept(page)
        changing.edit({CALL: lambda text: with_another_heading(without_success_plan(text))})
        page.reload()

        news = page.locator(".news")
        expect(news).to_contain_text("Succesmeting")
        expect(news).to_contain_text("Pitch: Het probleem")
        expect(news).to_contain_text("Pitch: Wat er misloopt")
        apart = page.locator(".unasked")
        expect(apart).to_contain_text("34 procent")
        expect(apart).to_contain_text("vijf keer")
        found = saved(page)
        assert [each["path"] for each in found["unasked"]] == [
            ["success_plan"],
            ["README", "pitch/Het probleem"],
        ]
        assert "success_plan" not in found["dossier"]["data"]

        changing.edit(
            {CALL: lambda text: text.replace("asks: [shares,", "asks: [shares, success-plan,")}
        )
        page.reload()
        expect(page.locator(".news")).to_contain_text(said("draft.news-back.one"))
        expect(page.locator(".unasked")).not_to_contain_text("34 procent")
        assert saved(page)["dossier"]["data"]["success_plan"][0]["baseline"] == "34 procent"


def test_an_improved_dossier_begins_with_the_old_one_and_what_the_jury_said(
    chromium: Browser, address: str
) -> None:
    with somebody(chromium, address) as person:
        page = person.page
        page.locator(".others summary").click()
        page.get_by_label(said("draft.earlier")).select_option(
            label="Digitaal loket voor verenigingen"
        )
        page.get_by_role("button", name=said("draft.earlier-begin")).click()

        expect(field(page, TITLE)).to_have_value("Digitaal loket voor verenigingen")
        expect(page.locator(".filling")).to_contain_text("Zeg wie het loket na het project beheert")
        found = saved(page)["dossier"]
        assert found["data"]["resubmission_of"] == "oefenoproep-vorig/digitaal-loket"
        assert found["call"] == PRACTICE
        assert person.noted.foreign == person.noted.failed == []
