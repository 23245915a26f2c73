"""The authority's decision on the submissions of a call; what the jury advised is apart."""

from gzg.model.base import Localised, Model
from gzg.model.dates import Day
from gzg.model.money import Money
from gzg.model.submission import SubmissionId


class GrantedSubmission(Model):
    """A submission that is granted, and for how much in euro."""

    submission: SubmissionId
    amount: Money


class RefusedSubmission(Model):
    """A submission that is refused, and why."""

    submission: SubmissionId
    reason: Localised | None = None


class Decision(Model):
    """The decision on a call; the call is that of the folder it stands in."""

    date: Day
    granted: tuple[GrantedSubmission, ...] = ()
    refused: tuple[RefusedSubmission, ...] = ()
