"""What a page can look up in an edition, and a digest of what it finds there.

A page is the same as before as long as everything that it looked up is: who made it and with which
programs is for `site.former_pages`. A lookup is a name and some texts, so that it can be kept.
"""

from collections.abc import Callable, Iterable, Mapping
from hashlib import blake2b
from typing import Final

from gzg.model.kinds import Kind
from gzg.repository.tree import LARGEST_FILE
from gzg.site.edition import Edition

Lookup = tuple[str, ...]

EVERYTHING: Final[Lookup] = ("everything",)
"""What a page looked up that went past all others: it is made again every time."""

UNKNOWN = ""
"""The digest of what cannot be told, or not told apart: it is never the same as before."""

ABSENT = "absent"


class Lookups:
    """The digest of everything that is looked up in one edition, each made once."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._files: dict[str, str] = {}
        self._digests: dict[Lookup, str] = {}

    def digest(self, lookup: Lookup) -> str:
        """What tells its present outcome from any other."""
        if lookup not in self._digests:
            self._digests[lookup] = self._digest(lookup)
        return self._digests[lookup]

    def _digest(self, lookup: Lookup) -> str:
        name, *texts = lookup
        try:
            return _OUTCOMES[name](self, *texts)
        except (KeyError, ValueError, TypeError):  # not a lookup of this version
            return UNKNOWN

    def file(self, path: str) -> str:
        """The digest of a text file as the pages read it.

        Of one that was read, it is of what was read; if it changed since, the next build sees it.
        """
        if path not in self._files:
            self._files[path] = self._file(path)
        return self._files[path]

    def _file(self, path: str) -> str:
        repository = self._edition.catalogue.repository
        if path not in repository.known_paths:
            return ABSENT
        if source := repository.already_read(path):
            return UNKNOWN if source.faults else _of_bytes(source.text.encode())
        size = repository.tree.size(path)
        return _of_bytes(repository.tree.read(path)) if 0 <= size <= LARGEST_FILE else UNKNOWN

    def record(self, kind: str, id: str) -> str:
        """The digest of a record's own file."""
        path = self._edition.catalogue.repository.index[Kind(kind)].get(id)
        return self.file(path) if path else ABSENT

    def records(self, kind: str) -> str:
        """That of all records of a kind."""
        paths = self._edition.catalogue.repository.index[Kind(kind)]
        return self._together((id, self.file(path)) for id, path in paths.items())

    def incoming(self, kind: str, id: str) -> str:
        """That of all records that refer to something."""
        links = self._edition.catalogue.incoming(kind, id)
        return self._together((link.record.path, self.file(link.record.path)) for link in links)

    def projects_of(self, organisation: str) -> str:
        """That of the projects which name an organisation."""
        found = self._edition.projects_by_organisation.get(organisation, {})
        return self._together((id, self.file(record.path)) for id, (record, _) in found.items())

    def organisation(self, id: str) -> str:
        """That of what a link to an organisation shows; the register counts for every page."""
        return self._together(
            [
                (id, self.record(Kind.ORGANISATION, id)),
                ("has-page", str(self._edition.has_page(id))),
            ]
        )

    def value(self, make: Callable[[Edition], object]) -> str:
        """That of a value that is nothing but texts, numbers, days, lists and mappings."""
        return _of_text(repr(make(self._edition)))

    def _together(self, parts: Iterable[tuple[str, str]]) -> str:
        """The digest of names with theirs; of nothing certain where one of them is not."""
        found = tuple(parts)
        if any(digest == UNKNOWN for _, digest in found):
            return UNKNOWN
        return _of_text(repr(found))


def _of_text(text: str) -> str:
    return _of_bytes(text.encode("utf-8", "surrogatepass"))


def _of_bytes(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()


def _size(of: Lookups, path: str) -> str:
    return of.value(lambda edition: edition.catalogue.repository.tree.size(path))


def _path(of: Lookups, path: str) -> str:
    return of.value(lambda edition: path in edition.catalogue.repository.known_paths)


def _folder(of: Lookups, path: str) -> str:
    return of.value(lambda edition: edition.catalogue.repository.files_by_folder.get(path))


def _source(of: Lookups, id: str) -> str:
    return of.value(lambda edition: edition.catalogue.sources.get(id))


def _link(of: Lookups, kind: str, id: str) -> str:
    return of.value(lambda edition: edition.record_link(Kind(kind), id))


def _address(of: Lookups, kind: str, id: str) -> str:
    return of.value(lambda edition: edition.record_address(Kind(kind), id))


def _has_page(of: Lookups, id: str) -> str:
    return of.value(lambda edition: edition.has_page(id))


def _takes_part(of: Lookups, id: str) -> str:
    return of.value(lambda edition: edition.takes_part(id))


def _project_ids(of: Lookups, id: str) -> str:
    return of.value(lambda edition: edition.project_ids(id))


def _changed(of: Lookups, *places: str) -> str:
    return of.value(lambda edition: edition.changed(*places))


def _past(of: Lookups, path: str) -> str:
    return of.value(lambda edition: edition.past.get(path))


def _figures(of: Lookups) -> str:
    return of.value(lambda edition: tuple(edition.figures))


def _everything(of: Lookups) -> str:
    return UNKNOWN


_OUTCOMES: Mapping[str, Callable[..., str]] = {
    "file": Lookups.file,
    "record": Lookups.record,
    "records": Lookups.records,
    "incoming": Lookups.incoming,
    "projects-of": Lookups.projects_of,
    "organisation": Lookups.organisation,
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
