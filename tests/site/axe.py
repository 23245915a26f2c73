"""Asks axe what is wrong with an open page, as it looks on a desk or a phone, in light or in dark.

The script comes from the package axe-playwright-python. It is handed to the page through the
browser's own tools, which the page's Content-Security-Policy has no say in.
"""

from collections.abc import Iterator
from importlib.resources import files
from typing import Literal

from playwright.sync_api import Page

SCRIPT = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
DESK, PHONE = 1280, 320
Look = tuple[int, Literal["light", "dark"]]
"""How wide the screen is, and in which colours."""

ALL: tuple[Look, ...] = ((DESK, "light"), (DESK, "dark"), (PHONE, "light"), (PHONE, "dark"))

ASKED = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
"""All levels of WCAG up to 2.2 AA, and what axe holds for good besides."""

RUN = """asked => axe.run(document, {
  runOnly: asked, resultTypes: ["violations"], preload: false
}).then(answer => answer.violations.flatMap(
  fault => fault.nodes.map(node => `${fault.id}: ${node.target.join(" ")}`)))"""
OPEN_FOLDS = "for (const fold of document.querySelectorAll('details')) fold.open = true"


def faults(page: Page, looks: tuple[Look, ...] = ALL) -> list[str]:
    """What axe finds on the page as it is, with every fold open."""
    page.evaluate(OPEN_FOLDS)
    page.evaluate(SCRIPT)
    return [fault for look in looks for fault in _faults(page, look)]


def _faults(page: Page, look: Look) -> Iterator[str]:
    width, scheme = look
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    for fault in page.evaluate(RUN, ASKED):
        yield f"{page.url} at {width} in {scheme}: {fault}"
