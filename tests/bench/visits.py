"""What a visit costs: how heavy pages are and how soon they can be used, and what a query takes.

As a program it visits one built site and prints what it found as JSON; apart from the benchmark
itself, which is to stay small.
"""

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page

from gzg.site.addresses import Section, address
from gzg.texts import Language
from tests.bench.static_host import Host, hosted
from tests.bench.visited import WORDS
from tests.site.served import browser

SLOW = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
"""A phone on a slow 4G network, as Lighthouse takes it: 150 ms, 1.6 and 0.75 Mbit/s
(https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md)."""

ROUNDS = 3

BETWEEN_KEYS = 100
"""Milliseconds: of somebody who types well."""

SETTLED = 1_000
"""Milliseconds after the first answer: until the results of the last key have replaced it."""

USABLE = """() => Math.max(
  performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Infinity,
  performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd)"""
"""When the page shows its content and its scripts have run, in milliseconds from the click."""

NOTE_TIMES = """() => {
  addEventListener("input", () => { window.lastKey = performance.now(); });
  new MutationObserver(() => { window.answered = performance.now(); })
    .observe(document.querySelector("#results"), { childList: true });
}"""
ANSWERED = """() => new Promise(done => {
  const look = () => window.answered > window.lastKey ? done() : setTimeout(look, 20);
  look();
})"""
TAKEN = "window.answered - window.lastKey"


def pages(chromium: Browser, host: Host, site: Path) -> dict[str, float]:
    """The home page, the heaviest page of a project, and the heaviest with a form."""
    places = {
        "home": "",
        "project": heaviest(site, Section.PROJECTS),
        "form": heaviest(site, Section.HAND_IN),
    }
    found: dict[str, float] = {}
    for name, place in places.items():
        visits = [page_visit(chromium, host, place) for _ in range(ROUNDS)]
        found |= _middle(name, visits)
    return found


def queries(chromium: Browser, host: Host, _site: Path) -> dict[str, float]:
    """Each of the words, asked by somebody who has just come to the search page."""
    found: dict[str, float] = {}
    for word in WORDS:
        found |= _middle(word, [query_visit(chromium, host, word) for _ in range(ROUNDS)])
    return found


def heaviest(site: Path, section: Section) -> str:
    """The address of the record in a section whose page is the largest file."""
    folder = address(section, Language.NL)
    found = ((path.stat().st_size, path.parent.name) for path in site.glob(f"{folder}*/index.html"))
    return f"{folder}{max(found)[1]}/"


def page_visit(chromium: Browser, host: Host, place: str) -> tuple[float, float]:
    """Kilobytes and seconds of a first visit over a slow network."""
    before, page = host.sent, _fresh_page(chromium)
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW)
    page.goto(host.address + place, wait_until="networkidle")
    taken: float = page.evaluate(USABLE)
    page.context.close()
    return (host.sent - before) / 1000, taken / 1000


def query_visit(chromium: Browser, host: Host, word: str) -> tuple[float, float]:
    """Kilobytes from the first key on, and seconds from the last key to the results."""
    page = _fresh_page(chromium)
    page.goto(host.address + address(Section.SEARCH, Language.NL), wait_until="networkidle")
    page.evaluate(NOTE_TIMES)
    before = host.sent
    page.locator("#words").press_sequentially(word, delay=BETWEEN_KEYS)
    page.evaluate(ANSWERED)
    page.wait_for_timeout(SETTLED)
    taken: float = page.evaluate(TAKEN)
    page.context.close()
    return (host.sent - before) / 1000, taken / 1000


def _fresh_page(chromium: Browser) -> Page:
    return chromium.new_context(locale="nl-BE", viewport={"width": 390, "height": 800}).new_page()


def _middle(name: str, visits: list[tuple[float, float]]) -> dict[str, float]:
    """The middle of several visits."""
    return {
        f"{name} kilobytes": median(size for size, _ in visits),
        f"{name} seconds": median(seconds for _, seconds in visits),
    }


MEASURES: Mapping[str, Callable[[Browser, Host, Path], dict[str, float]]] = {
    "pages": pages,
    "queries": queries,
}


if __name__ == "__main__":
    _site = Path(sys.argv[2])
    with browser() as _chromium, hosted(_site) as _host:
        print(json.dumps(MEASURES[sys.argv[1]](_chromium, _host, _site)))  # noqa: T201
