"""The written-out table of page kinds, and the languages that are published."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from operator import attrgetter

from gzg.site.edition import Edition
from gzg.site.history import sentences
from gzg.site.later import Later, finished
from gzg.site.page import Page
from gzg.site.pages import (
    accessibility,
    blueprints,
    calls,
    figures,
    fixed,
    hand_in,
    home,
    money,
    news,
    organisations,
    participation,
    projects,
    rules,
    search,
    sources,
    submissions,
    terms,
    together,
    unknown,
)
from gzg.texts import Language

LANGUAGES = (Language.NL, Language.EN)

PAGE_KINDS: tuple[Callable[[Edition], Iterator[Page | Later]], ...] = (
    home.pages,
    calls.pages,
    submissions.pages,
    hand_in.pages,
    projects.pages,
    blueprints.pages,
    organisations.pages,
    together.pages,
    figures.pages,
    news.pages,
    sources.pages,
    unknown.pages,
    rules.pages,
    terms.pages,
    search.pages,
    accessibility.pages,
    fixed.pages,
)

ALIKE: tuple[Callable[[Edition], object], ...] = (
    Edition.changed,
    attrgetter("projects_by_organisation"),
    money.granted,
    participation.participations,
    together.consortia,
)
"""Asks what pages need of all records and is the same in every language."""


def all_pages(edition: Edition) -> Iterator[Page]:
    """Every page of an edition, kind by kind."""
    for page in finished(edition, pages_in_turn(edition)):
        yield with_history(edition, page)


def pages_in_turn(edition: Edition) -> Iterator[Page | Later]:
    """The same, without making those that can be made later, and without their past."""
    for pages in PAGE_KINDS:
        yield from pages(edition)


def with_history(edition: Edition, page: Page) -> Page:
    """A page with the past of the record that it is about."""
    past = edition.past.get(page.source)
    return replace(page, history=sentences(past, edition.language)) if past else page
