"""The formal check of one submission, apart from merit; written by the office's side only."""

from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from gzg.model.base import Localised, Model
from gzg.model.dates import Day

RULE_PATTERN = r"^[A-Z]{3}[0-9]{3}$"

RuleCode = Annotated[str, StringConstraints(pattern=RULE_PATTERN)]
"""The code of a rule of the checks: `GZG412`."""


class FormalOutcome(StrEnum):
    """What the formal check came to."""

    ADMISSIBLE = "admissible"
    INADMISSIBLE = "inadmissible"


class Ground(Model):
    """Why a submission is not admissible: a rule that it does not meet, words, or both."""

    rule: RuleCode | None = None
    text: Localised | None = None


class Admissibility(Model):
    """Whether a submission is admissible; `body` is a service or organ, never a person."""

    date: Day
    outcome: FormalOutcome
    body: Localised
    grounds: tuple[Ground, ...] = ()
