"""GZG422: an existing dossier, changed by an account that it does not name."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Place, Severity
from gzg.rules.pull_requests import accounts, dossiers, has_existed, is_for_practice, is_gone
from gzg.rules.rule import CatalogueRule, Context


def check(context: Context) -> Iterator[Finding]:
    pull_request = context.pull_request
    if pull_request is None:
        return
    for dossier in dossiers(pull_request):
        is_new = not has_existed(dossier, pull_request, context)
        if is_new or is_gone(dossier, pull_request, context):
            continue
        if is_for_practice(dossier, pull_request, context):
            continue
        if pull_request.author not in accounts(dossier, pull_request, context):
            # The number as text: it is a name here, not an amount.
            values = {"folder": dossier.folder, "account": str(pull_request.author)}
            yield Finding(Place(dossier.path, ("accounts",)), values)


RULE = CatalogueRule(code="GZG422", severity=Severity.ERROR, check=check)
