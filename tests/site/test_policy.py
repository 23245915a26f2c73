"""A browser on every kind of page: nothing on the console, from another host, or left behind."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from gzg.site.content_policy import POLICY
from gzg.texts import Language
from tests.conftest import SUB_PATH
from tests.site.kinds_of_pages import one_of_each_kind
from tests.site.programmes import gzg, keep_in_git, smallest
from tests.site.served import served, settled, watched

META = '<meta http-equiv="Content-Security-Policy"'


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    made = chromium.new_context(locale="nl-BE", viewport={"width": 1280, "height": 800})
    yield made
    made.close()


@dataclass(frozen=True)
class Seen:
    """What a browser noted on some pages; all of it empty where the pages keep to the policy."""

    console: list[str]
    foreign: list[str]
    failed: list[str]
    cookies: list[str]
    stored: list[str]

    def __bool__(self) -> bool:
        return any((self.console, self.foreign, self.failed, self.cookies, self.stored))


def visited(context: BrowserContext, host: str, addresses: list[str]) -> Seen:
    page = context.new_page()
    noted = watched(page, host)
    stored: list[str] = []
    for address in addresses:
        page.goto(f"{host}{address}", wait_until="networkidle")
        stored += settled(page).evaluate(
            "[...Object.keys(localStorage), ...Object.keys(sessionStorage)]"
        )
    cookies = [str(cookie.get("name")) for cookie in context.cookies()]
    return Seen(noted.console, noted.foreign, noted.failed, cookies, stored)


@pytest.mark.parametrize("language", Language)
def test_every_kind_of_page_keeps_to_its_policy(
    any_site: Path, context: BrowserContext, language: Language
) -> None:
    addresses = one_of_each_kind(any_site, language)
    assert len(addresses) > 15
    with served(any_site.parent) as root:
        assert not visited(context, f"{root}{any_site.name}/", addresses)


def test_a_search_keeps_to_the_policy_too(site: Path, context: BrowserContext) -> None:
    with served(site.parent) as root:
        page = context.new_page()
        noted = watched(page, root)
        page.goto(f"{root}{SUB_PATH}/en/search/?q=parking")
        expect(page.locator("#results a").first).to_be_visible()
        assert (noted.console, noted.foreign, noted.failed) == ([], [], [])


def test_every_page_has_the_policy_before_anything_that_it_is_about(site: Path) -> None:
    for path in sorted(site.rglob("*.html")):
        text = path.read_text("utf-8")
        assert text.count(META) == 1, path
        assert text.index(META) < min(text.index("<link"), text.index("<script")), path


def test_the_policy_allows_nothing_within_a_page() -> None:
    assert POLICY.startswith("default-src 'none';")
    assert "unsafe-inline" not in POLICY
    assert re.search(r"'unsafe-eval'|https?:|data:|\*", POLICY) is None


PLANTED = {
    "a script within the page": "<script>document.title = 'x'</script>",
    "a style within the page": "<style>p { color: red }</style>",
    "a style on an element": '<p style="color: red">x</p>',
    "an image of another host": '<img src="https://elders.test/x.png" alt="">',
    "a script of another host": '<script src="https://elders.test/x.js"></script>',
    "a frame": '<iframe src="https://elders.test/" title="x"></iframe>',
    "a handler on an element": '<img src="x.png" alt="" onerror="alert(1)">',
}


@pytest.mark.parametrize("planted", PLANTED.values(), ids=PLANTED.keys())
def test_what_breaks_the_policy_is_noted(
    tmp_path: Path, context: BrowserContext, planted: str
) -> None:
    head = f'<html lang="nl"><head>{META} content="{POLICY}"><link rel="icon" href="i.svg"></head>'
    (tmp_path / "i.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    (tmp_path / "x.png").write_bytes(b"")
    (tmp_path / "index.html").write_text(f"<!doctype html>{head}<body>{planted}</body></html>")
    with served(tmp_path) as root:
        assert visited(context, root, [""])


@pytest.mark.parametrize(
    "planted", ["document.cookie = 'a=b'", "localStorage.a = 1", "console.log('x')"]
)
def test_what_is_left_behind_or_said_is_noted(
    tmp_path: Path, context: BrowserContext, planted: str
) -> None:
    (tmp_path / "x.js").write_text(planted)
    (tmp_path / "i.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    page = (
        '<!doctype html><html lang="nl"><link rel="icon" href="i.svg"><script src="x.js"></script>'
    )
    (tmp_path / "index.html").write_text(page)
    with served(tmp_path) as root:
        assert visited(context, root, [""])


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The smallest programme, built for an address with a sub-path."""
    folder = tmp_path_factory.mktemp("published")
    programme = smallest(folder / "programme")
    keep_in_git(programme)
    out, address = folder / "served" / SUB_PATH, f"https://site.test/{SUB_PATH}/"
    done = gzg("build", "--root", programme, "--out", out, "--site-url", address)
    assert (done.returncode, done.stderr) == (0, "")
    return out


@pytest.mark.parametrize("wrong", ["voorbelden", "projecten/voorbeeld/x/y/voorbeeld.html"])
def test_a_wrong_address_at_any_depth_gives_a_page_that_searches(
    published: Path, context: BrowserContext, wrong: str
) -> None:
    with served(published.parent, not_found=published / "404.html") as root:
        page = context.new_page()
        noted = watched(page, root)
        page.goto(f"{root}{SUB_PATH}/{wrong}", wait_until="networkidle")
        assert (noted.console[1:], noted.foreign, len(noted.failed)) == ([], [], 1)
        field = page.locator("section[lang=nl] input")
        expect(field).to_have_value(re.sub(r".*/|\.html", "", wrong))
        field.fill("voorbeeld")
        field.press("Enter")
        expect(page.locator("#results a").first).to_be_visible()
        assert page.url.startswith(f"{root}{SUB_PATH}/zoeken/?q=voorbeeld")


def test_the_words_of_a_wrong_address_are_looked_for_in_its_language(
    published: Path, context: BrowserContext
) -> None:
    with served(published.parent, not_found=published / "404.html") as root:
        page = context.new_page()
        page.goto(f"{root}{SUB_PATH}/en/projecten/voorbeeld")
        expect(page.locator("section").first).to_have_attribute("lang", "en")
        found = page.locator(".perhaps:visible a").first
        expect(found).to_be_visible()
        assert f"/{SUB_PATH}/en/" in str(found.get_attribute("href"))


def test_the_selection_of_a_search_goes_along_to_the_other_language(
    site: Path, context: BrowserContext
) -> None:
    with served(site.parent) as root:
        page = context.new_page()
        page.goto(f"{root}{SUB_PATH}/zoeken/?q=loket&kind=Organisatie&municipality=Gent")
        page.locator("[data-language-switch]").click()
        page.wait_for_url("**/en/search/**")
        assert page.url.endswith("/en/search/?q=loket&kind=Organisation&municipality=Gent")
