"""Takes the pictures of reports that the documents show, from the golden reports of the tests.

`.venv/bin/python -m tests.pictures_of_reports` writes them to `docs/images/`. They show the report
itself; what a forge puts around it is left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt
from playwright.sync_api import Page, sync_playwright

from gzg.texts import Language, say
from tests.browser import LAUNCH_FLAGS, ensure_browser

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "intake" / "golden"
IMAGES = ROOT / "docs" / "images"
WIDTH = 860
HEADING = "### "

STYLE = """
body { margin: 0; background: #fff }
main { box-sizing: border-box; padding: 20px 24px; font: 15px/1.5 "DejaVu Sans", sans-serif }
h2 { margin: 0 0 12px; padding-bottom: 6px; border-bottom: 1px solid #d0d7de; font-size: 22px }
h3 { margin: 20px 0 10px; font-size: 17px }
p, ul { margin: 0 0 10px } li { margin: 3px 0 }
table { border-collapse: collapse; font-size: 13px }
th, td { border: 1px solid #d0d7de; padding: 4px 9px; text-align: left }
tr:nth-child(even) td { background: #f6f8fa }
code { padding: 1px 4px; border-radius: 4px; background: #eff1f3; font: 13px "DejaVu Sans Mono" }
a { color: #0757b0 }
"""


@dataclass(frozen=True)
class Picture:
    """Which sections of which golden report; the first section has no key."""

    name: str
    golden: str
    sections: tuple[str | None, ...]


PICTURES = (
    Picture("report-refused", "several-faults", (None, "conditions", "faults")),
    Picture("report-admissible", "good", (None, "consortium", "budget")),
    Picture("report-receipt", "good", ("similar", "receipt")),
)


def half(report: str, language: Language) -> str:
    """The report in one language: Dutch comes first, English is folded in."""
    dutch, _, rest = report.partition("<details>")
    english = rest.partition("</summary>")[2].partition("</details>")[0]
    return dutch if language is Language.NL else english


def sections(report: str, wanted: tuple[str | None, ...], language: Language) -> Iterator[str]:
    """The wanted sections, as they stand in the report."""
    first, *others = f"\n{report}".split(f"\n{HEADING}")
    by_title = {other.partition("\n")[0]: f"{HEADING}{other}" for other in others}
    for key in wanted:
        yield by_title[say("pull-request", key, language)] if key else first


def html(picture: Picture, language: Language) -> str:
    """The page that is photographed."""
    report = half((GOLDEN / f"{picture.golden}.md").read_text("utf-8"), language)
    text = "\n\n".join(sections(report, picture.sections, language))
    body = MarkdownIt("commonmark").enable("table").render(text)
    head = f"<meta charset=utf-8><style>{STYLE}</style>"
    return f"<!doctype html><html lang={language}>{head}<main>{body}</main>"


def take(page: Page, folder: Path) -> None:
    """Write every picture in both languages."""
    for picture in PICTURES:
        for language in Language:
            page.set_content(html(picture, language))
            file = folder / f"{picture.name}.{language}.png"
            page.locator("main").screenshot(path=file)


def main() -> None:
    """Take all pictures anew."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(ensure_browser()), args=list(LAUNCH_FLAGS)
        )
        take(browser.new_page(viewport={"width": WIDTH, "height": 600}), IMAGES)
        browser.close()


if __name__ == "__main__":
    main()
