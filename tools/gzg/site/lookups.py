"""What a page can look up in an edition, and a digest of what it finds there.

A page is the same as before as long as everything that it looked up is: who made it and with which
programs is for `site.former_pages`. A lookup is a name and some texts, so that it can be kept.
"""

from collections.abc import Callable, Iterable, Mapping
from hashlib import blake2b
from typing import Final

from gzg.model.kinds import Kind
from gzg.repository.layout import TEXT_SUFFIXES
from gzg.repository.processes import in_processes
from gzg.repository.repository import Repository
from gzg.repository.tree import LARGEST_FILE
from gzg.site.edition import Edition

Lookup = tuple[str, ...]

EVERYTHING: Final[Lookup] = ("everything",)
"""What a page looked up that went past all others: it is made again every time."""

UNKNOWN = ""
"""The digest of what cannot be told, or not told apart: it is never the same as before."""

ABSENT = "absent"

_FEWEST = 5000
"""Files for which a process of its own pays."""

_SHORT = 31
"""Signs of an outcome that is told as it is: shorter than a digest, so never taken for one."""


class FileDigests(dict[str, str]):
    """The digest of every text file as the pages read it, made once for all editions.

    Of one that was read, it is of what was read; if it changed since, the next build sees it.
    """

    def __init__(self, repository: Repository) -> None:
        super().__init__()
        self._repository = repository

    def make(self) -> None:
        """Make all of them now, before the editions are divided over processes."""
        paths = [path for path in self._repository.paths if path.endswith(TEXT_SUFFIXES)]
        for digests in in_processes(self._digests, paths, fewest=_FEWEST):
            self.update(digests)

    def __missing__(self, path: str) -> str:
        """That of a file that nobody asked for before."""
        is_there = path in self._repository.known_paths
        self[path] = found = self._digest(path) if is_there else ABSENT
        return found

    def _digests(self, paths: Iterable[str]) -> dict[str, str]:
        return {path: self._digest(path) for path in paths}

    def _digest(self, path: str) -> str:
        repository = self._repository
        if source := repository.already_read(path):
            return UNKNOWN if source.faults else _of_bytes(source.text.encode())
        if not 0 <= repository.tree.size(path) <= LARGEST_FILE:
            return UNKNOWN
        try:
            return _of_bytes(repository.tree.read(path))
        except FileNotFoundError:  # also where it may not be read
            return UNKNOWN


class Lookups:
    """The digests of what is looked up in one edition."""

    def __init__(self, edition: Edition, files: FileDigests | None = None) -> None:
        self.edition = edition
        self.catalogue = edition.catalogue
        self.repository = edition.catalogue.repository
        self.files = FileDigests(self.repository) if files is None else files

    def digests(self, lookups: Iterable[Lookup]) -> list[str]:
        """Of each lookup what tells its present outcome from any other."""
        return [self.digest(lookup) for lookup in lookups]

    def digest(self, lookup: Lookup) -> str:
        """The same of one."""
        name, *texts = lookup
        try:
            return _OUTCOMES[name](self, *texts)
        except (KeyError, ValueError, TypeError):  # not a lookup of this version
            return UNKNOWN

    def record(self, kind: str, id: str) -> str:
        """The digest of a record's own file."""
        path = self.repository.index[Kind(kind)].get(id)
        return self.files[path] if path else ABSENT


def _file(of: Lookups, path: str) -> str:
    return of.files[path]


def _records(of: Lookups, kind: str) -> str:
    return _of_files(of, list(of.repository.index[Kind(kind)].values()))


def _incoming(of: Lookups, kind: str, id: str) -> str:
    """All records that refer to something: a file tells of itself where it refers to what."""
    return _of_files(of, [link.record.source.path for link in of.catalogue.incoming(kind, id)])


def _projects_of(of: Lookups, id: str) -> str:
    found = of.edition.projects_by_organisation.get(id, {})
    return _of_files(of, [record.path for record, _ in found.values()])


def _organisation(of: Lookups, id: str) -> str:
    """What a link to an organisation shows; the register counts for every page."""
    own = of.record(Kind.ORGANISATION, id)
    return _told((own, of.edition.has_page(id))) if own != UNKNOWN else UNKNOWN


def _size(of: Lookups, path: str) -> str:
    return _told(of.repository.tree.size(path))


def _path(of: Lookups, path: str) -> str:
    return _told(path in of.repository.known_paths)


def _folder(of: Lookups, path: str) -> str:
    return _told(of.repository.files_by_folder.get(path))


def _source(of: Lookups, id: str) -> str:
    return _told(of.catalogue.sources.get(id))


def _link(of: Lookups, kind: str, id: str) -> str:
    return _told(of.edition.record_link(Kind(kind), id))


def _address(of: Lookups, kind: str, id: str) -> str:
    return _told(of.edition.record_address(Kind(kind), id))


def _has_page(of: Lookups, id: str) -> str:
    return _told(of.edition.has_page(id))


def _takes_part(of: Lookups, id: str) -> str:
    return _told(of.edition.takes_part(id))


def _project_ids(of: Lookups, id: str) -> str:
    return _told(of.edition.project_ids(id))


def _changed(of: Lookups, *places: str) -> str:
    return str(of.edition.changed(*places))


def _past(of: Lookups, path: str) -> str:
    return _told(of.edition.past.get(path))


def _figures(of: Lookups) -> str:
    return _told(tuple(of.edition.figures))


def _everything(of: Lookups) -> str:
    return UNKNOWN


def _of_files(of: Lookups, paths: list[str]) -> str:
    """The digest of files with their paths; of nothing certain where one of them is not."""
    digests = [of.files[path] for path in paths]
    return UNKNOWN if UNKNOWN in digests else _told((paths, digests))


def _told(value: object) -> str:
    """The digest of a value that is nothing but texts, numbers, days, lists and mappings."""
    text = repr(value)
    if len(text) <= _SHORT:
        return text
    return _of_bytes(text.encode("utf-8", "surrogatepass"))


def _of_bytes(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()


_OUTCOMES: Mapping[str, Callable[..., str]] = {
    "file": _file,
    "record": Lookups.record,
    "records": _records,
    "incoming": _incoming,
    "projects-of": _projects_of,
    "organisation": _organisation,
    "size": _size,
    "path": _path,
    "folder": _folder,
    "source": _source,
    "link": _link,
    "address": _address,
    "has-page": _has_page,
    "takes-part": _takes_part,
    "project-ids": _project_ids,
    "changed": _changed,
    "past": _past,
    "figures": _figures,
    "everything": _everything,
}
