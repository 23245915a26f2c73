"""A plain MkDocs Material site with as many pages as ours, of the same texts: the peer of a build.

Each page has what a record tells, as somebody without gzg would write it: the text, and the fields
as a table and lists in Markdown. Only the first page is in the menu, because an empty menu would
get them all, at ten times the time; nothing is searched. As a program: writes such a site.
"""

import sys
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import yaml

CONFIGURATION = """\
site_name: Plain
theme:
  name: material
  font: false
plugins: []
markdown_extensions: [tables]
nav:
  - index.md
validation:
  nav:
    omitted_files: ignore
  links:
    not_found: ignore
    unrecognized_links: ignore
"""
DATA_FILES = ("call.yml", "project.yml", "blueprint.yml")


def write(folder: Path, records: Path, pages: int) -> None:
    """Write the configuration and so many pages; when the records are used up, they come again."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(CONFIGURATION, "utf-8")
    for number, text in enumerate(islice(cycle(list(_texts(records))), pages)):
        place = docs / (f"page-{number}/index.md" if number else "index.md")
        place.parent.mkdir(exist_ok=True)
        place.write_text(text, "utf-8")


def _texts(records: Path) -> Iterator[str]:
    """What each record with a folder of its own tells."""
    for path in sorted(records.glob("content/*/*/*.yml")):
        if path.name in DATA_FILES:
            data = yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)
            readme = path.with_name("README.md").read_text("utf-8")
            yield "\n".join((readme, *_fields(data)))


def _fields(data: dict[str, object]) -> Iterator[str]:
    """The simple fields as a table, then every other one under a heading of its own."""
    yield from ("## Fields", "", "| Field | Value |", "| --- | --- |")
    lists = {key: value for key, value in data.items() if _is_list_of_mappings(value)}
    yield from (f"| {key} | {_line(value)} |" for key, value in data.items() if key not in lists)
    for key, items in lists.items():
        assert isinstance(items, list)
        yield from ("", f"### {key}", "", *(f"- {_line(item)}" for item in items))


def _is_list_of_mappings(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)


def _line(value: object) -> str:
    """A value on one line; of a text in two languages the Dutch one."""
    if isinstance(value, dict):
        if "nl" in value:
            return str(value["nl"])
        return "; ".join(f"{key}: {_line(inner)}" for key, inner in value.items())
    if isinstance(value, list):
        return ", ".join(_line(inner) for inner in value)
    return str(value)


if __name__ == "__main__":
    write(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
