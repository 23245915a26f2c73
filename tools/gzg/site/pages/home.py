"""The home page: what this is, how much of it there is, and where to begin."""

from collections.abc import Iterator

from gzg.figures.figure import Figure, Subject
from gzg.model.blueprint import Availability, Blueprint
from gzg.model.figures import FigureName
from gzg.repository.repository import Record
from gzg.site.addresses import Section
from gzg.site.edition import Edition
from gzg.site.page import Data, Page, link
from gzg.site.pages.blueprints import blueprint_row, blueprints
from gzg.site.pages.calls import call_rows
from gzg.site.pages.figures import coverage_words, number
from gzg.site.pages.news import news_entry, news_items
from gzg.site.pages.unknown import coverage_sentence
from gzg.site.wording import amount

LATEST_CALLS = 3
LATEST_NEWS = 3
SHOWN_BLUEPRINTS = 3
SHOWN_FIGURES = (FigureName.GRANTED, FigureName.AMOUNT, FigureName.MUNICIPALITIES)
DOORS = {
    "reuse": (Section.BLUEPRINTS, (Section.CALLS, Section.HAND_IN)),
    "money": (Section.PROJECTS, (Section.FIGURES, Section.UNKNOWN)),
    "town": (Section.ORGANISATIONS, ()),
}
"""Who comes here, the page that each looks for, and what lies beside it."""

READY = (Availability.IN_USE, Availability.PUBLISHED)


def pages(edition: Edition) -> Iterator[Page]:
    """One page."""
    programme = edition.catalogue.programme
    calls = [row for row in call_rows(edition) if not row["demo"]][::-1]
    yield Page(
        address=edition.address(Section.HOME),
        language=edition.language,
        title=edition.text(programme.title) if programme else edition.say("section.home"),
        template="home.html",
        section=Section.HOME,
        record={
            "description": edition.said(programme.description) if programme else None,
            "coverage": coverage_sentence(edition),
            "unknown": edition.index_link(Section.UNKNOWN),
            "doors": [_door(edition, name) for name in DOORS],
            "figures": [
                *_budget(edition),
                *(
                    _count(edition, figure)
                    for each in SHOWN_FIGURES
                    if (figure := _of(edition, each))
                ),
            ],
            "figures_link": edition.index_link(Section.FIGURES),
            "calls": calls[:LATEST_CALLS],
            "more_calls": len(calls) > LATEST_CALLS,
            "calls_link": edition.index_link(Section.CALLS),
            "blueprints": [
                blueprint_row(edition, *each) for each in _ready_first(edition)[:SHOWN_BLUEPRINTS]
            ],
            "blueprints_link": edition.index_link(Section.BLUEPRINTS),
            "news": [news_entry(edition, *each) for each in news_items(edition)[:LATEST_NEWS]],
            "news_link": edition.index_link(Section.NEWS),
        },
        description=edition.text(programme.description) if programme else "",
        changed=edition.changed("content"),
    )


def _door(edition: Edition, name: str) -> Data:
    section, beside = DOORS[name]
    links = [edition.index_link(each) for each in beside]
    return {
        "kicker": edition.say(f"door.{name}.kicker"),
        "text": edition.say(f"door.{name}"),
        "about": edition.say(f"door.{name}.about"),
        "href": edition.address(section),
        "beside": _regions(edition) if section is Section.ORGANISATIONS else links,
    }


def _regions(edition: Edition) -> list[Data]:
    """Where the municipalities of each region stand."""
    inhabited = {
        each.province
        for id, found in edition.catalogue.register.by_id.items()
        if edition.has_page(id)
        for each in found[-1:]
    }
    index = edition.address(Section.ORGANISATIONS)
    return [
        link(edition.term("region", region), f"{index}#region-{region}")
        for region in edition.catalogue.terms("region")
        if region in inhabited
    ]


def _ready_first(edition: Edition) -> list[tuple[Record, Blueprint]]:
    """What can be had today before what is only announced."""
    return sorted(blueprints(edition), key=lambda item: item[1].availability not in READY)


def _of(edition: Edition, name: FigureName) -> Figure | None:
    return next(
        (each for each in edition.figures if each.name is name and each.subject == Subject()),
        None,
    )


def _budget(edition: Edition) -> list[Data]:
    programme = edition.catalogue.programme
    if programme is None or programme.budget is None:
        return []
    return [
        {
            "title": edition.say("home_budget"),
            "value": amount(edition, programme.budget),
            "source": _source(edition, programme.budget.sources),
        }
    ]


def _count(edition: Edition, figure: Figure) -> Data:
    """The official number where there is one, and how much of it the catalogue holds."""
    official, coverage = figure.official, figure.coverage
    value = official.value if official else figure.computed
    return {
        "title": figure.title(edition.language),
        "value": number(edition, figure, value) if value is not None else None,
        "coverage": coverage_words(edition, figure),
        "known": coverage.known if coverage else None,
        "of": coverage.of if coverage else None,
        "source": _source(edition, official.sources) if official else None,
    }


def _source(edition: Edition, ids: tuple[str, ...]) -> Data | None:
    """Whose number it is, with the place in the list of sources."""
    for id in ids:
        if source := edition.catalogue.sources.get(id):
            name = source.publisher or source.title
            return link(name, f"{edition.address(Section.SOURCES)}#{id}")
    return None
