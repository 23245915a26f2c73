"""Somebody who fills in the form in a browser, and counts what her hands do."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, FilePayload, Locator, Page, expect

from gzg.call_schema.compiled import rendered
from gzg.site.addresses import Section
from gzg.site.addresses import address as address_of
from gzg.site.form_kit import kit
from gzg.texts import Language, entries
from tests.form.judging import Case, Setting, files_of
from tests.site.programmes import edition_of
from tests.site.served import Noted, watched

PRACTICE = "oefenoproep"
EXAMPLE = "digitaal-loket"
"""The dossier of the practice call that is good."""


def said(key: str, language: Language = Language.NL, **values: object) -> str:
    """A sentence of the form."""
    return entries("form")[key][language].format(**values)


@dataclass
class Person:
    """Types, presses and clicks in one open form."""

    page: Page
    noted: Noted
    language: Language = Language.NL
    keys: int = 0
    clicks: int = 0

    def say(self, key: str, **values: object) -> str:
        """A sentence of the form in the language of the page."""
        return said(key, self.language, **values)

    def click(self, at: Locator) -> None:
        """One click."""
        at.click()
        self.clicks += 1

    def press(self, *keys: str) -> None:
        """One key after the other."""
        for key in keys:
            self.page.keyboard.press(key)
            self.keys += 1

    def type(self, text: str) -> None:
        """Letter by letter, where the focus is."""
        self.page.keyboard.type(text)
        self.keys += len(text)

    def tab_to(self, id: str) -> None:
        """Tab until a control has the focus; the link of a rule can stand before it."""
        wanted = self.page.locator(f"#{id}")
        for _ in range(6):
            self.press("Tab")
            if wanted.evaluate("each => each === document.activeElement"):
                return
        expect(wanted).to_be_focused()

    def field(self, label: str, within: Locator | None = None) -> Locator:
        """The control of a question by its name; of an optional one too."""
        root = within or self.page.locator(".filling")
        optional = f"{label} ({self.say('field.optional')})"
        named = root.get_by_label(label, exact=True).or_(root.get_by_label(optional, exact=True))
        return named.and_(self.page.locator("input, textarea, select")).first

    def put(self, label: str, text: str, within: Locator | None = None) -> None:
        """Paste an answer."""
        self.field(label, within).fill(text)

    def add(self, item: str) -> Locator:
        """Add an item to a list; the whole of it."""
        button = self.page.get_by_role("button", name=self.say("field.add", item=item))
        before = button.locator("xpath=ancestor::div[contains(@class,'list')][1]").locator(".item")
        count = before.count()
        self.click(button)
        expect(before).to_have_count(count + 1)
        return before.nth(count)

    def check(self) -> Locator:
        """Have everything checked; what is said then."""
        self.click(self.page.get_by_role("button", name=self.say("page.check")).first)
        summary = self.page.locator(".summary")
        expect(summary).to_be_focused()
        return summary

    def open_files(self, files: Mapping[str, str]) -> None:
        """Open files of a dossier that is there already."""
        payloads: Sequence[FilePayload] = [
            {"name": path.rpartition("/")[2], "mimeType": "text/plain", "buffer": text.encode()}
            for path, text in files.items()
        ]
        self.page.locator(".draft input[type=file]").set_input_files(payloads)

    def faults(self, place: Sequence[object]) -> Locator:
        """What is said at exactly one place of the dossier."""
        key = json.dumps(list(place), ensure_ascii=False, separators=(",", ":"))
        return self.page.locator(f"[data-at={json.dumps(key)}] > .faults")


@cache
def kit_and_schema(setting: Setting, language: Language) -> tuple[str, str]:
    """The kit of a call and its schema, as the site of its programme would publish them."""
    edition = edition_of(setting.catalogue().repository.tree, language)
    found = kit(edition, setting.call_id, setting.call, setting.programme)
    return json.dumps(found), rendered(setting.call, setting.programme)


def hand_out(page: Page, setting: Setting, language: Language) -> None:
    """Let the page be that of another call: the kit and the schema of that one."""
    found, schema = kit_and_schema(setting, language)
    page.route("**/form.json", lambda route: route.fulfill(body=found))
    page.route("**/schemas/calls/*.json", lambda route: route.fulfill(body=schema))


@contextmanager
def somebody(
    chromium: Browser,
    address: str,
    *,
    language: Language = Language.NL,
    setting: Setting | None = None,
    at: str | None = None,
    width: int = 1280,
    height: int = 900,
    scheme: Literal["light", "dark"] = "light",
) -> Iterator[Person]:
    """A person before an empty form, in a browser of her own; at `at` her clock stands still."""
    context = chromium.new_context(
        locale="nl-BE",
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        reduced_motion="reduce",
        accept_downloads=True,
    )
    page = context.new_page()
    if at:
        page.clock.set_fixed_time(at)
    if setting:
        hand_out(page, setting, language)
    noted = watched(page, address)
    page.goto(address + address_of(Section.HAND_IN, language, PRACTICE))
    expect(page.locator(".filling")).to_be_visible()
    try:
        yield Person(page, noted, language)
    finally:
        context.close()


def files_of_example(root: Path) -> dict[str, str]:
    """The files of the good dossier of the practice call, as they stand in the repository."""
    folder = root / "submissions" / PRACTICE / EXAMPLE
    return {name: (folder / name).read_text("utf-8") for name in ("submission.yml", "README.md")}


def files_of_case(setting: Setting, id: str, case: Case) -> dict[str, str]:
    """The files that the terminal writes for a dossier."""
    return dict(files_of(setting, id, case, Language.NL))
