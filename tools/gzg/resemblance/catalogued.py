"""The projects and blueprints of a catalogue as documents to compare with."""

from collections.abc import Iterable, Iterator, Mapping

from gzg.model.base import localised
from gzg.model.blueprint import Blueprint
from gzg.model.kinds import Kind
from gzg.model.project import Project
from gzg.repository import layout
from gzg.repository.catalogue import Catalogue
from gzg.repository.repository import Record
from gzg.resemblance.index import Document
from gzg.resemblance.words import STEMMERS

TITLE, DOMAINS, SUMMARY, TEXT = 3, 2, 2, 1
"""How many times each counts: a title says more of a subject than a paragraph does."""


KINDS = (Kind.PROJECT, Kind.BLUEPRINT)


def documents(catalogue: Catalogue, paths: Iterable[str] | None = None) -> Iterator[Document]:
    """A document for each project and each blueprint, or only for those in the files `paths`."""
    main = catalogue.programme.languages[0] if catalogue.programme else "nl"
    repository = catalogue.repository
    every = (path for kind in KINDS for path in repository.index[kind].values())
    for record in map(repository.record_at, every if paths is None else paths):
        if isinstance(record.model, Project | Blueprint):
            yield _document(catalogue, record, record.model, main)


def _document(
    catalogue: Catalogue, record: Record, model: Project | Blueprint, main: str
) -> Document:
    texts = {
        language: tuple(_texts(catalogue, record, model, language, main))
        for language in STEMMERS
        if _has(model.title, language, main) or _has(model.summary, language, main)
    }
    return Document(record.kind, record.id, texts)


def _has(text: Mapping[str, str], language: str, main: str) -> bool:
    return localised(text, language, main)[1] == language


def _texts(
    catalogue: Catalogue, record: Record, model: Project | Blueprint, language: str, main: str
) -> Iterator[tuple[str, int]]:
    yield localised(model.title, language, main)[0], TITLE
    yield localised(model.summary, language, main)[0], SUMMARY
    domains = catalogue.terms("domain")
    for term in (domains[id] for id in model.domains if id in domains):
        yield localised(term.title, language, main)[0], DOMAINS
    path = layout.readme(record.folder, language, main)
    if path in catalogue.repository.known_paths:
        yield catalogue.repository.prose(path).text, TEXT
