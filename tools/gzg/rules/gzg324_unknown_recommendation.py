"""GZG324: an answer to a recommendation that the jury did not make."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Severity
from gzg.model.kinds import Kind
from gzg.model.submission import Submission
from gzg.repository.repository import Record
from gzg.rules.resubmissions import advice_on, advice_path
from gzg.rules.rule import Context, RecordRule
from gzg.rules.suggestion import nearest


def check(record: Record, submission: Submission, context: Context) -> Iterator[Finding]:
    earlier = submission.resubmission_of
    if earlier is None or not submission.answers or not _is_readable(earlier, context):
        return
    advice = advice_on(submission, context)
    known = {each.id for each in advice.recommendations} if advice else set()
    for index, answer in enumerate(submission.answers):
        if answer.recommendation not in known:
            values = {
                "recommendation": answer.recommendation,
                "earlier": earlier,
                "file": advice_path(earlier, context.catalogue),
                "suggestion": nearest(answer.recommendation, known),
            }
            yield Finding(record.at("answers", index, "recommendation"), values)


def _is_readable(earlier: str, context: Context) -> bool:
    """Whether the earlier dossier is there, and its call's advice has no fault of its own."""
    repository = context.catalogue.repository
    advice = repository.record(Kind.ADVICE, earlier.partition("/")[0])
    return earlier in repository.index[Kind.SUBMISSION] and not (advice and advice.model is None)


RULE = RecordRule(
    code="GZG324",
    severity=Severity.ERROR,
    model=Submission,
    check=check,
    requires=("GZG322",),
)
