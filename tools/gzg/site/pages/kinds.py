"""The written-out table of page kinds, and the languages that are published."""

from collections.abc import Callable, Iterator

from gzg.site.edition import Edition
from gzg.site.page import Page
from gzg.site.pages import (
    blueprints,
    calls,
    figures,
    fixed,
    home,
    news,
    organisations,
    projects,
    rules,
    search,
    sources,
    submissions,
    unknown,
)
from gzg.texts import Language

LANGUAGES = (Language.NL, Language.EN)

PAGE_KINDS: tuple[Callable[[Edition], Iterator[Page]], ...] = (
    home.pages,
    calls.pages,
    submissions.pages,
    projects.pages,
    blueprints.pages,
    organisations.pages,
    figures.pages,
    news.pages,
    sources.pages,
    unknown.pages,
    rules.pages,
    search.pages,
    fixed.pages,
)


def all_pages(edition: Edition) -> Iterator[Page]:
    """Every page of an edition, kind by kind."""
    for pages in PAGE_KINDS:
        yield from pages(edition)
