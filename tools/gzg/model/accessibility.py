"""What only the publisher of a site can say of its accessibility: for the statement on it.

The fields follow the model statement of the European Union, Implementing Decision (EU) 2018/1523:
https://eur-lex.europa.eu/eli/dec_impl/2018/1523/oj.
"""

from enum import StrEnum

from gzg.model.base import Localised, Model
from gzg.model.dates import Day
from gzg.model.identifiers import WebAddress


class Compliance(StrEnum):
    """How far a site complies with the standard that the law names."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


class Method(StrEnum):
    """Who examined the site for its statement."""

    SELF_ASSESSMENT = "self-assessment"
    THIRD_PARTY = "third-party"


class AccessibilityStatement(Model):
    """Who answers for the site, by which law, and what was found when it was examined."""

    body: Localised | None = None
    law: Localised | None = None
    compliance: Compliance | None = None
    shortcomings: tuple[Localised, ...] = ()
    prepared: Day | None = None
    reviewed: Day | None = None
    method: Method | None = None
    enforcement: Localised | None = None
    enforcement_address: WebAddress | None = None
