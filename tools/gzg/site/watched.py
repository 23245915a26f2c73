"""An edition that notes everything that is looked up in it while a page is made.

Whatever a page asks of an edition, its catalogue or its files either is noted under a name of its
own, or notes that everything was looked up, so that the page is made again every time. Not noted
is what never changes without all pages being made again: the programme and the register.
`tests/site/test_watched.py` holds that nothing can be asked past this.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence, Set
from datetime import date
from typing import TypeVar, cast

from gzg.model.kinds import Kind
from gzg.model.organisation import Municipality
from gzg.repository.repository import Record
from gzg.site.edition import Edition, ProjectsByOrganisation
from gzg.site.lookups import EVERYTHING, Lookup
from gzg.site.made_once import MadeOnce
from gzg.site.page import Data
from gzg.site.watched_catalogue import WatchedCatalogue
from gzg.site.watched_collections import Note, WatchedMapping, WatchedSequence

T = TypeVar("T")


class Notes:
    """The lookups of one page after another; each lookup has the same number on every page."""

    def __init__(self, known: Iterable[Lookup] = ()) -> None:
        self.numbers = {lookup: number for number, lookup in enumerate(known)}
        self._page: set[int] = set()

    def note(self, lookup: Lookup) -> None:
        """Note a lookup for the page that is being made."""
        self._page.add(self.numbers.setdefault(lookup, len(self.numbers)))

    def during(self, make: Callable[[], T]) -> tuple[T, Set[int]]:
        """What is made, and what was noted for it; the page has that too."""
        page, self._page = self._page, set()
        try:
            return make(), self._page
        finally:
            self._page = page | self._page

    def again(self, lookups: Set[int]) -> None:
        """Note for a page what was noted before for something that stands on it."""
        self._page |= lookups

    def taken(self) -> Sequence[int]:
        """What was noted for a page, which is finished with this."""
        page, self._page = sorted(self._page), set()
        return page


class WatchedEdition(Edition):
    """All that a page is made from."""

    _real: Edition
    _note: Note
    _notes: Notes
    _kept: MadeOnce

    def __init__(self, real: Edition, notes: Notes) -> None:
        note = notes.note
        super().__init__(
            WatchedCatalogue(real.catalogue, note),
            WatchedSequence(real.figures, note, ("figures",)),
            real.language,
            real.zone,
            WatchedMapping(lambda: real.changes, note, lambda path: EVERYTHING, EVERYTHING),
            WatchedMapping(lambda: real.past, note, lambda path: ("past", path), EVERYTHING),
        )
        object.__setattr__(self, "_real", real)
        object.__setattr__(self, "_note", note)
        object.__setattr__(self, "_notes", notes)
        object.__setattr__(self, "_kept", MadeOnce())

    def once(self, make: Callable[..., T], *given: Hashable) -> T:
        """What a function makes; each page on which it stands looked up what the function did."""
        value, lookups = self._kept.made(WatchedEdition.during, self, make, *given)
        self._notes.again(lookups)
        return cast(T, value)

    def once_for_all(self, make: Callable[..., T], *given: Hashable) -> T:
        """The same: what was made for other editions tells nobody what it looked up."""
        return self.once(make, *given)

    def during(self, make: Callable[..., T], *given: Hashable) -> tuple[T, Set[int]]:
        """What a function makes now, and what it looked up."""
        return self._notes.during(lambda: make(self, *given))

    def term(self, kind: str, id: str) -> str:
        """One of the programme's own words."""
        return self._real.term(kind, id)

    def record_link(self, kind: Kind, id: str) -> Data:
        """Title and address of a record."""
        self._note(("link", kind, id))
        return self._real.record_link(kind, id)

    def record_address(self, kind: Kind, id: str) -> str | None:
        """The address of a record."""
        self._note(("address", kind, id))
        return self._real.record_address(kind, id)

    def records(self, kind: Kind) -> Sequence[Record]:
        """All records of a kind."""
        self._note(("records", kind))
        return self._real.records(kind)

    def organisation_name(self, id: str, day: date | None) -> str:
        """The name of an organisation."""
        self._note(("record", Kind.ORGANISATION, id))
        return self._real.organisation_name(id, day)

    def organisation_link(self, id: str, day: date | None) -> Data:
        """Name and address of an organisation."""
        self._note(("organisation", id))
        return self._real.organisation_link(id, day)

    def has_page(self, id: str) -> bool:
        """Whether an organisation has a page."""
        self._note(("has-page", id))
        return self._real.has_page(id)

    def takes_part(self, id: str) -> bool:
        """Whether an organisation takes part."""
        self._note(("takes-part", id))
        return self._real.takes_part(id)

    def project_ids(self, organisation: str) -> tuple[str, ...]:
        """The projects that name an organisation, without what stands in them."""
        self._note(("project-ids", organisation))
        return self._real.project_ids(organisation)

    @property
    def projects_by_organisation(self) -> ProjectsByOrganisation:
        """The projects that name an organisation, with all that stands in them."""
        real = self._real
        return WatchedMapping(
            lambda: real.projects_by_organisation,
            self._note,
            lambda id: ("projects-of", id),
            EVERYTHING,
        )

    @property
    def present_municipalities(self) -> tuple[Municipality, ...]:
        """The municipalities of the register that still exist."""
        return self._real.present_municipalities

    def changed(self, *places: str) -> date | None:
        """The latest change of files or folders."""
        self._note(("changed", *places))
        return self._real.changed(*places)
