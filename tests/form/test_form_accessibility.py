"""The form for everybody: axe, names, keyboard, small screens, large letters, and its weight."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from gzg.texts import Language
from tests.conftest import SUB_PATH
from tests.form.filling import EXAMPLE, Person, files_of_example, somebody
from tests.site.axe import DESK, PHONE, Look, faults
from tests.site.programmes import ROOT

LOOKS: dict[Language, tuple[Look, ...]] = {
    Language.NL: ((DESK, "light"), (PHONE, "dark")),
    Language.EN: ((DESK, "dark"), (PHONE, "light")),
}
STATES = ("empty", "faults", "full")
WORDS = {
    Language.NL: ("Partij", "Gevraagd bedrag", "Gepland einde"),
    Language.EN: ("Party", "Amount requested", "Planned end"),
}
HEAVIEST = 350 * 1024
"""Bytes, compressed, of the page with all that it fetches."""

NARROW = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
HIDDEN = """() => {
  const box = document.activeElement.getBoundingClientRect();
  const at = document.elementFromPoint(
    Math.min(Math.max(box.x + box.width / 2, 0), innerWidth - 1),
    Math.min(Math.max(box.y + Math.min(box.height / 2, 20), 0), innerHeight - 1));
  const bar = document.querySelector(".filling .progress");
  return Boolean(at && bar.contains(at) && !bar.contains(document.activeElement));
}"""
UNNAMED = """() => [...document.querySelectorAll(
  ".filling input, .filling select, .filling textarea, .filling button, .filling fieldset")]
  .filter(each => each.checkVisibility())
  .filter(each => {
    const labels = [...(each.labels ?? [])].map(label => label.innerText).join(" ");
    const legend = each.querySelector(":scope > legend")?.innerText ?? "";
    const own = each.tagName === "BUTTON" ? each.innerText : "";
    return !(labels || legend || own || each.getAttribute("aria-label") || "").trim();
  }).map(each => each.outerHTML.slice(0, 120))"""


def bring_into(person: Person, state: str) -> None:
    """Empty, as it opens; with faults of every sort; or full."""
    item, requested, ends = WORDS[person.language]
    if state == "full":
        person.open_files(files_of_example(ROOT))
        expect(person.page.locator("#f-id")).to_have_value(EXAMPLE)
        person.check()
    if state == "faults":
        person.put(requested, "5000")
        person.put(ends, "31/2/2027")
        person.add(item).get_by_role("combobox").fill("Brugje")
        person.page.locator("h1").click()
        expect(person.page.locator(".meant")).to_be_visible()
        person.check()
        expect(person.page.locator(".summary")).to_contain_text("GZG104")


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", Language)
def test_axe_finds_nothing_in_any_state(
    chromium: Browser, address: str, language: Language, state: str
) -> None:
    with somebody(chromium, address, language=language) as person:
        bring_into(person, state)
        assert faults(person.page, LOOKS[language]) == []


def test_axe_finds_nothing_with_a_list_of_organisations_open(
    chromium: Browser, address: str
) -> None:
    with somebody(chromium, address) as person:
        person.add("Partij").get_by_role("combobox").press_sequentially("aal")
        expect(person.page.get_by_role("listbox")).to_be_visible()
        assert faults(person.page, LOOKS[Language.NL][:1]) == []


@pytest.mark.parametrize("state", STATES)
def test_every_control_has_a_name(chromium: Browser, address: str, state: str) -> None:
    with somebody(chromium, address) as person:
        bring_into(person, state)
        assert person.page.evaluate(UNNAMED) == []


PLACES = "[...document.querySelectorAll('.asked [data-at]')].map(each => each.dataset.at)"
SIZES = {"a phone": (320, 640), "letters twice as large": (640, 450), "four times": (320, 225)}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("state", STATES)
def test_nothing_is_cut_off(chromium: Browser, address: str, size: str, state: str) -> None:
    width, height = SIZES[size]
    with somebody(chromium, address, width=width, height=height) as person:
        bring_into(person, state)
        assert person.page.evaluate(NARROW)


def _focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id || document.activeElement.outerHTML"))


def _stays_hidden(page: Page) -> bool:
    """Whether what has the focus is behind the bar, also when the page is done with scrolling."""
    for _ in range(50):
        if not page.evaluate(HIDDEN):
            return False
        page.wait_for_timeout(100)
    return True


@pytest.mark.parametrize("size", [(1280, 800), (390, 700), (640, 450)])
def test_tab_comes_by_everything_and_nothing_in_focus_is_hidden(
    chromium: Browser, address: str, size: tuple[int, int]
) -> None:
    with somebody(chromium, address, width=size[0], height=size[1]) as person:
        page = person.page
        page.locator("#f-title").focus()
        reached = []
        for _ in range(130):
            reached.append(_focused(page))
            assert not _stays_hidden(page), reached[-1]
            page.keyboard.press("Tab")
            if page.evaluate("!document.querySelector('.asked').contains(document.activeElement)"):
                break
        wanted = {"f-title", "f-begins", "f-requested", "f-parties-add", "f-contact-mailbox"}
        assert {*wanted, "f-text-0", "f-text-11"} <= set(reached)


PUSHED = """() => {
  const focused = document.activeElement, question = focused.closest(".question");
  const bar = document.querySelector(".filling .progress").getBoundingClientRect();
  scrollBy({ top: focused.getBoundingClientRect().bottom - bar.top + 10, behavior: "instant" });
  const remark = document.createElement("p");
  remark.style.height = "70px";
  question.insertBefore(remark, question.firstElementChild.nextSibling);
}"""


def test_what_has_the_focus_stays_in_sight_when_something_appears_above_it(
    chromium: Browser, address: str
) -> None:
    with somebody(chromium, address, width=390, height=700) as person:
        page = person.page
        page.locator("#f-focus-1").focus()
        page.evaluate(PUSHED)
        assert page.evaluate("[scrollY > 0, document.activeElement.id]") == [True, "f-focus-1"]
        page.wait_for_timeout(300)
        assert not page.evaluate(HIDDEN)


def test_a_party_is_filled_in_with_the_keyboard_alone(chromium: Browser, address: str) -> None:
    with somebody(chromium, address) as person:
        page = person.page
        page.locator("#f-parties-add").focus()
        person.press("Enter")
        expect(page.locator("#f-parties-0-organisation")).to_be_focused()
        person.type("aals")
        expect(page.get_by_role("listbox")).to_be_visible()
        person.press("ArrowDown", "Enter", "Tab", "ArrowDown")
        role = page.get_by_label("Initiatiefnemer", exact=True)
        expect(role).to_be_checked()
        person.press("ArrowUp")
        expect(page.get_by_label("Penhouder", exact=True)).to_be_checked()
        person.tab_to("f-parties-0-task")
        person.type("Leidt het project.")
        person.tab_to("f-parties-0-share")
        person.type("70 000")
        person.tab_to("f-parties-0-own_contribution")
        person.type("20.000")
        expect(page.get_by_role("group", name="Partij 1: Aalst")).to_be_visible()
        expect(page.locator("#f-parties-0-share-echo")).to_have_text("70.000 euro")


def test_escape_closes_the_list_and_keeps_what_was_typed(chromium: Browser, address: str) -> None:
    with somebody(chromium, address) as person:
        box = person.add("Partij").get_by_role("combobox")
        box.press_sequentially("gen")
        expect(box).to_have_attribute("aria-expanded", "true")
        box.press("ArrowDown")
        active = box.get_attribute("aria-activedescendant")
        expect(person.page.locator(f"[id='{active}']")).to_have_attribute("aria-selected", "true")
        box.press("Escape")
        expect(box).to_have_attribute("aria-expanded", "false")
        expect(box).to_have_value("gen")


def test_a_fault_is_mended_with_the_keyboard_alone(chromium: Browser, address: str) -> None:
    with somebody(chromium, address) as person:
        page = person.page
        person.open_files(files_of_example(ROOT))
        expect(page.locator("#f-requested")).to_have_value("120.000")
        page.locator("#f-requested").fill("180.000")
        page.get_by_role("button", name=person.say("page.check")).first.focus()
        person.press("Enter")
        expect(page.locator(".summary")).to_be_focused()
        person.press("Tab", "Enter")
        expect(page.locator("#f-requested")).to_be_focused()
        person.press("Control+a")
        person.type("120000")
        expect(page.locator(".summary")).to_contain_text(person.say("page.summary-good"))


@pytest.fixture
def fetched(chromium: Browser, address: str) -> Iterator[set[str]]:
    """What the page fetches until somebody can fill it in, from an empty cache."""
    with somebody(chromium, address) as person:
        found: set[str] = set()
        person.page.on("response", lambda answer: found.add(answer.url))
        person.page.reload()
        expect(person.page.locator(".filling")).to_be_visible()
        person.open_files(files_of_example(ROOT))
        expect(person.page.locator("#f-id")).to_have_value(EXAMPLE)
        assert (person.noted.console, person.noted.foreign) == ([], [])
        yield found


def test_the_page_with_everything_is_light_enough(fetched: set[str], site: Path) -> None:
    names = {urlsplit(each).path.removeprefix(f"/{SUB_PATH}/") for each in fetched}
    assert "assets/gzg/form/form.js" in names
    total = sum(_compressed(site / name) for name in names)
    assert 100_000 < total <= HEAVIEST


def _compressed(path: Path) -> int:
    raw = (path / "index.html" if path.is_dir() else path).read_bytes()
    return len(raw) if path.suffix == ".woff2" else len(gzip.compress(raw, 9))


def test_the_same_questions_are_asked_in_both_languages(chromium: Browser, address: str) -> None:
    found = []
    for language in Language:
        with somebody(chromium, address, language=language) as person:
            expect(person.page.locator("html")).to_have_attribute("lang", str(language))
            script = (
                "[...document.querySelectorAll('.asked [data-at]')].map(each => each.dataset.at)"
            )
            found.append(person.page.evaluate(script))
    assert found[0] == found[1]
    assert len(found[0]) > 30
