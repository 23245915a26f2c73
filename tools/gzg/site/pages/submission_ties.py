"""What a dossier is tied to: the earlier one it improves, and what it does with the advice."""

from gzg.model.kinds import Kind
from gzg.model.submission import Submission
from gzg.site.dossiers import course_of
from gzg.site.edition import Edition
from gzg.site.page import Data


def chain(edition: Edition, id: str, submission: Submission) -> list[Data]:
    """The dossier that this one hands in again, and those that hand in this one again."""
    found: list[Data] = []
    if submission.resubmission_of:
        found.append(
            {
                "how": edition.say("relation.resubmission-of"),
                "submission": _link(edition, submission.resubmission_of),
            }
        )
    for incoming in edition.catalogue.incoming("submission", id):
        later = incoming.record
        is_later = later.kind is Kind.SUBMISSION and later.id != id
        if is_later and edition.record_address(Kind.SUBMISSION, later.id):
            how = edition.say("relation.resubmission-of.back")
            found.append({"how": how, "submission": _link(edition, later.id)})
    return found


def _link(edition: Edition, id: str) -> Data:
    found = edition.record_link(Kind.SUBMISSION, id)
    return {**found, "text": edition.own(str(found["text"]))} if "href" in found else found


def answers(edition: Edition, submission: Submission) -> list[Data]:
    """Every recommendation of the jury on the earlier dossier, with the answer to it.

    An answer to something that the jury did not recommend is shown by the name it gives.
    """
    given: dict[str, str] = {}
    for each in submission.answers:
        given.setdefault(each.recommendation, each.answer)
    asked: dict[str, object] = {}
    if submission.resubmission_of and edition.record_address(
        Kind.SUBMISSION, submission.resubmission_of
    ):
        advised = course_of(edition.catalogue, submission.resubmission_of).advised
        asked = (
            {each.id: edition.said(each.text) for each in advised.recommendations}
            if advised
            else {}
        )
    return [
        {
            "recommendation": asked.get(id, id),
            "answer": edition.own(given[id]) if id in given else None,
        }
        for id in dict.fromkeys((*asked, *given))
    ]
