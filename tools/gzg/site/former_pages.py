"""What the last build made of the pages of an edition, so that the next makes only what differs.

It is told in a file of the edition, beside the Markdown and never on the site: of each page how it
was made and what came of it, what was looked up for it, and of each lookup the digest of what was
found. A page holds where its file is as it was made and all its lookups find the same; none does
where the file cannot be understood, or was written by another program or for another programme.
"""

import json
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import distributions
from pathlib import Path
from typing import Any, NamedTuple

from gzg.repository.layout import PROGRAMME, REGISTER
from gzg.site.dataset import Line
from gzg.site.edition import Edition
from gzg.site.lookups import UNKNOWN, FileDigests, Lookup
from gzg.site.writer import Written, digest

_ENCODER = json.JSONEncoder(separators=(",", ":"))
_OWN = Path(__file__).parent.parent


_FEWEST_USED = 0.9
"""Of the lookups that are told, the part that pages must still ask, lest they get new numbers."""


class FormerPage(NamedTuple):
    """A page as it was made: `how` is told by `Later`, `line` is what the table has of it."""

    how: tuple[str, ...]
    written: Written
    lookups: Sequence[int]
    files: Mapping[str, str]
    line: Line | None


class FormerFiles(NamedTuple):
    """Files that are no page and were made together, by their path."""

    written: Mapping[str, Written]
    lookups: Sequence[int]


@dataclass(frozen=True)
class FormerPages:
    """All pages of an edition, by the name of their file, and what was looked up for them."""

    pages: Mapping[str, FormerPage] = field(default_factory=dict)
    files: Mapping[str, FormerFiles] = field(default_factory=dict)
    """By the name of what they are."""
    lookups: Sequence[Lookup] = ()
    """All of them; pages name each by its place here."""
    digests: Sequence[str] = ()
    """What each lookup found."""
    lines: Mapping[str, str] = field(default_factory=dict)
    """How the pages that hold were told, by the name of their file: they are told so again."""


NOTHING = FormerPages()


def read(file: Path, basis: str) -> FormerPages:
    """What was told of the pages that were made with the same basis; nothing where that is not."""
    try:
        told, _, text = file.read_bytes().partition(b"\n")
        if not basis or told.decode() != f"{basis} {digest(text)}":
            return NOTHING
    except (OSError, ValueError):
        return NOTHING
    first, *lines = text.decode().split("\n")
    lookups, digests, files = json.loads(first)
    pages = json.loads(f"[{','.join(lines)}]")
    return FormerPages(
        {name: _page(*values) for name, *values in pages},
        {name: _files(*values) for name, values in files.items()},
        [tuple(each) for each in lookups],
        digests,
        {page[0]: line for page, line in zip(pages, lines, strict=True)},
    )


def _page(
    how: Sequence[str],
    written: Sequence[Any],
    lookups: Sequence[int],
    files: Mapping[str, str],
    line: Sequence[Any] | None,
) -> FormerPage:
    return FormerPage(tuple(how), Written(*written), lookups, files, Line(*line) if line else None)


def _files(written: Mapping[str, Sequence[Any]], lookups: Sequence[int]) -> FormerFiles:
    return FormerFiles({path: Written(*each) for path, each in written.items()}, lookups)


def remember(file: Path, basis: str, found: FormerPages) -> None:
    """Tell of the pages of an edition that are in their place."""
    text = _text(_without_unused(found)).encode()
    beside = file.with_name(f".{file.name}")
    beside.write_bytes(f"{basis} {digest(text)}\n".encode() + text)
    beside.replace(file)


def _text(found: FormerPages) -> str:
    """A line of JSON for what is no page, and one for each page."""
    first = _ENCODER.encode((found.lookups, found.digests, found.files))
    lines = (
        found.lines.get(name) or _ENCODER.encode((name, *page))
        for name, page in found.pages.items()
    )
    return "\n".join((first, *lines))


def _without_unused(found: FormerPages) -> FormerPages:
    """The same without the lookups that no page asks any more, once these are many."""
    of_pages = (page.lookups for page in found.pages.values())
    of_files = (each.lookups for each in found.files.values())
    used = sorted(set[int]().union(*of_pages, *of_files))
    if len(used) >= _FEWEST_USED * len(found.lookups):
        return found
    number = {old: new for new, old in enumerate(used)}

    def renumbered(lookups: Sequence[int]) -> list[int]:
        return [number[old] for old in lookups]

    return FormerPages(
        {k: each._replace(lookups=renumbered(each.lookups)) for k, each in found.pages.items()},
        {k: each._replace(lookups=renumbered(each.lookups)) for k, each in found.files.items()},
        [found.lookups[old] for old in used],
        [found.digests[old] for old in used],
    )


def basis_of(edition: Edition, files: FileDigests | None = None) -> str:
    """The digest of what every page of an edition is made with; nothing where it cannot be told."""
    files = FileDigests(edition.catalogue.repository) if files is None else files
    content = [files[PROGRAMME], files[REGISTER]]
    if UNKNOWN in content:
        return ""
    parts = (*content, edition.language, str(edition.zone), programs())
    return digest("\n".join(parts).encode())


@cache
def programs() -> str:
    """The digest of our own code and texts, and the version of every other program there is."""
    found = (path for path in _OWN.rglob("*") if "__pycache__" not in path.parts)
    paths = sorted(path for path in found if path.is_file())
    own = (f"{path.relative_to(_OWN)} {digest(path.read_bytes())}" for path in paths)
    others = sorted(f"{each.name} {each.version}" for each in distributions())
    return digest("\n".join((platform.python_version(), *others, *own)).encode())
