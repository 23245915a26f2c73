"""Which model judges each kind of record."""

from collections.abc import Mapping
from types import MappingProxyType

from gzg.model.admissibility import Admissibility
from gzg.model.advice import Advice
from gzg.model.base import Model
from gzg.model.blueprint import Blueprint
from gzg.model.call import Call
from gzg.model.decision import Decision
from gzg.model.kinds import Kind
from gzg.model.organisation import Organisation
from gzg.model.page import News, Page
from gzg.model.programme import Programme
from gzg.model.project import Project
from gzg.model.receipt import Receipt
from gzg.model.source import Sources
from gzg.model.submission import Submission

MODELS: Mapping[Kind, type[Model]] = MappingProxyType(
    {
        Kind.PROGRAMME: Programme,
        Kind.SOURCES: Sources,
        Kind.ORGANISATION: Organisation,
        Kind.CALL: Call,
        Kind.PROJECT: Project,
        Kind.BLUEPRINT: Blueprint,
        Kind.NEWS: News,
        Kind.PAGE: Page,
        Kind.SUBMISSION: Submission,
        Kind.RECEIPT: Receipt,
        Kind.ADMISSIBILITY: Admissibility,
        Kind.ADVICE: Advice,
        Kind.DECISION: Decision,
    }
)
"""The model of every kind of record file."""
