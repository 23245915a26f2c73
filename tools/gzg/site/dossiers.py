"""Which dossiers everybody may read, and how far each has come; how a page says so is not here."""

from dataclasses import dataclass
from enum import StrEnum

from gzg.model.admissibility import Admissibility, FormalOutcome
from gzg.model.advice import Advice, SubmissionAdvice
from gzg.model.call import Call, Openness
from gzg.model.decision import Decision, GrantedSubmission, RefusedSubmission
from gzg.model.kinds import Kind
from gzg.model.receipt import Receipt
from gzg.repository.catalogue import Catalogue


class State(StrEnum):
    """How far a dossier has come, as far as it is recorded."""

    NO_RECEIPT = "no-receipt"
    RECEIVED = "received"
    ADMISSIBLE = "admissible"
    INADMISSIBLE = "inadmissible"
    ADVISED = "advised"
    GRANTED = "granted"
    REFUSED = "refused"


@dataclass(frozen=True)
class Course:
    """All that the office's side has recorded of one dossier."""

    call: Call | None
    receipt: Receipt | None
    admissibility: Admissibility | None
    advice: Advice | None
    decision: Decision | None
    advised: SubmissionAdvice | None
    granted: GrantedSubmission | None
    refused: RefusedSubmission | None

    @property
    def is_decided(self) -> bool:
        """Whether the decision names this dossier."""
        return self.granted is not None or self.refused is not None

    @property
    def state(self) -> State:
        """The latest step that is recorded."""
        if self.granted:
            return State.GRANTED
        if self.refused:
            return State.REFUSED
        if self.advised:
            return State.ADVISED
        if self.admissibility:
            is_admissible = self.admissibility.outcome is FormalOutcome.ADMISSIBLE
            return State.ADMISSIBLE if is_admissible else State.INADMISSIBLE
        return State.RECEIVED if self.receipt else State.NO_RECEIPT


def course_of(catalogue: Catalogue, id: str) -> Course:
    """What is recorded of the dossier `call/id`."""
    own = id.partition("/")[0]
    call = catalogue.model(Kind.CALL, own)
    receipt = catalogue.model(Kind.RECEIPT, id)
    admissibility = catalogue.model(Kind.ADMISSIBILITY, id)
    advice = catalogue.model(Kind.ADVICE, own)
    decision = catalogue.model(Kind.DECISION, own)
    advice = advice if isinstance(advice, Advice) else None
    decision = decision if isinstance(decision, Decision) else None
    advised = advice.submissions if advice else ()
    granted = decision.granted if decision else ()
    refused = decision.refused if decision else ()
    return Course(
        call if isinstance(call, Call) else None,
        receipt if isinstance(receipt, Receipt) else None,
        admissibility if isinstance(admissibility, Admissibility) else None,
        advice,
        decision,
        next((each for each in advised if each.submission == id), None),
        next((each for each in granted if each.submission == id), None),
        next((each for each in refused if each.submission == id), None),
    )


def is_public(catalogue: Catalogue, id: str) -> bool:
    """Whether the dossier `call/id` may be shown: with some calls only once it is decided on.

    The call is that of the folder: what a dossier says of itself opens nothing.
    """
    call = catalogue.model(Kind.CALL, id.partition("/")[0])
    if not isinstance(call, Call) or call.draft:
        return False
    return call.openness is not Openness.AT_DECISION or course_of(catalogue, id).is_decided
