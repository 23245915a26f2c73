"""The kinds of record files.

Where the files stand is for the repository; which model judges each is for `model.models`.
"""

from enum import StrEnum


class Kind(StrEnum):
    """A kind of record file; also the stem of its schema: `schemas/<kind>.schema.json`."""

    PROGRAMME = "programme"
    SOURCES = "sources"
    ORGANISATION = "organisation"
    CALL = "call"
    PROJECT = "project"
    BLUEPRINT = "blueprint"
    NEWS = "news"
    PAGE = "page"
    SUBMISSION = "submission"
    RECEIPT = "receipt"
    ADMISSIBILITY = "admissibility"
    ADVICE = "advice"
    DECISION = "decision"
