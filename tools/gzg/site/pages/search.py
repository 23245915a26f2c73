"""The search page: its form is made here, its results by a script in the browser."""

from collections.abc import Iterator

from gzg.site.addresses import Section
from gzg.site.dataset import STEM, columns_of
from gzg.site.edition import Edition
from gzg.site.filter_words import translations
from gzg.site.filters import FILTERS, amount_ranges
from gzg.site.page import Data, Page

INDEXES = (Section.CALLS, Section.PROJECTS, Section.BLUEPRINTS, Section.ORGANISATIONS)
"""The lists that show the same without a script, beside those of the programme's own words."""


def pages(edition: Edition) -> Iterator[Page]:
    """One page, with the names of what the search narrows by."""
    yield Page(
        address=edition.address(Section.SEARCH),
        language=edition.language,
        title=edition.say("section.search"),
        template="search.html",
        section=Section.SEARCH,
        record={
            "filters": [_filter(edition, name) for name in FILTERS],
            "data": f"{edition.address(Section.SEARCH)}{STEM[edition.language]}",
            "file": STEM[edition.language],
            "columns": [list(column) for column in columns_of(edition).items()],
            "words": translations(edition),
            "indexes": [*map(edition.index_link, INDEXES), *edition.term_indexes()],
        },
        crumbs=edition.crumbs(),
    )


def _filter(edition: Edition, name: str) -> Data:
    """A filter with its label, and the order of its values where that is not the alphabet's."""
    order = amount_ranges(edition) if name == "amount" else []
    return {"name": name, "label": edition.say(f"filter.{name}"), "order": order}
