"""Dossiers: the list on the page of their call, and a page for each that everybody may read."""

from collections.abc import Iterator

from gzg.model.call import Call, Openness
from gzg.model.kinds import Kind
from gzg.model.programme import Role, RoleFunction
from gzg.model.submission import Submission
from gzg.repository.repository import Record
from gzg.site.dossiers import course_of
from gzg.site.edition import Edition
from gzg.site.later import Later
from gzg.site.page import Data, Page
from gzg.site.pages.submission import submission_page
from gzg.site.pages.submission_course import state_of


def pages(edition: Edition) -> Iterator[Later]:
    """The page of every dossier that is public."""
    for record, _, address in _public(edition):
        yield Later(address, _page, (record.id, address))


def _page(edition: Edition, id: str, address: str) -> Page:
    return submission_page(edition, *edition.record(Kind.SUBMISSION, id, Submission), address)


def submissions_of_call(edition: Edition, id: str, call: Call) -> Data:
    """The dossiers of a call by title; whether they stay closed until it is decided on."""
    found = [
        (record, submission)
        for record, submission, _ in _public(edition)
        if record.id.partition("/")[0] == id
    ]
    found.sort(key=lambda item: (item[1].title.casefold(), item[0].id))
    return {
        "submissions": [_row(edition, *each) for each in found],
        "closed": call.openness is Openness.AT_DECISION and id not in edition.catalogue.decisions,
    }


def _public(edition: Edition) -> Iterator[tuple[Record, Submission, str]]:
    for record in edition.catalogue.repository.records(Kind.SUBMISSION):
        address = edition.record_address(Kind.SUBMISSION, record.id)
        if isinstance(record.model, Submission) and address is not None:
            yield record, record.model, address


def _row(edition: Edition, record: Record, submission: Submission) -> Data:
    when = edition.catalogue.date_of_submission(record.id, submission)
    recorded = course_of(edition.catalogue, record.id)
    return {
        "title": edition.own(submission.title),
        "href": edition.record_address(Kind.SUBMISSION, record.id),
        "summary": edition.own(submission.summary),
        "leads": [
            edition.organisation_link(each.organisation, when)
            for each in submission.parties
            if _function(edition, each.role) is RoleFunction.LEAD
        ],
        "requested": edition.say("amount.exact", value=submission.requested),
        "state": state_of(edition, recorded),
    }


def _function(edition: Edition, role: str) -> RoleFunction | None:
    term = edition.catalogue.terms("role").get(role)
    return term.function if isinstance(term, Role) else None
