"""The figures: the official number beside the computed one, with definition and coverage."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
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


def published_result(edition: Edition, call: str, citations: Citations) -> Data | None:
    """How many projects a call brought and for how much, as published; None where nobody did."""
    official = {
        each.name: (each, each.official)
        for each in figures_of_call(edition, call)
        if each.official and each.subject.dimension is None
    }
    if FigureName.GRANTED not in official:
        return None
    figure, granted = official[FigureName.GRANTED]
    key = "result.one" if granted.value == 1 else "result.many"
    values = [edition.say(key, count=number(edition, figure, granted.value))]
    if FigureName.AMOUNT in official:
        figure, amount = official[FigureName.AMOUNT]
        values.append(str(_official(edition, figure, amount, citations)["value"]))
    return {
        "label": edition.say("fact.result"),
        "values": values,
        "known": known(edition, granted, citations),
    }


def _groups(edition: Edition, citations: Citations) -> Iterator[Data]:
    """The programme as a list with definitions; its parts and its calls as grids."""
    figures = edition.figures
    whole = [each for each in figures if each.subject.call is None]
    programme = [each for each in whole if each.subject.dimension is None]
    if programme:
        yield {
            "id": "programme",
            "title": edition.say("figures.programme"),
            "rows": figure_rows(edition, programme, citations),
        }
    for dimension in Dimension:
        by_term: dict[str, list[Figure]] = defaultdict(list)
        for each in whole:
            if each.subject.dimension is dimension and each.subject.term:
                by_term[each.subject.term].append(each)
        if by_term:
            heads = {term: edition.term(str(dimension), term) for term in by_term}
            yield _grid(edition, str(dimension), by_term, heads, citations)
    by_call: dict[str, list[Figure]] = defaultdict(list)
    for each in figures:
        if each.subject.call and each.subject.dimension is None:
            by_call[each.subject.call].append(each)
    if by_call:
        links = {call: edition.record_link(Kind.CALL, call) for call in by_call}
        yield _grid(edition, "call", by_call, links, citations)


def _grid(
    edition: Edition,
    name: str,
    figures: Mapping[str, list[Figure]],
    heads: Mapping[str, object],
    citations: Citations,
) -> Data:
    """A row for each part, a column for each figure that any part has."""
    columns = dict.fromkeys(each.name for own in figures.values() for each in own)
    titles = {each.name: each.title(edition.language) for own in figures.values() for each in own}
    is_counted = not any(each.official for own in figures.values() for each in own)
    shared = _shared_extents(edition, figures) if is_counted else {}
    rows = []
    for part, own in figures.items():
        found = {each.name: _cell(edition, each, citations, shared) for each in own}
        rows.append({"head": heads[part], "cells": [found.get(column) for column in columns]})
    return {
        "id": name,
        "title": edition.say(f"figures.{name}"),
        "columns": [titles[column] for column in columns],
        "grid": rows,
        "counted": is_counted,
        "extents": [
            edition.say("figures_extent", figure=titles[column], extent=extent)
            for column, extent in shared.items()
        ],
    }


def _shared_extents(
    edition: Edition, figures: Mapping[str, list[Figure]]
) -> Mapping[FigureName, str]:
    """Of how many projects a column knows enough, where that is the same in every row."""
    found: dict[FigureName, set[str | None]] = defaultdict(set)
    for own in figures.values():
        for each in own:
            found[each.name].add(_extent(edition, each))
    alike = {name: extents.copy().pop() for name, extents in found.items() if len(extents) == 1}
    return {name: extent for name, extent in alike.items() if extent}


def _cell(
    edition: Edition, figure: Figure, citations: Citations, shared: Mapping[FigureName, str]
) -> Data:
    """What a column says for all its rows is not said in each."""
    extent = None if figure.name in shared else _extent(edition, figure)
    return {**_row(edition, figure, citations), "extent": extent}


def _extent(edition: Edition, figure: Figure) -> str | None:
    if not figure.coverage or not figure.coverage.of:
        return None
    return edition.say("figure_from", known=figure.coverage.known, of=figure.coverage.of)


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
