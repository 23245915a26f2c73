"""Which figures exist, and an official value of one."""

from enum import StrEnum
from typing import Annotated

from gzg.model.base import Flag, Localised, Refers, Slug
from gzg.model.facts import Fact
from gzg.model.money import Money


class FigureName(StrEnum):
    """What is counted; a figure is one of these, of the programme, a call or a focus."""

    CALLS = "calls"
    SUBMITTED = "submitted"
    INITIATORS = "initiators"
    APPLICANT_GOVERNMENTS = "applicant-governments"
    APPLICANT_SHARE = "applicant-share"
    GRANTED = "granted"
    AMOUNT = "amount"
    GOVERNMENTS = "governments"
    INTERMUNICIPALS = "intermunicipals"
    MUNICIPALITIES = "municipalities"
    MUNICIPALITY_SHARE = "municipality-share"
    BOOST = "boost"


class OfficialFigure(Fact):
    """A figure as the authority published it, beside which ours is set.

    `difference` says why ours differs although every record is there; without it the difference
    is a fault.
    """

    figure: FigureName
    value: Money
    approximate: Flag = False
    focus: Annotated[Slug, Refers("focus")] | None = None
    difference: Localised | None = None
