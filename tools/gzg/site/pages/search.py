"""The search page: its form is made here, its results by a script in the browser."""

from collections.abc import Iterator

from gzg.site.addresses import Section
from gzg.site.edition import Edition
from gzg.site.page import Page

FILTERS = ("kind", "focus", "type", "call", "municipality")


def pages(edition: Edition) -> Iterator[Page]:
    """One page, with the names of what the search narrows by."""
    yield Page(
        address=edition.address(Section.SEARCH),
        language=edition.language,
        title=edition.say("section.search"),
        template="search.html",
        section=Section.SEARCH,
        record={
            "filters": [{"name": name, "label": edition.say(f"filter.{name}")} for name in FILTERS],
            "indexes": [
                edition.index_link(section)
                for section in (
                    Section.CALLS,
                    Section.PROJECTS,
                    Section.BLUEPRINTS,
                    Section.ORGANISATIONS,
                )
            ],
        },
        crumbs=edition.crumbs(),
    )
