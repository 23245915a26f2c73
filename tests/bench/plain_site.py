"""A plain MkDocs Material site with as many pages as ours, of the same texts: the peer of a build.

Its pages are Markdown and nothing else, only the first is in the menu (an empty menu would get them
all, at ten times the time), and nothing is searched.
"""

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

CONFIGURATION = """\
site_name: Plain
theme:
  name: material
  font: false
plugins: []
nav:
  - index.md
validation:
  nav:
    omitted_files: ignore
"""


def write(folder: Path, records: Path, pages: int) -> None:
    """Write the configuration and so many pages; when the texts are used up, they come again."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(CONFIGURATION, "utf-8")
    texts = cycle(list(_texts(records)))
    for number in range(pages):
        name = "index.md" if number == 0 else f"page-{number}/index.md"
        place = docs / name
        place.parent.mkdir(exist_ok=True)
        place.write_text(next(texts), "utf-8")


def _texts(records: Path) -> Iterator[str]:
    """What people read of each record: its texts in Markdown."""
    for path in sorted(records.glob("content/*/*/README*.md")):
        yield path.read_text("utf-8")
