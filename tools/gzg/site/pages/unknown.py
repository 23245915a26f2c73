"""What is not known: coverage, what each record misses, and where sources disagree."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from gzg.figures.figure import Figure, Subject
from gzg.model.facts import Sourced
from gzg.model.figures import FigureName
from gzg.model.kinds import Kind
from gzg.repository.repository import Record
from gzg.site.addresses import Section
from gzg.site.edition import Edition
from gzg.site.later import Later
from gzg.site.page import Data, Page
from gzg.site.pages.paging import as_part, in_parts, is_first, paged
from gzg.site.wording import Citations, conflicts

LISTED = (Kind.CALL, Kind.PROJECT, Kind.BLUEPRINT)


def pages(edition: Edition) -> Iterator[Later]:
    """One page for the whole programme."""
    names = [f"{record.kind}/{record.id}" for record in _incomplete(edition)]
    yield from paged(edition.address(Section.UNKNOWN), _page, in_parts(names))


def _page(edition: Edition, part: str, *names: str) -> Page:
    kinds_and_ids = (name.split("/") for name in names)
    found = [edition.record(Kind(kind), id, Sourced) for kind, id in kinds_and_ids]
    page = Page(
        address=edition.address(Section.UNKNOWN),
        language=edition.language,
        title=edition.say("section.unknown"),
        template="unknown.html",
        section=Section.UNKNOWN,
        record=_record(edition, found, is_first=is_first(part)),
        crumbs=edition.crumbs(),
        changed=edition.changed("content"),
    )
    return as_part(edition, page, part, [record.folder for record, _ in found])


def granted(edition: Edition) -> Figure | None:
    """The figure that says how many projects were granted, and how many are known."""
    return next(
        (
            figure
            for figure in edition.figures
            if figure.name is FigureName.GRANTED and figure.subject == Subject()
        ),
        None,
    )


def coverage_sentence(edition: Edition) -> str | None:
    """“De bronnen noemen 30 van de 61 toegekende projecten.”; None where nobody gave a total."""
    figure = granted(edition)
    if figure is None or figure.coverage is None:
        return None
    return edition.say("coverage.sentence", known=figure.coverage.known, of=figure.coverage.of)


def _incomplete(edition: Edition) -> Iterator[Record]:
    """The records of which something is not known, kind by kind."""
    for kind in LISTED:
        for record in edition.records(kind):
            model = record.model
            if isinstance(model, Sourced) and (model.unknown or model.conflicts):
                yield record


def _record(edition: Edition, part: Sequence[tuple[Record, Sourced]], *, is_first: bool) -> Data:
    """What a part of the page shows; what the whole programme misses is in the first."""
    programme = edition.catalogue.programme if is_first else None
    citations = Citations(edition)
    return {
        "coverage": coverage_sentence(edition) if is_first else None,
        "programme": [edition.said(text) for text in programme.unknown] if programme else [],
        "programme_conflicts": conflicts(edition, programme.conflicts, citations)
        if programme
        else [],
        "groups": [
            {
                "id": str(kind),
                "title": edition.say(f"unknown.{kind}"),
                "entries": [_entry(edition, *each, citations) for each in rows],
            }
            for kind, rows in groupby(part, key=lambda each: each[0].kind)
        ],
        "sources": citations.listed(),
    }


def _entry(edition: Edition, record: Record, model: Sourced, citations: Citations) -> Data:
    return {
        **edition.record_link(record.kind, record.id),
        "unknown": [edition.said(text) for text in model.unknown],
        "conflicts": conflicts(edition, model.conflicts, citations),
    }
