"""A figure as a value: what is counted, the official number, ours, and how far ours reaches."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from gzg.model.figures import FigureName, OfficialFigure
from gzg.texts import Language, say


class Unit(StrEnum):
    """What a figure's number is a number of."""

    COUNT = "count"
    EURO = "euro"
    PERCENT = "percent"


class Dimension(StrEnum):
    """What a figure is split by."""

    FOCUS = "focus"
    TYPE = "type"
    REGION = "region"


UNITS = {
    FigureName.AMOUNT: Unit.EURO,
    FigureName.APPLICANT_SHARE: Unit.PERCENT,
    FigureName.MUNICIPALITY_SHARE: Unit.PERCENT,
}


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of the projects that count are known well enough to be counted."""

    known: int
    of: int

    @property
    def is_full(self) -> bool:
        """Whether nothing that counts is missing; more than was published is nothing missing."""
        return self.known >= self.of


@dataclass(frozen=True, slots=True)
class Subject:
    """What a figure is about: the programme, or one call; whole, or one term of a dimension."""

    call: str | None = None
    dimension: Dimension | None = None
    term: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One number about the programme.

    `computed` is absent where the records cannot tell it, such as the number of refused
    submissions; `coverage` is absent where nobody said of how many the records are a part.
    """

    name: FigureName
    subject: Subject
    official: OfficialFigure | None = None
    computed: Decimal | None = None
    coverage: Coverage | None = None

    @property
    def id(self) -> str:
        """Call, name, dimension and term with points between them: `voorbeeldoproep.granted`."""
        subject = self.subject
        parts = (subject.call, self.name, subject.dimension, subject.term)
        return ".".join(part for part in parts if part)

    @property
    def unit(self) -> Unit:
        """Euro, per cent or a plain count."""
        return UNITS.get(self.name, Unit.COUNT)

    @property
    def disagrees(self) -> bool:
        """Whether ours and the official one differ although nothing is missing."""
        official, ours = self.official, self.computed
        if official is None or ours is None or self.coverage is None or official.approximate:
            return False
        return self.coverage.is_full and official.value != ours

    def title(self, language: Language) -> str:
        """What it is called."""
        return say("figures", f"{self.name}.title", language)

    def definition(self, language: Language) -> str:
        """What is counted, and what is not."""
        return say("figures", f"{self.name}.definition", language)
