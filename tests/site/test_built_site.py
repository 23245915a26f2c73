"""The site of the real content, as a visitor's browser and a crawler see it."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.site.served import watched

HOST = "https://site.test/"
PAGE_KINDS = (
    "",
    "oproepen/",
    "oproepen/oproep-5/",
    "oproepen/oefenoproep/",
    "oproepen/oefenoproep/dossiers/digitaal-loket-verbeterd/",
    "projecten/",
    "projecten/burgerloket/",
    "herbruikbaar/",
    "herbruikbaar/draagbare-eid-kit/",
    "organisaties/",
    "organisaties/gent/",
    "organisaties/iok/",
    "wie-werkt-met-wie/",
    "cijfers/",
    "nieuws/",
    "nieuws/oproep-5-beslist/",
    "bronnen/",
    "onbekend/",
    "regels/",
    "regels/GZG101/",
    "over/",
    "zoeken/",
)


class Links(HTMLParser):
    """What an HTML file asks for, leads to, and can be led to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.targets: list[tuple[str, str]] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            if name in {"href", "src", "action", "data-index"} and value is not None:
                self.targets.append((tag, value))


def html_files(site: Path) -> Iterator[tuple[str, Links]]:
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), Links(path.read_text("utf-8"))


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(locale="nl-BE")
    yield context.new_page()
    context.close()


def test_a_project_is_found_by_a_word_of_its_text_and_narrowed_by_municipality(
    page: Page, address: str
) -> None:
    noted = watched(page, address)
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("registratie klacht")
    page.keyboard.press("Enter")
    title = "Digitalisering volledige customer journey parkeren en GAS4/5"
    expect(page.locator("#results a").first).to_have_text(title)
    page.locator("#words").fill("parkeren")
    page.get_by_label("Gemeente").focus()
    page.get_by_label("Gemeente").select_option("Hasselt")
    page.get_by_label("Soort", exact=True).select_option("Project")
    expect(page.locator("#results a")).to_have_text([title])
    assert "municipality=Hasselt" in page.url
    page.locator("#results a").click()
    expect(page.locator("h1")).to_have_text(title)
    assert page.url == f"{address}projecten/digitale-klantenreis-parkeren-gas/"
    assert (noted.console, noted.foreign, noted.failed) == ([], [], [])


def test_whoever_is_there_before_the_script_gets_all_values_and_keeps_every_word(
    page: Page, address: str
) -> None:
    held: list[Route] = []
    page.route("**/search.js", lambda route: held.append(route))
    page.goto(f"{address}zoeken/", wait_until="commit")
    page.locator("#words").fill("parkeren")
    page.get_by_label("Gemeente").focus()
    expect(page.get_by_label("Gemeente").locator("option")).to_have_count(1)
    held[0].continue_()
    page.get_by_label("Gemeente").select_option("Hasselt")
    expect(page.locator("#words")).to_have_value("parkeren")
    expect(page.locator("#results a").first).to_be_visible()


def test_a_shared_address_shows_the_same_selection(page: Page, address: str) -> None:
    page.goto(f"{address}zoeken/?kind=Project&municipality=Hasselt")
    expect(page.locator("#results a")).to_have_count(1)
    expect(page.get_by_label("Gemeente")).to_have_value("Hasselt")
    page.get_by_role("button", name="Wis alles").click()
    expect(page.locator("#results a")).to_have_count(0)
    assert page.url == f"{address}zoeken/"


def test_a_result_says_what_helps_to_choose_and_nothing_of_what_is_missing(
    page: Page, address: str
) -> None:
    page.goto(f"{address}zoeken/?q=parkeren")
    found = page.locator("#results li").filter(has_text="GAS4/5").filter(has_text="Project").first
    expect(found.locator(".meta")).to_have_text(
        "Oproep 1: innovatieve concepten · toegekend · 2021"
    )
    expect(page.locator("#results")).not_to_contain_text("niet in de bronnen")


def test_practice_is_found_as_practice_and_under_no_call(page: Page, address: str) -> None:
    page.goto(f"{address}zoeken/?kind=Oefening")
    expect(page.locator("#results .tag").first).to_have_text("Oefening")
    page.goto(f"{address}zoeken/?q=loket")
    expect(page.locator("#results a").first).to_be_visible()
    expect(page.get_by_label("Oproep")).not_to_contain_text("oefenoproep", ignore_case=True)


def test_a_word_that_is_nowhere_gives_an_answer_too(page: Page, address: str) -> None:
    page.goto(f"{address}zoeken/?q=xyzzyxyzzy")
    expect(page.get_by_role("status")).to_contain_text("Niets gevonden")


def test_the_search_loads_nothing_before_it_is_used(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}projecten/burgerloket/")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "pagefind" in url] == []


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_every_kind_of_page_is_quiet_and_fits_a_narrow_screen(
    page: Page, address: str, kind: str
) -> None:
    noted = watched(page, address)
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(address + kind)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert page.locator("h1").count() == 1
    assert (noted.console, noted.foreign, noted.failed) == ([], [], [])


def test_a_closed_call_says_so_from_the_visitors_clock(page: Page, address: str) -> None:
    page.clock.set_fixed_time("2022-05-01T12:00:00Z")
    page.goto(f"{address}oproepen/oproep-5/")
    expect(page.locator(".badge").first).to_have_text("Open")
    page.clock.set_fixed_time("2022-07-01T22:00:00Z")
    page.reload()
    expect(page.locator(".badge").first).to_have_text("Gesloten")


def test_a_call_is_started_in_one_click_as_long_as_it_is_open(page: Page, address: str) -> None:
    page.goto(f"{address}oproepen/oefenoproep/")
    expect(page.locator(".lead .badge").first).to_have_text("Open")
    expect(page.get_by_role("link", name="Aan de slag")).to_be_visible()
    page.route("**/oproepen/oefenoproep/", _closed_long_ago)
    page.reload()
    expect(page.locator(".lead .badge").first).to_have_text("Gesloten")
    expect(page.get_by_role("link", name="Aan de slag")).to_be_hidden()


def _closed_long_ago(route: Route) -> None:
    answer = route.fetch()
    text = answer.text().replace('data-closes=""', 'data-closes="2020-01-31T12:00:00+01:00"')
    route.fulfill(response=answer, body=text)


def test_every_link_and_file_of_the_site_is_there(site: Path) -> None:
    ids = {name: set(links.ids) for name, links in html_files(site)}
    broken = []
    for name, links in html_files(site):
        base = HOST if name == "404.html" else urljoin(HOST, name)
        for _, target in links.targets:
            url = urlsplit(urljoin(base, target))
            if not url.geturl().startswith(HOST):
                continue
            path = unquote(url.path).lstrip("/")
            file = f"{path}index.html" if path.endswith("/") or not path else path
            is_there = (site / file).is_file()
            fragment = unquote(url.fragment)
            if not is_there or (fragment and fragment not in ids.get(file, {fragment})):
                broken.append((name, target))
    assert broken == []


def test_no_page_asks_another_host_for_anything(site: Path) -> None:
    fetched = ("link", "script", "img", "iframe", "source", "video", "audio", "form")
    asked = [
        (name, target)
        for name, links in html_files(site)
        for tag, target in links.targets
        if tag in fetched and urlsplit(target).netloc
    ]
    assert asked == []


def test_no_style_or_script_asks_another_host_for_anything(site: Path) -> None:
    own = [*site.glob("assets/gzg/*.css"), *site.glob("assets/gzg/*.js")]
    assert own
    assert [path.name for path in own if re.search(r"(?:https?:)?//\w", code_of(path))] == []


def code_of(path: Path) -> str:
    return re.sub(r"^\s*//.*$", "", path.read_text("utf-8"), flags=re.MULTILINE)


@pytest.mark.parametrize("call", ["oproep-1", "oproep-5"])
def test_a_closed_call_lists_its_parts_and_begins_with_its_results(site: Path, call: str) -> None:
    text = (site / "oproepen" / call / "index.html").read_text("utf-8")
    _, _, contents = text.partition('<nav class="contents"')
    listed = re.findall(r'href="#([^"]+)"', contents.partition("</nav>")[0])
    assert listed == re.findall(r'<h2 id="([^"]+)"', text)
    assert listed[0] == "s-results"


def test_no_id_stands_twice_on_a_page(site: Path) -> None:
    doubled = {
        name: sorted({id for id in links.ids if links.ids.count(id) > 1})
        for name, links in html_files(site)
    }
    assert {name: ids for name, ids in doubled.items() if ids} == {}


def test_every_page_says_when_it_last_changed(site: Path) -> None:
    text = (site / "projecten/burgerloket/index.html").read_text("utf-8")
    assert 'Laatst gewijzigd op <time datetime="2024-05-01">1 mei 2024</time>' in text


def test_only_the_content_is_indexed(site: Path) -> None:
    indexed = [
        name
        for name, _ in html_files(site)
        if "data-pagefind-body" in (site / name).read_text("utf-8")
    ]
    assert "projecten/burgerloket/index.html" in indexed
    assert not {"projecten/index.html", "zoeken/index.html", "404.html"} & set(indexed)


def test_the_page_for_a_wrong_address_speaks_both_languages(site: Path) -> None:
    text = (site / "404.html").read_text("utf-8")
    assert "Deze pagina bestaat niet" in text
    assert "This page does not exist" in text


def test_nothing_of_materials_own_look_is_published(site: Path) -> None:
    assert sorted(path.name for path in (site / "assets").iterdir()) == ["gzg"]
