"""Where facts come from: title, publisher and kind, as a reader is told them."""

from enum import StrEnum

from gzg.model.base import Line, Localised, Model, Slug
from gzg.model.dates import KnownDate
from gzg.model.identifiers import WebAddress


class SourceKind(StrEnum):
    """Who speaks: part of how far a fact can be trusted."""

    OFFICIAL = "official"
    PARTICIPANT = "participant"
    PRESS = "press"
    ASSOCIATION = "association"
    FIRM = "firm"
    PARTY = "party"


class Source(Model):
    """One publication; what it does not tell about itself stays absent."""

    title: Line
    publisher: Line | None = None
    kind: SourceKind | None = None
    url: WebAddress | None = None
    date: KnownDate | None = None
    note: Localised | None = None


class Sources(Model):
    """All publications that records refer to, by id."""

    sources: dict[Slug, Source]
