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
from gzg.site.page import Data, Page
from gzg.site.pages.paging import in_parts, paged
from gzg.site.wording import Citations, conflicts

LISTED = (Kind.CALL, Kind.PROJECT, Kind.BLUEPRINT)


def pages(edition: Edition) -> Iterator[Page]:
    """One page for the whole programme."""
    page = Page(
        address=edition.address(Section.UNKNOWN),
        language=edition.language,
        title=edition.say("section.unknown"),
        template="unknown.html",
        section=Section.UNKNOWN,
        crumbs=edition.crumbs(),
        changed=edition.changed("content"),
    )
    parts = in_parts(_incomplete(edition))
    records = [_record(edition, part, is_first=not at) for at, part in enumerate(parts)]
    places = [[record.folder for record, _ in part] for part in parts]
    yield from paged(edition, page, records, places)


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


def _incomplete(edition: Edition) -> list[tuple[Record, Sourced]]:
    """The records of which something is not known, kind by kind."""
    return [
        (record, record.model)
        for kind in LISTED
        for record in edition.records(kind)
        if isinstance(record.model, Sourced) and (record.model.unknown or record.model.conflicts)
    ]


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
