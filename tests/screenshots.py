"""Takes pictures of the built site: one page of each kind, on a phone and a desk, light and dark.

`make screenshots` builds the site of the real content and writes them to `build/screenshots/`, in
each language. Of a kind the page with most on it is taken, so a new kind of page needs no change
here; beside it, what is for practice, and a search with what it finds. It also takes the picture
of the home page that the README shows.
"""

from collections.abc import Iterator
from itertools import product
from typing import Literal
from urllib.parse import quote

from playwright.sync_api import Browser, sync_playwright

from gzg.model.kinds import Kind
from gzg.site.addresses import Section, address
from gzg.site.page import Page
from gzg.site.pages.kinds import LANGUAGES, all_pages
from gzg.texts import Language
from tests.browser import LAUNCH_FLAGS, ensure_browser
from tests.site.programmes import ROOT, real_edition
from tests.site.served import served

FOLDER = ROOT / "build" / "screenshots"
README_PICTURE = ROOT / "docs" / "images" / "home.png"
README_SIZE = (1200, 800)
WIDTHS = (320, 1280)
HEIGHT = 800
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
NOT_FOUND = "404.html"
IS_SETTLED = """() => !document.querySelector("#results") || !location.search
  || document.querySelector("#results li")"""
"""Whether a search that was asked for has shown what it found."""


def fullest_pages(language: Language) -> dict[str, str]:
    """The kind of page → the address of the page of that kind that has most to show."""
    fullest: dict[str, Page] = {}
    for page in all_pages(real_edition(language)):
        kind = f"{page.section}-{page.template.removesuffix('.html')}"
        kind += "-practice" if page.record.get("demo") else ""
        if kind not in fullest or weight(page) > weight(fullest[kind]):
            fullest[kind] = page
    return {kind: page.address for kind, page in sorted(fullest.items())}


def weight(page: Page) -> int:
    return len(repr(page.record)) + len(page.body)


def addresses() -> Iterator[tuple[str, str]]:
    """The name of each picture, and the address of its page."""
    for language in LANGUAGES:
        for kind, place in fullest_pages(language).items():
            yield f"{kind}-{language}", place
        yield f"search-found-{language}", search_with_results(language)
    yield "not-found", NOT_FOUND


def search_with_results(language: Language) -> str:
    """A search for the longest word in the names of the projects."""
    index = real_edition(language).records(Kind.PROJECT)
    words = (word for record in index for word in record.id.split("-"))
    longest = max(words, key=lambda word: (len(word), word))
    return f"{address(Section.SEARCH, language)}?q={quote(longest)}"


def take(browser: Browser, root: str, width: int, scheme: Scheme) -> None:
    """Every page at this width and in these colours, whole."""
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHT}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    for name, place in addresses():
        page.goto(root + place)
        page.wait_for_load_state("networkidle")
        page.wait_for_function(IS_SETTLED)
        page.screenshot(path=FOLDER / f"{name}-{width}-{scheme}.png", full_page=True)
    context.close()


def take_for_readme(browser: Browser, root: str) -> None:
    width, height = README_SIZE
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme="light")
    page.goto(root)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=README_PICTURE)


def main() -> None:
    """Take all pictures anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    with served(ROOT / "site") as root, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(ensure_browser()), args=list(LAUNCH_FLAGS)
        )
        for width, scheme in product(WIDTHS, SCHEMES):
            take(browser, root, width, scheme)
        take_for_readme(browser, root)
        browser.close()


if __name__ == "__main__":
    main()
