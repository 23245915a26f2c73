"""GZG422: an existing dossier, changed by an account that it does not name."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Place, Severity
from gzg.rules.pull_requests import dossiers, is_refused
from gzg.rules.rule import CatalogueRule, Context


def check(context: Context) -> Iterator[Finding]:
    pull_request = context.pull_request
    if pull_request is None:
        return
    for dossier in dossiers(pull_request):
        if is_refused(dossier, pull_request, context):
            # The number as text: it is a name here, not an amount.
            values = {"folder": dossier.folder, "account": str(pull_request.author)}
            yield Finding(Place(dossier.path, ("accounts",)), values)


RULE = CatalogueRule(code="GZG422", severity=Severity.ERROR, check=check)
