"""The figures: the official number beside the computed one, with definition and coverage."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from gzg.figures.figure import Dimension, Figure, Unit
from gzg.model.figures import FigureName, OfficialFigure
from gzg.model.kinds import Kind
from gzg.site.addresses import Section
from gzg.site.edition import Edition
from gzg.site.page import Data, Page
from gzg.site.pages.money import (
    known_amounts,
    money_groups,
    money_legend,
    money_pictures,
    money_tables,
)
from gzg.site.wording import Citations, known, percent

COVERED = defaultdict(
    lambda: "parties", {FigureName.GRANTED: "names", FigureName.AMOUNT: "amounts"}
)
"""What must be known of a project for it to be counted."""


def pages(edition: Edition) -> Iterator[Page]:
    """One page: the programme, its parts, and each call."""
    citations = Citations(edition)
    groups = list(_groups(edition, citations))
    money = money_groups(edition)
    yield Page(
        address=edition.address(Section.FIGURES),
        language=edition.language,
        title=edition.say("section.figures"),
        template="figures.html",
        section=Section.FIGURES,
        record={
            "groups": groups,
            "money": money_tables(edition, money),
            "money_known": known_amounts(edition),
            "legend": money_legend(edition),
            "sources": citations.listed(),
        },
        pictures=money_pictures(edition, money),
        crumbs=edition.crumbs(),
        filters={"kind": (edition.say("kind.page"),)},
        changed=edition.changed("content"),
    )


def figure_rows(edition: Edition, figures: list[Figure], citations: Citations) -> list[Data]:
    """Figures as rows of a table."""
    return [_row(edition, figure, citations) for figure in figures]


def figures_of_call(edition: Edition, call: str) -> list[Figure]:
    """The figures of one call."""
    return [figure for figure in edition.figures if figure.subject.call == call]


def number(edition: Edition, figure: Figure, value: Decimal) -> str:
    """A figure's value with its unit: 61, 78 %, 1.107.397,55 euro."""
    if figure.unit is Unit.PERCENT:
        return percent(edition, value)
    key = "amount.exact" if figure.unit is Unit.EURO else "count"
    return edition.say(key, value=value)


def coverage_words(edition: Edition, figure: Figure) -> str | None:
    """Of how many projects what is counted is known; None where nobody gave a total."""
    if figure.coverage is None or figure.name is FigureName.CALLS:
        return None
    key = "focus" if figure.subject.dimension is Dimension.FOCUS else COVERED[figure.name]
    extent = "full" if figure.coverage.is_full else "part"
    values = {"known": figure.coverage.known, "of": figure.coverage.of}
    return edition.say(f"coverage.{key}.{extent}", **values)


def _groups(edition: Edition, citations: Citations) -> Iterator[Data]:
    figures = edition.figures
    whole = [each for each in figures if each.subject.call is None]
    for dimension in (None, *Dimension):
        own = [each for each in whole if each.subject.dimension is dimension]
        if own:
            name = str(dimension or "programme")
            yield {
                "id": name,
                "title": edition.say(f"figures.{name}"),
                "link": None,
                "defined": dimension is None,
                "rows": figure_rows(edition, own, citations),
            }
    for call in dict.fromkeys(each.subject.call for each in figures if each.subject.call):
        shown = edition.record_link(Kind.CALL, call)
        yield {
            "id": call,
            "title": shown["text"],
            "link": shown,
            "defined": False,
            "rows": figure_rows(edition, figures_of_call(edition, call), citations),
        }


def _row(edition: Edition, figure: Figure, citations: Citations) -> Data:
    subject = figure.subject
    return {
        "title": figure.title(edition.language),
        "definition": figure.definition(edition.language),
        "term": edition.term(str(subject.dimension), subject.term)
        if subject.dimension and subject.term
        else None,
        "official": _official(edition, figure, figure.official, citations)
        if figure.official
        else None,
        "computed": number(edition, figure, figure.computed)
        if figure.computed is not None
        else None,
        "coverage": coverage_words(edition, figure),
    }


def _official(
    edition: Edition, figure: Figure, official: OfficialFigure, citations: Citations
) -> Data:
    value = number(edition, figure, official.value)
    return {
        "value": edition.say("approximately", value=value) if official.approximate else value,
        "known": known(edition, official, citations),
        "difference": edition.said(official.difference),
    }
