"""The catalogue and the files of an edition, noting everything that is looked up in them.

The programme and the register are not noted: when either changes, all pages are made again. What
takes all records together notes that everything was looked up.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

from gzg.model.base import Model
from gzg.model.kinds import Kind
from gzg.model.organisation import Municipality, Organisation
from gzg.model.programme import OrganisationKind, Term
from gzg.model.references import Reference
from gzg.repository.catalogue import Catalogue, Link
from gzg.repository.faults import Fault
from gzg.repository.markdown import Prose
from gzg.repository.register import Register
from gzg.repository.repository import Record, Repository
from gzg.repository.source_file import SourceFile
from gzg.site.lookups import EVERYTHING, Lookup
from gzg.site.watched_collections import Note, WatchedMapping, WatchedSet

V = TypeVar("V")


class WatchedTree:
    """The tree below a repository."""

    def __init__(self, real: Repository, note: Note) -> None:
        self._real, self._note = real.tree, note

    def paths(self) -> tuple[str, ...]:
        """Every path."""
        self._note(EVERYTHING)
        return self._real.paths()

    def size(self, path: str) -> int:
        """The size of one file."""
        self._note(("size", path))
        return self._real.size(path)

    def read(self, path: str) -> bytes:
        """The bytes of one file."""
        self._note(EVERYTHING)
        return self._real.read(path)


class WatchedRepository(Repository):
    """The repository that a page is made from."""

    def __init__(self, real: Repository, note: Note) -> None:
        super().__init__(WatchedTree(real, note))
        self._real, self._note = real, note
        self.known_paths = WatchedSet(
            lambda: real.known_paths, note, lambda path: ("path", path), EVERYTHING
        )
        self.files_by_folder = WatchedMapping(
            lambda: real.files_by_folder, note, lambda folder: ("folder", folder), EVERYTHING
        )

    @property
    def paths(self) -> tuple[str, ...]:
        """Every file."""
        self._note(EVERYTHING)
        return self._real.paths

    @property
    def index(self) -> Mapping[Kind, Mapping[str, str]]:
        """Every record."""
        self._note(EVERYTHING)
        return self._real.index

    def source(self, path: str) -> SourceFile:
        """One text file."""
        self._note(("file", path))
        return self._real.source(path)

    def already_read(self, path: str) -> SourceFile | None:
        """One text file, if it was read."""
        self._note(EVERYTHING)
        return self._real.already_read(path)

    def read_ahead(self, paths: Sequence[str], *, fewest: int = 0) -> None:
        """Nothing: a page reads what it looks up."""

    def prose(self, path: str) -> Prose:
        """The Markdown of one file."""
        self._note(("file", path))
        return self._real.prose(path)

    def record(self, kind: Kind, id: str) -> Record | None:
        """One record."""
        self._note(("record", kind, id))
        return self._real.record(kind, id)

    def record_at(self, path: str) -> Record:
        """One record, by its file."""
        self._note(("file", path))
        return self._real.record_at(path)

    def records(self, kind: Kind) -> Iterator[Record]:
        """All records of a kind."""
        self._note(("records", kind))
        return self._real.records(kind)

    @property
    def register_file(self) -> tuple[Register, tuple[Fault, ...]]:
        """The register."""
        return self._real.register_file

    @property
    def register(self) -> Register:
        """The register."""
        return self._real.register


class WatchedCatalogue(Catalogue):
    """The catalogue that a page is made from."""

    def __init__(self, real: Catalogue, note: Note) -> None:
        super().__init__(WatchedRepository(real.repository, note))
        self._real, self._note = real, note
        self.programme = real.programme
        self.municipality_kind = real.municipality_kind
        self.sources = WatchedMapping(
            lambda: real.sources, note, lambda id: ("source", id), ("records", Kind.SOURCES)
        )
        self.calls = self._records(Kind.CALL, lambda: real.calls)
        self.projects = self._records(Kind.PROJECT, lambda: real.projects)
        self.blueprints = self._records(Kind.BLUEPRINT, lambda: real.blueprints)
        self.organisations = self._records(Kind.ORGANISATION, lambda: real.organisations)
        self.news = self._records(Kind.NEWS, lambda: real.news)
        self.pages = self._records(Kind.PAGE, lambda: real.pages)
        self.submissions = self._records(Kind.SUBMISSION, lambda: real.submissions)
        self.receipts = self._records(Kind.RECEIPT, lambda: real.receipts)
        self.admissibilities = self._records(Kind.ADMISSIBILITY, lambda: real.admissibilities)
        self.advice = self._records(Kind.ADVICE, lambda: real.advice)
        self.decisions = self._records(Kind.DECISION, lambda: real.decisions)

    def _records(self, kind: Kind, real: Callable[[], Mapping[str, V]]) -> WatchedMapping[V]:
        def one(id: str) -> Lookup:
            return ("record", kind, id)

        return WatchedMapping(real, self._note, one, ("records", kind))

    @property
    def register(self) -> Register:
        """The municipalities."""
        return self._real.register

    def model(self, kind: Kind, id: str) -> Model | None:
        """One record."""
        self._note(("record", kind, id))
        return self._real.model(kind, id)

    def terms(self, reference_kind: str) -> Mapping[str, Term]:
        """The programme's own words."""
        return self._real.terms(reference_kind)

    def organisation(self, id: str, day: date | None) -> Organisation | Municipality | None:
        """One organisation."""
        self._note(("record", Kind.ORGANISATION, id))
        return self._real.organisation(id, day)

    def kind_of(self, organisation: Organisation | Municipality) -> OrganisationKind | None:
        """What kind it is, in the programme's words."""
        return self._real.kind_of(organisation)

    def references(self, record: Record) -> tuple[Reference, ...]:
        """What stands in the record itself."""
        return self._real.references(record)

    def incoming(self, reference_kind: str, id: str) -> tuple[Link, ...]:
        """All records that refer to something."""
        self._note(("incoming", reference_kind, id))
        return self._real.incoming(reference_kind, id)

    def unresolved(self, record: Record) -> tuple[Reference, ...]:
        """What leads nowhere."""
        self._note(EVERYTHING)
        return self._real.unresolved(record)

    def ids(self, reference_kind: str) -> frozenset[str]:
        """Every id of a kind."""
        self._note(EVERYTHING)
        return self._real.ids(reference_kind)

    def loop_through(self, record: Record) -> tuple[str, ...]:
        """A loop of relations."""
        self._note(EVERYTHING)
        return self._real.loop_through(record)

    @property
    def organisations_by_kbo(self) -> Mapping[str, tuple[str, ...]]:
        """All enterprise numbers."""
        self._note(EVERYTHING)
        return self._real.organisations_by_kbo

    def all_records(self) -> Iterator[Record]:
        """All records."""
        self._note(EVERYTHING)
        return self._real.all_records()
