"""The day at which the organisations of a record are looked up, kind by kind.

Whether an organisation existed on that day is not asked here.
"""

from datetime import date
from typing import Protocol

from gzg.model.base import Model
from gzg.model.blueprint import Blueprint
from gzg.model.call import Call
from gzg.model.kinds import Kind
from gzg.model.page import News
from gzg.model.project import Project
from gzg.model.receipt import Receipt
from gzg.model.submission import Submission
from gzg.repository.repository import Record


class Models(Protocol):
    """The records that one may depend on, such as a project on its call."""

    def model(self, kind: Kind, id: str) -> Model | None:
        """One record, read alone."""
        ...


def date_of(record: Record, models: Models) -> date | None:
    """The day of a record; None where it has none, or nobody knows it."""
    match record.model:
        case Project() as project:
            return date_of_project(project, models)
        case Call() as call:
            return call.closes.day if call.closes else None
        case Blueprint() as blueprint:
            return _date_of_blueprint(blueprint, models)
        case Submission() as submission:
            return date_of_submission(record.id, submission, models)
        case News() as news:
            return news.date
        case _:
            return None


def date_of_project(project: Project, models: Models) -> date | None:
    """Its decision, else its call's present closing date, else the day it began."""
    if project.decided:
        return project.decided
    call = models.model(Kind.CALL, project.call) if project.call else None
    if isinstance(call, Call) and call.closes:
        return call.closes.day
    return project.started.first_day if project.started else None


def date_of_submission(id: str, submission: Submission, models: Models) -> date | None:
    """Its receipt, else its call's present closing date; none where the call never closes."""
    receipt = models.model(Kind.RECEIPT, id)
    if isinstance(receipt, Receipt):
        return receipt.received.date()
    call = models.model(Kind.CALL, submission.call)
    return call.closes.day if isinstance(call, Call) and call.closes else None


def _date_of_blueprint(blueprint: Blueprint, models: Models) -> date | None:
    if blueprint.published:
        return blueprint.published.last_day
    project = models.model(Kind.PROJECT, blueprint.project)
    return date_of_project(project, models) if isinstance(project, Project) else None
