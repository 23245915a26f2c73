"""The home page: what this is, how much of it there is, and where to begin."""

from collections.abc import Iterator

from gzg.figures.figure import Figure, Subject
from gzg.model.figures import FigureName
from gzg.site.addresses import Section
from gzg.site.edition import Edition
from gzg.site.page import Data, Page
from gzg.site.pages.blueprints import blueprint_row, blueprints
from gzg.site.pages.calls import call_rows
from gzg.site.pages.figures import coverage_words, number
from gzg.site.pages.news import news_entry, news_items
from gzg.site.pages.unknown import coverage_sentence

LATEST_CALLS = 3
LATEST_NEWS = 3
SHOWN_BLUEPRINTS = 3
SHOWN_FIGURES = (
    FigureName.CALLS,
    FigureName.GRANTED,
    FigureName.MUNICIPALITIES,
)
ENTRIES = (Section.CALLS, Section.PROJECTS, Section.BLUEPRINTS, Section.ORGANISATIONS)


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
            "figures": [
                _count(edition, figure) for name in SHOWN_FIGURES if (figure := _of(edition, name))
            ],
            "figures_link": edition.index_link(Section.FIGURES),
            "calls": calls[:LATEST_CALLS],
            "more_calls": len(calls) > LATEST_CALLS,
            "calls_link": edition.index_link(Section.CALLS),
            "entries": [
                {**edition.index_link(section), "about": edition.say(f"entry.{section}")}
                for section in ENTRIES
            ],
            "blueprints": [
                blueprint_row(edition, *each) for each in blueprints(edition)[:SHOWN_BLUEPRINTS]
            ],
            "blueprints_link": edition.index_link(Section.BLUEPRINTS),
            "news": [news_entry(edition, *each) for each in news_items(edition)[:LATEST_NEWS]],
            "news_link": edition.index_link(Section.NEWS),
        },
        description=edition.text(programme.description) if programme else "",
        changed=edition.changed("content"),
    )


def _of(edition: Edition, name: FigureName) -> Figure | None:
    return next(
        (each for each in edition.figures if each.name is name and each.subject == Subject()),
        None,
    )


def _count(edition: Edition, figure: Figure) -> Data:
    """The official number where there is one, and how much of it the catalogue holds."""
    official = figure.official
    value = official.value if official else figure.computed
    return {
        "title": figure.title(edition.language),
        "value": number(edition, figure, value) if value is not None else None,
        "coverage": coverage_words(edition, figure),
    }
