"""Which pages of a built site stand for all others: of each kind the heaviest, by its files alone.

What a page is follows from its address: the names of folders are those of a kind of page, but for
every second one, which is the name of a record.
"""

from pathlib import Path

from gzg.texts import Language

INDEX = "index.html"


def one_of_each_kind(site: Path, language: Language) -> list[str]:
    """The addresses, relative to the site."""
    heaviest: dict[tuple[str, ...], tuple[int, str]] = {}
    for path in site.rglob(INDEX):
        address = path.parent.relative_to(site).as_posix() + "/"
        found = path.stat().st_size, "" if address == "./" else address
        if (found[1] + "/").startswith("en/") == (language is Language.EN):
            kind = kind_of(found[1])
            heaviest[kind] = max(heaviest.get(kind, (0, "")), found)
    return sorted(address for _, address in heaviest.values())


def kind_of(address: str) -> tuple[str, ...]:
    """The folders of an address without the names of records and the numbers of pages."""
    folders = address.removeprefix("en/").rstrip("/").split("/")
    return tuple(
        "" if place % 2 or folder.isdigit() else folder for place, folder in enumerate(folders)
    )
