"""The jury's advice on the submissions of a call, in words; deciding is the authority's."""

from gzg.model.base import Localised, Model, Slug
from gzg.model.dates import Day
from gzg.model.submission import SubmissionId


class Recommendation(Model):
    """Something to do better; a resubmission answers it by its id."""

    id: Slug
    text: Localised


class SubmissionAdvice(Model):
    """What the jury says of one submission."""

    submission: SubmissionId
    text: Localised
    recommendations: tuple[Recommendation, ...] = ()


class Advice(Model):
    """The jury's advice on a call; the call is that of the folder it stands in."""

    date: Day
    submissions: tuple[SubmissionAdvice, ...]
