"""The pages that are written by hand, such as the one about the catalogue."""

from collections.abc import Iterator

from gzg.model.kinds import Kind
from gzg.model.page import Page as FixedPage
from gzg.repository.repository import Record
from gzg.site.addresses import Section
from gzg.site.edition import Edition, id_in_address
from gzg.site.page import Page
from gzg.site.readme import body_of
from gzg.site.wording import Citations


def pages(edition: Edition) -> Iterator[Page]:
    """Each page in this edition's language."""
    for id, record, page in _in_this_language(edition):
        address = edition.address(Section.PAGES, id)
        citations = Citations(edition, page.sources)
        yield Page(
            address=address,
            language=edition.language,
            title=page.title,
            template="prose.html",
            section=Section.PAGES,
            record={"id": id, "sources": citations.listed()},
            body=body_of(edition, record, address),
            crumbs=edition.crumbs(),
            filters={"kind": (edition.say("kind.page"),)},
            changed=edition.changed(record.path),
        )


def fixed_pages(edition: Edition) -> list[tuple[str, FixedPage]]:
    """Address id and page, in the order that the pages ask for."""
    found = [(id, page) for id, _, page in _in_this_language(edition)]
    return sorted(found, key=lambda each: (each[1].order, each[0]))


def _in_this_language(edition: Edition) -> Iterator[tuple[str, Record, FixedPage]]:
    for record in edition.records(Kind.PAGE):
        page = record.model
        if isinstance(page, FixedPage) and is_in_language(edition, page.language):
            yield id_in_address(Kind.PAGE, record.id), record, page


def is_in_language(edition: Edition, language: str | None) -> bool:
    """Whether a hand-written text belongs to this edition."""
    return (language or edition.main_language) == edition.language
