"""The written-out table of page kinds, and the languages that are published."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from gzg.site.edition import Edition
from gzg.site.history import sentences
from gzg.site.page import Page
from gzg.site.pages import (
    accessibility,
    blueprints,
    calls,
    figures,
    fixed,
    hand_in,
    home,
    news,
    organisations,
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

PAGE_KINDS: tuple[Callable[[Edition], Iterator[Page]], ...] = (
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


def all_pages(edition: Edition) -> Iterator[Page]:
    """Every page of an edition, kind by kind."""
    for pages in PAGE_KINDS:
        for page in pages(edition):
            yield _with_history(edition, page)


def _with_history(edition: Edition, page: Page) -> Page:
    past = edition.past.get(page.source)
    return replace(page, history=sentences(past, edition.language)) if past else page
