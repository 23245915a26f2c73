"""The pages that are written by hand, such as the one about the catalogue."""

from collections.abc import Iterator

from gzg.model.kinds import Kind
from gzg.model.page import Page as FixedPage
from gzg.repository.repository import Record
from gzg.site.addresses import Section
from gzg.site.edition import Edition, id_in_address
from gzg.site.later import Later
from gzg.site.page import Data, Page, link
from gzg.site.readme import body_of
from gzg.site.wording import Citations

ELSEWHERE = frozenset({"accessibility"})
"""Pages with a fixed place of their own, which therefore do not stand in the menu."""


def pages(edition: Edition) -> Iterator[Later]:
    """Each page in this edition's language."""
    for id, record, _ in _in_this_language(edition):
        address = edition.address(Section.PAGES, id)
        yield Later(address, _page, (record.id, address))


def _page(edition: Edition, id: str, address: str) -> Page:
    return fixed_page(edition, *edition.record(Kind.PAGE, id, FixedPage), address, Section.PAGES)


def fixed_page(
    edition: Edition, record: Record, page: FixedPage, address: str, section: Section
) -> Page:
    """A hand-written text as a page at an address."""
    citations = Citations(edition, page.sources)
    return Page(
        address=address,
        language=edition.language,
        title=page.title,
        template="prose.html",
        section=section,
        record={"id": id_in_address(Kind.PAGE, record.id), "sources": citations.listed()},
        title_language=other_language(edition, record),
        body=body_of(edition, record, address),
        body_language=other_language(edition, record),
        source=record.path,
        crumbs=edition.crumbs(),
        filters={"kind": (edition.say("kind.page"),)},
        changed=edition.changed(record.path),
    )


def fixed_pages(edition: Edition) -> list[Data]:
    """A link to each page with its id, in the order that the pages ask for."""
    found = [
        (page.order, id, titled(page.title, other_language(edition, record)))
        for id, record, page in _in_this_language(edition)
    ]
    return [
        {**link(title, edition.address(Section.PAGES, id)), "section": id}
        for _, id, title in sorted(found, key=lambda each: each[:2])
    ]


def titled(title: str, language: str) -> object:
    """A title as a template shows it: with its language where that is not the page's."""
    return {"text": title, "lang": language} if language else title


def _in_this_language(edition: Edition) -> Iterator[tuple[str, Record, FixedPage]]:
    for record in best_versions(edition, Kind.PAGE):
        id = id_in_address(Kind.PAGE, record.id)
        if isinstance(record.model, FixedPage) and id not in ELSEWHERE:
            yield id, record, record.model


def best_versions(edition: Edition, kind: Kind) -> list[Record]:
    """Of every hand-written text the version in this language, else the one that there is."""
    found: dict[str, Record] = {}
    for record in edition.records(kind):
        id = id_in_address(kind, record.id)
        if id not in found or _rank(edition, record) < _rank(edition, found[id]):
            found[id] = record
    return list(found.values())


def _rank(edition: Edition, record: Record) -> tuple[bool, bool, str]:
    language = language_of(edition, record)
    return language != edition.language, language != edition.main_language, record.id


def language_of(edition: Edition, record: Record) -> str:
    """The language that a hand-written text is in."""
    own = getattr(record.model, "language", None)
    return str(own or edition.main_language)


def other_language(edition: Edition, record: Record) -> str:
    """The same where that is not this edition's; else nothing."""
    language = language_of(edition, record)
    return "" if language == edition.language else language
