"""The sources: each publication, and which records lean on it."""

from collections.abc import Iterator

from gzg.model.kinds import Kind
from gzg.site.addresses import Section
from gzg.site.edition import HAND_WRITTEN, SECTION_OF, Edition
from gzg.site.page import Data, Page
from gzg.site.pages.fixed import best_versions
from gzg.site.wording import source_data

WITH_A_PAGE = (Kind.CALL, Kind.PROJECT, Kind.BLUEPRINT, Kind.NEWS)


def pages(edition: Edition) -> Iterator[Page]:
    """One page with them all, by title."""
    found = sorted(edition.catalogue.sources.items(), key=lambda item: (item[1].title, item[0]))
    yield Page(
        address=edition.address(Section.SOURCES),
        language=edition.language,
        title=edition.say("section.sources"),
        template="sources.html",
        section=Section.SOURCES,
        record={
            "sources": [{**source_data(edition, id), "used": _used(edition, id)} for id, _ in found]
        },
        crumbs=edition.crumbs(),
        changed=edition.changed("content/sources.yml"),
        source="content/sources.yml",
    )


def _used(edition: Edition, source: str) -> list[Data]:
    """Links to the records that name a source, each once."""
    found: dict[tuple[Kind, str], Data] = {}
    for link in edition.catalogue.incoming("source", source):
        record = link.record
        if record.kind is Kind.ORGANISATION:
            shown = edition.organisation_link(record.id, None)
        elif record.kind in HAND_WRITTEN and record not in best_versions(edition, record.kind):
            continue  # the page shows another version of it
        elif record.kind in SECTION_OF:
            shown = edition.record_link(record.kind, record.id)
        else:
            continue
        found[record.kind, record.id] = shown
    return list(found.values())
