"""GZG323: a recommendation of the jury that a resubmission does not answer."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Severity
from gzg.model.submission import Submission
from gzg.repository.repository import Record
from gzg.rules.resubmissions import advice_on, advice_path
from gzg.rules.rule import Context, RecordRule


def check(record: Record, submission: Submission, context: Context) -> Iterator[Finding]:
    advice = advice_on(submission, context)
    if advice is None:
        return
    answered = {each.recommendation for each in submission.answers}
    for recommendation in advice.recommendations:
        if recommendation.id not in answered:
            values = {
                "recommendation": recommendation.id,
                "earlier": advice.submission,
                "file": advice_path(advice.submission, context.catalogue),
            }
            yield Finding(record.at("answers"), values)


RULE = RecordRule(
    code="GZG323",
    severity=Severity.ERROR,
    model=Submission,
    check=check,
    requires=("GZG322",),
)
