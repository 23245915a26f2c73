"""What the rules on resubmissions share: the earlier dossier, its advice and its decision."""

from gzg.model.advice import Advice, SubmissionAdvice
from gzg.model.kinds import Kind
from gzg.model.submission import Submission
from gzg.repository import layout
from gzg.repository.catalogue import Catalogue
from gzg.rules.rule import Context


def advice_path(earlier: str, catalogue: Catalogue) -> str:
    """The path of the file that the advice on an earlier dossier stands in."""
    call = earlier.partition("/")[0]
    return catalogue.repository.index[Kind.ADVICE].get(call, layout.PLACES[Kind.CALL])


def advice_on(submission: Submission, context: Context) -> SubmissionAdvice | None:
    """The jury's advice on the dossier that this one improves; None where there is none."""
    earlier = submission.resubmission_of
    if earlier is None:
        return None
    advice = context.catalogue.model(Kind.ADVICE, earlier.partition("/")[0])
    every = advice.submissions if isinstance(advice, Advice) else ()
    return next((each for each in every if each.submission == earlier), None)
