"""A docs folder that is built again and again, held against one that is made anew each time."""

import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from gzg.figures.compute import compute
from gzg.repository import layout
from gzg.repository.catalogue import Catalogue
from gzg.repository.repository import Repository
from gzg.repository.tree import MemoryTree
from gzg.site.addresses import ROOTS, file_of
from gzg.site.edition import Edition
from gzg.site.edition_pages import EditionPages
from gzg.site.former_pages import basis_of, read, remember
from gzg.site.history import History
from gzg.site.later import Later, finished
from gzg.site.markdown_file import rendered
from gzg.site.pages import rules
from gzg.site.pages.kinds import pages_in_turn, with_history
from gzg.texts import Language
from tests.site.every_field import every_field
from tests.site.programmes import ZONE

EVERY_CHANGE = "GZG_EXAMPLES" in os.environ
"""Whether more is tried than time allows each time."""

Files = Mapping[str, bytes]

COMMITTED = datetime(2024, 5, 1, 9, tzinfo=UTC)
BASE = every_field()
RECORDS = sorted(path for path in BASE if layout.record_at(path))
ROOT = list(ROOTS.values())


def edition(
    files: Files,
    language: Language,
    changed: Mapping[str, datetime] | None = None,
    past: Mapping[str, History] | None = None,
) -> Edition:
    catalogue = Catalogue(Repository(MemoryTree(files)))
    changes = dict.fromkeys(files, COMMITTED) | dict(changed or {})
    return Edition(catalogue, compute(catalogue), language, ZONE, changes, past or {})


class Site:
    """A docs folder that is built again and again, each time with what the last one told."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def build(self, made_from: Edition) -> set[str]:
        """Build, compare with what is made anew, and say which pages were made."""
        language, basis = made_from.language, basis_of(made_from)
        docs = self.folder / language
        docs.mkdir(parents=True, exist_ok=True)
        memory = self.folder / f"pages-{language}.json"
        work = EditionPages(docs, made_from, read(memory, basis))
        work.write_pages(ROOT)
        remember(memory, basis, work.told())
        right = anew(made_from)
        found = {name: (docs / name).read_bytes() for name in work.files if name in right}
        assert len(found) == len(right)
        assert [name for name in right if right[name] != found[name]] == []
        return set(work.made)


def anew(of: Edition) -> dict[str, bytes]:
    """Every page of an edition but those of the rules, by the name of its file."""
    found: dict[str, bytes] = {}
    for later in pages_in_turn(of):
        is_rule = isinstance(later, Later) and later.make.__module__ == rules.__name__
        if not is_rule and (of.language == Language.EN or not later.address.startswith("en/")):
            (page,) = finished(of, [later])
            text = rendered(with_history(of, page))
            found.setdefault(file_of(page.address), text.encode())
    return found


def built(folder: Path) -> Site:
    """The site of the programme in which nothing has changed yet, in both languages."""
    found = Site(folder)
    for language in Language:
        found.build(edition(BASE, language))
    return found
