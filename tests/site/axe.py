"""Asks axe what is wrong with an open page, on a desk and on a phone, in light and in dark.

The script comes from the package axe-playwright-python. It is handed to the page through the
browser's own tools, which the page's Content-Security-Policy has no say in.
"""

from collections.abc import Iterator
from importlib.resources import files
from itertools import product
from typing import Literal

from playwright.sync_api import Page

SCRIPT = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
WIDTHS = (1280, 320)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")

ASKED = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
"""All levels of WCAG up to 2.2 AA, and what axe holds for good besides."""

ABOUT_COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""All that can be different in the dark: the other rules do not look at colours."""

RUN = """asked => axe.run(document, { runOnly: asked, resultTypes: ["violations"] }).then(
  answer => answer.violations.flatMap(
    fault => fault.nodes.map(node => `${fault.id}: ${node.target.join(" ")}`)))"""
OPEN_FOLDS = "for (const fold of document.querySelectorAll('details')) fold.open = true"


def faults(page: Page) -> list[str]:
    """What axe finds on the page as it is, with every fold open."""
    page.evaluate(OPEN_FOLDS)
    page.evaluate(SCRIPT)
    return list(_faults(page))


def _faults(page: Page) -> Iterator[str]:
    for width, scheme in product(WIDTHS, SCHEMES):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        asked = ASKED if scheme == "light" else ABOUT_COLOURS
        for fault in page.evaluate(RUN, asked):
            yield f"{page.url} at {width} in {scheme}: {fault}"
