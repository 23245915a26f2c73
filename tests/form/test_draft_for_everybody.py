"""Keeping, merging and sending for who uses a keyboard, a screen reader or a phone."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from gzg.texts import Language
from tests.conftest import SUB_PATH
from tests.form.changed_site import GITHUB, MAILBOX, PROGRAMME, changed_site, with_addresses
from tests.form.filling import Person, files_of_example, somebody
from tests.form.test_draft import field, kept
from tests.form.test_merge import take
from tests.site.axe import faults
from tests.site.programmes import ROOT
from tests.site.served import served

TITLES = {Language.NL: "Projectnaam", Language.EN: "Project name"}


@pytest.fixture(scope="module")
def sending(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site of the real content with a forge and a mailbox."""
    folder = tmp_path_factory.mktemp("sending")
    found = changed_site(site, folder, {PROGRAMME: with_addresses(GITHUB, MAILBOX)})
    with served(found.served) as root:
        yield f"{root}{SUB_PATH}/"


def version_of_partner(person: Person, folder: Path) -> Path:
    """The file of somebody who changed a title and a text, and answered what is not asked."""
    page = person.page
    person.open_files(files_of_example(ROOT))
    kept(page)
    with page.expect_download() as download:
        page.get_by_role("button", name=person.say("draft.save")).click()
    found = json.loads(Path(download.value.path()).read_text("utf-8"))
    found["dossier"]["data"]["title"] = "Van de partner"
    found["dossier"]["texts"] |= {"pitch/Het probleem": "Anders.", "weg/Oud": "Verdwenen."}
    place = folder / "partner.gzg.json"
    place.write_text(json.dumps(found), "utf-8")
    return place


@pytest.mark.parametrize("language", Language)
def test_axe_finds_nothing_while_two_versions_are_merged(
    chromium: Browser, sending: str, tmp_path: Path, language: Language
) -> None:
    with somebody(chromium, sending, language=language) as person:
        page = person.page
        file = version_of_partner(person, tmp_path)
        person.put(TITLES[language], "Van de penhouder")
        take(page, file)
        page.get_by_role("button", name=person.say("draft.merge-do")).click()
        expect(page.get_by_text(person.say("draft.merge-choose"))).to_be_visible()
        page.get_by_label(person.say("send.forge-where")).fill("https://github.com/o/r/pull/1")
        page.get_by_role("button", name=person.say("print.show")).click()
        expect(page.locator(".dossier")).to_be_visible()
        assert faults(page) == []


def test_versions_are_merged_by_keyboard_alone(
    chromium: Browser, sending: str, tmp_path: Path
) -> None:
    with somebody(chromium, sending) as person:
        page = person.page
        file = version_of_partner(person, tmp_path)
        person.put("Projectnaam", "Van de penhouder")
        take(page, file)
        expect(page.get_by_role("heading", name=person.say("draft.merge-title"))).to_be_focused()
        person.press("Tab", "ArrowDown", "Enter")

        expect(page.get_by_text(person.say("draft.merged"))).to_be_visible()
        expect(page.locator(".draft input[type=file]")).to_be_focused()
        expect(field(page, "Projectnaam")).to_have_value("Van de partner")


def test_nothing_is_wider_than_a_narrow_phone(
    chromium: Browser, sending: str, tmp_path: Path
) -> None:
    with somebody(chromium, sending, width=320) as person:
        page = person.page
        file = version_of_partner(person, tmp_path)
        person.put("Projectnaam", "Een titel die langer is dan een telefoon breed is")
        take(page, file)
        expect(page.locator(".merge")).to_be_visible()
        page.get_by_role("button", name=person.say("print.show")).click()
        expect(page.locator(".dossier")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
