"""GZG429: a dossier that the account which hands it in could not change afterwards."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Place, Severity
from gzg.model.kinds import Kind
from gzg.model.submission import Submission
from gzg.rules.pull_requests import dossiers, is_gone, is_refused
from gzg.rules.rule import CatalogueRule, Context


def check(context: Context) -> Iterator[Finding]:
    pull_request = context.pull_request
    if pull_request is None or pull_request.is_maintainer:
        return  # the office changes no dossier, so it need not be named
    for dossier in dossiers(pull_request):
        if is_gone(dossier, pull_request, context):
            continue
        if is_refused(dossier, pull_request, context):
            continue  # GZG422 speaks
        model = context.catalogue.model(Kind.SUBMISSION, dossier.id)
        if isinstance(model, Submission) and pull_request.author not in model.accounts:
            # The number as text: it is a name here, not an amount.
            values = {"account": str(pull_request.author)}
            yield Finding(Place(dossier.path, ("accounts",)), values)


RULE = CatalogueRule(code="GZG429", severity=Severity.WARNING, check=check)
