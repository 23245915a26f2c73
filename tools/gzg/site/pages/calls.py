"""Calls: an index, and how lists show one."""

from collections.abc import Iterator

from gzg.model.call import Call
from gzg.model.kinds import Kind
from gzg.repository.repository import Record
from gzg.site.addresses import Section
from gzg.site.edition import Edition
from gzg.site.later import Later
from gzg.site.page import Data, Page
from gzg.site.pages.call import call_page, moments
from gzg.site.pages.call_timeline import timeline_legend, timeline_pictures, timeline_rows


def pages(edition: Edition) -> Iterator[Page | Later]:
    """The index and the page of every call."""
    rows = call_rows(edition)
    drawn = [(record, call) for record, call in calls(edition) if not call.demo]
    yield Page(
        address=edition.address(Section.CALLS),
        language=edition.language,
        title=edition.say("section.calls"),
        template="calls.html",
        section=Section.CALLS,
        record={
            "calls": [row for row in rows if not row["demo"]],
            "practice": [row for row in rows if row["demo"]],
            "timeline": timeline_rows(edition, drawn),
            "legend": timeline_legend(edition, drawn),
        },
        pictures=timeline_pictures(edition, drawn),
        crumbs=edition.crumbs(),
        changed=edition.changed("content/calls"),
    )
    for record, _ in calls(edition):
        yield Later(edition.address(Section.CALLS, record.id), _page, (record.id,))


def _page(edition: Edition, id: str) -> Page:
    return call_page(edition, *edition.record(Kind.CALL, id, Call))


def calls(edition: Edition) -> list[tuple[Record, Call]]:
    """Every call by number; drafts are not shown."""
    found = [
        (record, record.model)
        for record in edition.records(Kind.CALL)
        if isinstance(record.model, Call) and not record.model.draft
    ]
    return sorted(found, key=lambda item: (item[1].number, item[0].id))


def call_rows(edition: Edition) -> list[Data]:
    """The calls as a list shows them."""
    return [call_row(edition, record, call) for record, call in calls(edition)]


def call_row(edition: Edition, record: Record, call: Call) -> Data:
    """A call as a list shows it."""
    return {
        **edition.record_link(Kind.CALL, record.id),
        "summary": edition.said(call.summary),
        "type": edition.term("type", call.type),
        "focuses": [edition.term("focus", id) for id in call.focuses],
        "demo": call.demo,
        **moments(edition, call),
    }
