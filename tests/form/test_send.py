"""A dossier leaves the browser by the forge, as a zip or in an issue; each way it is the same."""

import io
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect
from pypdf import PdfReader

from gzg.repository.digest import digest_of_files
from tests.conftest import SUB_PATH
from tests.form.changed_site import (
    GITHUB,
    MAILBOX,
    PROGRAMME,
    Changed,
    changed_site,
    with_addresses,
)
from tests.form.filling import EXAMPLE, PRACTICE, Person, files_of_example, said, somebody
from tests.form.test_draft import field, kept
from tests.site.programmes import ROOT, gzg, keep_in_git
from tests.site.served import served

FOLDER = f"submissions/{PRACTICE}/{EXAMPLE}"
COPY = "https://github.com/duinmeer/gzg"
COMPARED = f"{GITHUB}/compare/main...duinmeer:gzg:patch-1?quick_pull=1"


@pytest.fixture(scope="module")
def programme(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Changed:
    """The real content with a forge and a mailbox, and without the dossier that comes in."""
    folder = tmp_path_factory.mktemp("addresses")
    found = changed_site(site, folder, {PROGRAMME: with_addresses(GITHUB, MAILBOX)})
    shutil.rmtree(found.programme / FOLDER)
    keep_in_git(found.programme)
    return found


@pytest.fixture(scope="module")
def forge_address(programme: Changed) -> Iterator[str]:
    with served(programme.served) as root:
        yield f"{root}{SUB_PATH}/"


@dataclass
class Sender:
    """Somebody with a good dossier, before a forge that notes what is asked of it."""

    person: Person
    asked: list[str]

    @property
    def page(self) -> Page:
        """The page with the form."""
        return self.person.page

    @property
    def panel(self) -> Locator:
        """Where the ways to send stand."""
        return self.page.locator(".send")

    def follow(self, link: Locator) -> str:
        """The address that a link opens at the forge."""
        with self.page.expect_popup() as opened:
            link.click()
        opened.value.wait_for_load_state()
        opened.value.close()
        return self.asked[-1]

    def zip(self) -> dict[str, str]:
        """The files in the zip that the page gives."""
        with self.page.expect_download() as download:
            self.panel.get_by_role(
                "button", name=said("send.zip-take", name=f"{EXAMPLE}.zip")
            ).click()
        with zipfile.ZipFile(Path(download.value.path())) as archive:
            return {each: archive.read(each).decode() for each in archive.namelist()}


@contextmanager
def sender(
    chromium: Browser, address: str, *, text: str = "", readme: str = ""
) -> Iterator[Sender]:
    with somebody(chromium, address) as person:
        asked: list[str] = []

        def answer(route: Route) -> None:
            asked.append(route.request.url)
            route.fulfill(body="<title>forge</title>", content_type="text/html")

        person.page.context.route("https://github.com/**", answer)
        files = files_of_example(ROOT)
        person.open_files({**files, "README.md": readme or files["README.md"]})
        expect(field(person.page, "Projectnaam")).not_to_have_value("")
        if text:
            person.put("Het probleem", text)
        kept(person.page)
        yield Sender(person, asked)
        assert person.noted.foreign == person.noted.console == []


def link(at: Sender, key: str, **values: str) -> Locator:
    return at.panel.get_by_role("link", name=at.person.say(key, **values), exact=True)


def filled_in(address: str) -> dict[str, str]:
    return {name: value for name, [value] in parse_qs(urlsplit(address).query).items()}


def test_the_forges_page_opens_with_what_is_in_the_zip(
    chromium: Browser, forge_address: str
) -> None:
    with sender(chromium, forge_address) as at:
        files = at.zip()
        first = at.follow(link(at, "send.forge-open", file="submission.yml"))
        at.panel.get_by_label(said("send.forge-where")).fill(COMPARED)
        second = at.follow(link(at, "send.forge-open", file="README.md"))
        offered = at.follow(link(at, "send.forge-offer"))

    record, readme = f"{FOLDER}/submission.yml", f"{FOLDER}/README.md"
    assert first.startswith(f"{GITHUB}/new/main?")
    assert filled_in(first) == {"filename": record, "value": files[record]}
    assert second.startswith(f"{COPY}/new/patch-1?")
    assert filled_in(second) == {"filename": readme, "value": files[readme]}
    assert offered == f"{GITHUB}/compare/main...duinmeer:gzg:patch-1"
    assert max(len(first), len(second)) <= 8000


def test_what_is_too_long_for_an_address_goes_by_the_clipboard(
    chromium: Browser, forge_address: str
) -> None:
    with sender(chromium, forge_address, text="Wie verhuist, & blijft. " * 300) as at:
        at.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        files = at.zip()
        at.panel.get_by_label(said("send.forge-where")).fill(COMPARED)
        expect(at.panel).to_contain_text(said("send.forge-too-long", file="README.md"))
        forge = at.panel.locator(".way").first
        forge.get_by_role("button", name=said("send.copy-what", what="README.md")).click()
        expect(forge.get_by_text(said("send.copied")).first).to_be_visible()
        copied = at.page.evaluate("navigator.clipboard.readText()")
        opened = at.follow(link(at, "send.forge-open-empty", file="README.md"))

    assert copied == files[f"{FOLDER}/README.md"]
    assert filled_in(opened) == {"filename": f"{FOLDER}/README.md"}


def test_an_address_of_another_page_is_told_apart(chromium: Browser, forge_address: str) -> None:
    with sender(chromium, forge_address) as at:
        at.panel.get_by_label(said("send.forge-where")).fill(f"{GITHUB}/pull/12")
        expect(at.panel).to_contain_text(said("send.forge-no-copy"))
        expect(link(at, "send.forge-offer")).to_have_count(0)


def test_the_zip_is_taken_in_without_a_complaint(
    chromium: Browser, forge_address: str, programme: Changed, tmp_path: Path
) -> None:
    with sender(chromium, forge_address) as at:
        take = said("send.zip-take", name=f"{EXAMPLE}.zip")
        with at.page.expect_download() as download:
            at.panel.get_by_role("button", name=take).click()
        file = tmp_path / download.value.suggested_filename
        download.value.save_as(file)
        shown = at.panel.locator("code").last.inner_text()
        expect(at.panel).to_contain_text(said("send.zip-taken", name=file.name))

    done = gzg("receive", file, "--root", programme.programme, "--branch")

    assert (done.returncode, done.stderr) == (0, "")
    assert "GZG" not in done.stdout, "no code of a rule: no complaint"
    with zipfile.ZipFile(file) as archive:
        inside = {each.rpartition("/")[2]: archive.read(each) for each in archive.namelist()}
    assert shown == digest_of_files(sorted(inside.items()))


def test_the_same_dossier_is_the_same_zip(chromium: Browser, forge_address: str) -> None:
    found = []
    for _ in range(2):
        with sender(chromium, forge_address) as at, at.page.expect_download() as download:
            take = said("send.zip-take", name=f"{EXAMPLE}.zip")
            at.panel.get_by_role("button", name=take).click()
            found.append(Path(download.value.path()).read_bytes())
    assert found[0] == found[1]
    assert zipfile.ZipFile(io.BytesIO(found[0])).testzip() is None


def test_a_mail_to_the_office_begins_with_what_it_needs(
    chromium: Browser, forge_address: str
) -> None:
    with sender(chromium, forge_address) as at:
        mail = link(at, "send.zip-mail", mailbox=MAILBOX).get_attribute("href") or ""
    address = urlsplit(mail)
    assert (address.scheme, unquote(address.path)) == ("mailto", MAILBOX)
    assert f"{EXAMPLE}.zip" in parse_qs(address.query)["body"][0]


def test_an_issue_opens_with_what_is_in_the_zip(chromium: Browser, forge_address: str) -> None:
    with sender(chromium, forge_address, readme="# Leeg\n") as at:
        files = at.zip()
        opened = at.follow(link(at, "send.issue-open"))
    found = filled_in(opened)
    assert opened.startswith(f"{GITHUB}/issues/new?")
    assert found["template"] == f"dossier-{PRACTICE}.nl.yml"
    assert found["submission_yml"] == files[f"{FOLDER}/submission.yml"]
    assert found["readme_md"] == files[f"{FOLDER}/README.md"]


def test_a_dossier_too_long_for_an_issue_goes_by_the_clipboard(
    chromium: Browser, forge_address: str
) -> None:
    with sender(chromium, forge_address) as at:
        at.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        files = at.zip()
        copied: dict[str, str] = {}
        for path in files:
            at.panel.get_by_role("button", name=said("send.copy-what", what=path)).click()
            item = at.panel.get_by_role("listitem").filter(has=at.page.get_by_role("status"))
            expect(item.get_by_text(said("send.copied"))).to_have_count(len(copied) + 1)
            copied[path] = at.page.evaluate("navigator.clipboard.readText()")
        opened = at.follow(link(at, "send.issue-open-empty"))
    assert copied == files
    assert set(filled_in(opened)) == {"template", "title"}


def test_where_there_is_no_address_the_page_says_so(chromium: Browser, address: str) -> None:
    with sender(chromium, address) as at:
        expect(at.panel).to_contain_text(said("send.nowhere"))
        expect(at.panel.get_by_role("link")).to_have_count(0)
        assert set(at.zip()) == {f"{FOLDER}/submission.yml", f"{FOLDER}/README.md"}


def test_a_dossier_without_a_name_is_not_sent(chromium: Browser, address: str) -> None:
    with somebody(chromium, address) as person:
        panel = person.page.locator(".send")
        expect(panel).to_contain_text(said("send.nameless"))
        expect(panel.get_by_role("button")).to_have_count(0)


def test_on_paper_stands_the_dossier_alone(chromium: Browser, address: str) -> None:
    with sender(chromium, address) as at:
        before = text_of(at.page.pdf())
        assert at.zip()[f"{FOLDER}/README.md"] == files_of_example(ROOT)["README.md"]
        expect(at.page.locator(".unasked")).to_have_count(0)
        after = text_of(at.page.pdf())
    assert said("print.draft") in before
    assert said("print.draft") not in after
    for page in (before, after):
        for piece in ("Eén digitaal loket voor wie verhuist", "120.000 euro", "34 procent"):
            assert piece in page
        assert "Dit dossier is verzonnen, om te oefenen." in page, (
            "it stands above the first heading"
        )
        for control in ("draft.save", "send.title", "print.print", "page.check"):
            assert said(control) not in page


def text_of(pdf: bytes) -> str:
    pages = (each.extract_text() for each in PdfReader(io.BytesIO(pdf)).pages)
    return " ".join(" ".join(pages).split())
