"""The pages of one edition in the docs folder: those that must be made, beside those that hold.

A page that the last build made is left as it is where everything that was looked up for it is the
same (`site.former_pages`). What is the same for all editions is in `site.docs_folder`.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from gzg.site.addresses import ROOTS, file_of
from gzg.site.dataset import Line, line_of
from gzg.site.edition import Edition
from gzg.site.former_pages import FormerFiles, FormerPage, FormerPages
from gzg.site.later import Later
from gzg.site.lookups import UNKNOWN, FileDigests, Lookups
from gzg.site.page import Page
from gzg.site.pages.kinds import pages_in_turn, with_history
from gzg.site.watched import Notes, WatchedEdition
from gzg.site.writer import Written, stands, write_beside, write_files, write_page

Files = Callable[[Edition], Mapping[str, bytes]]
"""Makes files that are no page: their path on the site → their bytes."""


class EditionPages:
    """What an edition has in the docs folder, made one after the other."""

    def __init__(
        self,
        docs: Path,
        edition: Edition,
        former: FormerPages,
        digests: FileDigests | None = None,
    ) -> None:
        self.files: dict[str, Written] = {}
        self.lines: list[Line] = []
        """What the table for download has of each page."""
        self.made: set[str] = set()
        """The pages that did not hold."""
        self._docs, self._edition, self._former = docs, edition, former
        self._repository = edition.catalogue.repository
        self._pages: dict[str, FormerPage] = {}
        self._sets: dict[str, FormerFiles] = {}
        self._lookups = Lookups(edition, digests)
        self._digests = self._lookups.digests(former.lookups)
        self._differing = frozenset(
            number
            for number, (now, then) in enumerate(zip(self._digests, former.digests, strict=True))
            if now != then or now == UNKNOWN
        )
        self._notes = Notes(former.lookups)
        self._watched = WatchedEdition(edition, self._notes)

    def write_pages(self, roots: Sequence[str]) -> None:
        """Write the pages that do not hold any more.

        Of two pages with the same address the first is kept: hand-written pages come last in the
        table, so they cannot hide a record.
        """
        own = ROOTS[self._edition.language]
        for page in pages_in_turn(self._edition):
            if _is_own(page.address, own, roots) and file_of(page.address) not in self.files:
                self._do(page)

    def write_files(self, name: str, make: Files) -> None:
        """Write files that are no page, where they do not hold any more."""
        former = self._former.files.get(name)
        if not former or not self._hold(former.written, former.lookups):
            written = write_files(make(self._watched), self._docs)
            former = FormerFiles(written, self._notes.taken())
        self._sets[name] = former
        self.files |= former.written

    def told(self) -> FormerPages:
        """What the next build must know of it."""
        lookups = list(self._notes.numbers)
        new = self._lookups.digests(lookups[len(self._digests) :])
        lines = {
            name: line
            for name, line in self._former.lines.items()
            if name in self._pages and name not in self.made
        }
        return FormerPages(self._pages, self._sets, lookups, self._digests + new, lines)

    def _do(self, page: Page | Later) -> None:
        name = file_of(page.address)
        if isinstance(page, Page):
            self.files |= write_page(
                with_history(self._edition, page), self._repository, self._docs
            )
            self._add_line(line_of(page))
            return
        former = self._former.pages.get(name)
        if former and former.how == page.how and self._holds(name, former):
            beside = write_beside(page.address, former.files, self._repository, self._docs)
        else:
            former, beside = self._made(name, page)
        self._pages[name] = former
        self.files |= {name: former.written, **beside}
        self._add_line(former.line)

    def _made(self, name: str, later: Later) -> tuple[FormerPage, dict[str, Written]]:
        self.made.add(name)
        page = with_history(self._watched, later.made(self._watched))
        files = write_page(page, self._repository, self._docs)
        own, lookups = files.pop(name), self._notes.taken()
        return FormerPage(later.how, own, lookups, page.files, line_of(page)), files

    def _holds(self, name: str, former: FormerPage) -> bool:
        return self._hold({name: former.written}, former.lookups)

    def _hold(self, written: Mapping[str, Written], lookups: Sequence[int]) -> bool:
        """Whether all that was looked up is the same, and the files are as they were made."""
        return self._differing.isdisjoint(lookups) and all(
            stands(f"{self._docs}/{name}", each.size, each.changed)
            for name, each in written.items()
        )

    def _add_line(self, line: Line | None) -> None:
        if line:
            self.lines.append(line)


def _is_own(address: str, own: str, roots: Sequence[str]) -> bool:
    """Whether a page stands under the root of its own language: `en/` is the English home."""
    return not any(len(root) > len(own) and address.startswith(root) for root in roots)
