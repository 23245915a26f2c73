"""News: an index with the latest first, and a page for each item."""

from collections.abc import Iterator

from gzg.model.kinds import Kind
from gzg.model.page import News
from gzg.repository.repository import Record
from gzg.site.addresses import Section
from gzg.site.edition import Edition, id_in_address
from gzg.site.later import Later
from gzg.site.page import Data, Page
from gzg.site.pages.fixed import best_versions, other_language, titled
from gzg.site.readme import body_of
from gzg.site.wording import Citations, day, sourced


def pages(edition: Edition) -> Iterator[Page | Later]:
    """The index, where there is news, and every item in this edition's language."""
    items = news_items(edition)
    if items:
        yield Page(
            address=edition.address(Section.NEWS),
            language=edition.language,
            title=edition.say("section.news"),
            template="news.html",
            section=Section.NEWS,
            record={"items": [news_entry(edition, *item) for item in items]},
            crumbs=edition.crumbs(),
            changed=edition.changed("content/news"),
        )
    for record, _ in items:
        yield Later(_address(edition, record), _page, (record.id,))


def news_items(edition: Edition) -> list[tuple[Record, News]]:
    """Every item, in this edition's language where it has that, latest first."""
    found = [
        (record, record.model)
        for record in best_versions(edition, Kind.NEWS)
        if isinstance(record.model, News)
    ]
    return sorted(found, key=lambda item: (item[1].date, item[0].id), reverse=True)


def news_entry(edition: Edition, record: Record, news: News) -> Data:
    """An item as a list shows it."""
    return {
        "text": titled(news.title, other_language(edition, record)),
        "href": _address(edition, record),
        "date": day(edition, news.date),
        "summary": edition.said(news.summary),
    }


def _address(edition: Edition, record: Record) -> str:
    return edition.address(Section.NEWS, id_in_address(Kind.NEWS, record.id))


def _page(edition: Edition, id: str) -> Page:
    record, news = edition.record(Kind.NEWS, id, News)
    address = _address(edition, record)
    citations = Citations(edition, news.sources)
    related = [
        *(edition.record_link(Kind.CALL, id) for id in news.calls),
        *(edition.record_link(Kind.PROJECT, id) for id in news.projects),
    ]
    return Page(
        address=address,
        language=edition.language,
        title=news.title,
        template="news-item.html",
        section=Section.NEWS,
        record={
            "date": day(edition, news.date),
            "related": related,
            **sourced(edition, news, citations),
        },
        title_language=other_language(edition, record),
        body=body_of(edition, record, address),
        body_language=other_language(edition, record),
        source=record.path,
        description=edition.text(news.summary) if news.summary else "",
        crumbs=edition.crumbs(Section.NEWS),
        filters={"kind": (edition.say("kind.news"),), "year": (str(news.date.year),)},
        changed=edition.changed(record.path),
    )
