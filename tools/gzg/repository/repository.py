"""The records of a tree, each read when it is first asked for and then kept.

Listing reads no file, so that checking one record among ten thousand reads only what that record
needs.
"""

import dataclasses
import gc
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property

from gzg.diagnostics import Place, Span, Step
from gzg.model.base import Model
from gzg.model.kinds import Kind
from gzg.model.models import MODELS
from gzg.repository import layout
from gzg.repository.faults import Fault, FaultName
from gzg.repository.known_paths import KnownPaths
from gzg.repository.markdown import LONGEST_PROSE, Prose, is_quick_to_read
from gzg.repository.processes import in_processes
from gzg.repository.register import Register, read_register
from gzg.repository.source_file import SourceFile, read_source
from gzg.repository.structure import validated
from gzg.repository.tree import LARGEST_FILE, Tree

FEWEST_TOGETHER = 1000
"""Files for which a process of its own pays: starting one takes as long as reading some hundred."""


@dataclass(frozen=True, slots=True)
class Record:
    """One record as it was found: its file, and its model where the structure is right."""

    kind: Kind
    id: str
    source: SourceFile
    model: Model | None
    faults: tuple[Fault, ...]

    @property
    def path(self) -> str:
        """The file in which the data stand."""
        return self.source.path

    def at(self, *field: Step) -> Place:
        """The place of one of its fields."""
        return Place(self.source.path, field)

    @property
    def folder(self) -> str:
        """The folder of the record, or the folder that its file lies in."""
        return self.source.path.rpartition("/")[0]


class Repository:
    """Everything below `content/` and `submissions/`, by kind and id."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self._sources: dict[str, SourceFile] = {}
        self._records: dict[str, Record] = {}
        self._prose: dict[str, Prose] = {}

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """Every file, sorted."""
        return self.tree.paths()

    @cached_property
    def index(self) -> Mapping[Kind, Mapping[str, str]]:
        """Kind → id → the path of the record's file."""
        found: dict[Kind, dict[str, str]] = {kind: {} for kind in Kind}
        # Two in three files are the text beside a record, and a glance tells that.
        texts = layout.RECORDS_OF_TEXT
        for path in [p for p in self.paths if not p.endswith(".md") or p.startswith(texts)]:
            if owner := layout.record_at(path):
                found[owner.kind][owner.id] = path
        return found

    @cached_property
    def files_by_folder(self) -> Mapping[str, tuple[str, ...]]:
        """Folder of a record → every path in it."""
        found = defaultdict(list)
        for path in self.paths:
            found[layout.folder_of(path)].append(path)
        return {folder: tuple(paths) for folder, paths in found.items()}

    @cached_property
    def known_paths(self) -> Set[str]:
        """Every file, and every folder above one."""
        return KnownPaths(self.paths)

    def source(self, path: str) -> SourceFile:
        """The text file at a path; what cannot be read becomes its fault."""
        if path not in self._sources:
            self._sources[path] = self._read(path)
        return self._sources[path]

    def already_read(self, path: str) -> SourceFile | None:
        """The same where it was read before; None where it was not."""
        return self._sources.get(path)

    def read_ahead(self, paths: Sequence[str], *, fewest: int = FEWEST_TOGETHER) -> None:
        """Read files that will all be asked for, on all cores; the same as one after another."""
        text_paths = [path for path in paths if path.endswith(layout.TEXT_SUFFIXES)]
        with nothing_thrown_away():
            for sources in in_processes(self._read_all, text_paths, fewest=fewest):
                self._sources.update((source.path, source) for source in sources)

    def _read_all(self, paths: Sequence[str]) -> list[SourceFile]:
        return [self._read(path) for path in paths]

    def _read(self, path: str) -> SourceFile:
        size = self.tree.size(path)
        if size < 0:
            return _refused(path, FaultName.LINK, {})
        if size > LARGEST_FILE:
            return _refused(path, FaultName.TOO_LARGE, {"size": size, "largest": LARGEST_FILE})
        source = read_source(path, self.tree.read(path))
        if path.endswith(".md") and not is_quick_to_read(source.text):
            signs = len(source.text) <= LONGEST_PROSE
            values = {"size": size, "largest": LONGEST_PROSE, "signs": signs}
            return _refused(path, FaultName.TOO_LARGE, values)
        return source

    def prose(self, path: str) -> Prose:
        """The Markdown text at a path."""
        if path not in self._prose:
            source = self.source(path)
            self._prose[path] = Prose(path, source.body, source.body_line)
        return self._prose[path]

    def record(self, kind: Kind, id: str) -> Record | None:
        """The record of that kind and id; None where there is no such file."""
        path = self.index[kind].get(id)
        return self.record_at(path) if path else None

    def record_at(self, path: str) -> Record:
        """The record whose data stand in the file at `path`."""
        if path not in self._records:
            owner = layout.record_at(path)
            assert owner is not None, path
            source = self.source(path)
            model, faults = None, source.faults
            if not faults:
                model, faults = validated(MODELS[owner.kind], source.data)
                faults = tuple(_told_empty(each, source) for each in faults)
            self._records[path] = Record(owner.kind, owner.id, source, model, faults)
        return self._records[path]

    def records(self, kind: Kind) -> Iterator[Record]:
        """Every record of a kind, by id."""
        for path in self.index[kind].values():
            yield self.record_at(path)

    @cached_property
    def register_file(self) -> tuple[Register, tuple[Fault, ...]]:
        """The municipalities, and the rows that could not be read."""
        if layout.REGISTER not in self.known_paths:
            return Register(), ()
        source = self.source(layout.REGISTER)
        if source.faults:
            return Register(), source.faults
        return read_register(source.text)

    @property
    def register(self) -> Register:
        """The municipalities that could be read."""
        return self.register_file[0]


@contextmanager
def nothing_thrown_away() -> Iterator[None]:
    """Spare Python the search for garbage among what is made meanwhile: a fifth of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _told_empty(fault: Fault, source: SourceFile) -> Fault:
    """The fault; of a missing field also that its key stands there."""
    if fault.name is not FaultName.MISSING or fault.field not in source.without_value:
        return fault
    return dataclasses.replace(fault, values={**fault.values, "empty": True})


def _refused(path: str, name: FaultName, values: Mapping[str, object]) -> SourceFile:
    return SourceFile(path, "", {}, (Fault(name, span=Span(1, 1, 1, 1), values=values),))
