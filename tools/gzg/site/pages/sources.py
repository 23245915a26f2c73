"""The sources: each publication, and which records lean on it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from gzg.model.kinds import Kind
from gzg.site.addresses import Section
from gzg.site.edition import HAND_WRITTEN, SECTION_OF, Edition, is_addressable
from gzg.site.later import Later
from gzg.site.page import Data, Page, link
from gzg.site.pages.fixed import best_versions
from gzg.site.wording import source_data

MOST, SHOWN = 40, 5
"""Records that lean on a source: how many the page of all sources names, and of more how many."""

Used = tuple[Kind, str]
"""A record that leans on a source."""


def pages(edition: Edition) -> Iterator[Page | Later]:
    """One page with them all, by title; and one for each that very many records lean on."""
    found = sorted(edition.catalogue.sources.items(), key=lambda item: (item[1].title, item[0]))
    shown = _shown(edition)
    used = {id: _used(edition, id, shown) for id, _ in found}
    yield Page(
        address=edition.address(Section.SOURCES),
        language=edition.language,
        title=edition.say("section.sources"),
        template="sources.html",
        section=Section.SOURCES,
        record={"sources": [_entry(edition, id, used[id]) for id, _ in found]},
        crumbs=edition.crumbs(),
        changed=edition.changed("content/sources.yml"),
        source="content/sources.yml",
    )
    for id, _ in found:
        if _has_own_page(id, used[id]):
            yield Later(edition.address(Section.SOURCES, id), _page, (id,))


def _page(edition: Edition, id: str) -> Page:
    used = _used(edition, id, _shown(edition))
    return Page(
        address=edition.address(Section.SOURCES, id),
        language=edition.language,
        title=edition.catalogue.sources[id].title,
        template="sources.html",
        section=Section.SOURCES,
        record={"sources": [{**source_data(edition, id), "used": _links(edition, used)}]},
        crumbs=edition.crumbs(Section.SOURCES),
        changed=edition.changed("content/sources.yml"),
        source="content/sources.yml",
    )


def _entry(edition: Edition, id: str, used: Sequence[Used]) -> Data:
    """A source with the records that lean on it; of very many the first, and a link to all."""
    if not _has_own_page(id, used):
        return {**source_data(edition, id), "used": _links(edition, used)}
    more = link(edition.say("source-more", count=len(used)), edition.address(Section.SOURCES, id))
    return {**source_data(edition, id), "used": _links(edition, used[:SHOWN]), "more": more}


def _has_own_page(id: str, used: Sequence[Used]) -> bool:
    return len(used) > MOST and is_addressable(id)


def _shown(edition: Edition) -> Mapping[Kind, Collection[str]]:
    """The ids of the hand-written texts that have a page in this edition's language."""
    return {kind: {record.id for record in best_versions(edition, kind)} for kind in HAND_WRITTEN}


def _used(edition: Edition, source: str, texts: Mapping[Kind, Collection[str]]) -> Sequence[Used]:
    """The records with a page that name a source, each once."""
    records = (link.record for link in edition.catalogue.incoming("source", source))
    return list(
        dict.fromkeys(
            (record.kind, record.id)
            for record in records
            if record.kind in SECTION_OF
            # of a text only the version that the page shows
            and (record.kind not in texts or record.id in texts[record.kind])
        )
    )


def _links(edition: Edition, used: Iterable[Used]) -> list[Data]:
    return [
        edition.organisation_link(id, None)
        if kind is Kind.ORGANISATION
        else edition.record_link(kind, id)
        for kind, id in used
    ]
