"""What is not known: coverage, what each record misses, and where sources disagree."""

from collections.abc import Iterator

from gzg.figures.figure import Figure, Subject
from gzg.model.facts import Sourced
from gzg.model.figures import FigureName
from gzg.model.kinds import Kind
from gzg.site.addresses import Section
from gzg.site.edition import Edition
from gzg.site.page import Data, Page
from gzg.site.wording import Citations, conflicts

LISTED = (Kind.CALL, Kind.PROJECT, Kind.BLUEPRINT)


def pages(edition: Edition) -> Iterator[Page]:
    """One page for the whole programme."""
    programme = edition.catalogue.programme
    citations = Citations(edition)
    yield Page(
        address=edition.address(Section.UNKNOWN),
        language=edition.language,
        title=edition.say("section.unknown"),
        template="unknown.html",
        section=Section.UNKNOWN,
        record={
            "coverage": coverage_sentence(edition),
            "programme": [edition.said(text) for text in programme.unknown] if programme else [],
            "programme_conflicts": conflicts(edition, programme.conflicts, citations)
            if programme
            else [],
            "groups": [group for kind in LISTED if (group := _group(edition, kind, citations))],
            "sources": citations.listed(),
        },
        crumbs=edition.crumbs(),
        changed=edition.changed("content"),
    )


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


def _group(edition: Edition, kind: Kind, citations: Citations) -> Data | None:
    entries = []
    for record in edition.records(kind):
        model = record.model
        if isinstance(model, Sourced) and (model.unknown or model.conflicts):
            entries.append(
                {
                    **edition.record_link(kind, record.id),
                    "unknown": [edition.said(text) for text in model.unknown],
                    "conflicts": conflicts(edition, model.conflicts, citations),
                }
            )
    title = edition.say(f"unknown.{kind}")
    return {"id": str(kind), "title": title, "entries": entries} if entries else None
