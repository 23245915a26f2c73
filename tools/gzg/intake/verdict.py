"""The verdict on a pull request, as a value: what was judged, what was found, what follows."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from gzg.engine.conditions import Condition
from gzg.engine.report import Report
from gzg.intake.event import Event
from gzg.model.call import Call
from gzg.model.receipt import Receipt
from gzg.model.submission import Submission
from gzg.repository.catalogue import Catalogue


class Outcome(StrEnum):
    """What became of a pull request.

    `UNCHANGED` where there is nothing new to judge: the earlier verdict on the head stands.
    """

    ADMISSIBLE = "admissible"
    INADMISSIBLE = "inadmissible"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class HandedIn:
    """The dossier of a pull request, as far as it could be read, and its call."""

    id: str
    submission: Submission | None
    call: Call | None


@dataclass(frozen=True)
class Similar:
    """A project or blueprint that resembles a dossier, who can tell of it, and the words shared."""

    kind: str
    id: str
    title: str
    parties: tuple[str, ...]
    why: tuple[str, ...]


@dataclass(frozen=True)
class Compared:
    """How much of a large catalogue a dossier was compared with.

    Of `records` projects and blueprints `texts` texts were searched, and `in_full` read as a whole.
    """

    records: int
    texts: int
    in_full: int


@dataclass(frozen=True)
class Verdict:
    """The verdict on one event.

    `time` is the time that counts, in the programme's zone. `receipt` is the one to be written, or
    the one that stands already where `outcome` is `UNCHANGED`. `compared` is None where `similar`
    comes from a comparison with everything.
    """

    event: Event
    outcome: Outcome
    report: Report
    catalogue: Catalogue
    time: datetime | None = None
    handed_in: HandedIn | None = None
    receipt: Receipt | None = None
    conditions: tuple[Condition, ...] = ()
    similar: tuple[Similar, ...] = ()
    compared: Compared | None = None

    @property
    def is_refused(self) -> bool:
        """Whether this must not be merged as it is."""
        return self.outcome is Outcome.INADMISSIBLE
