"""GZG423: a dossier on which the authority has decided, and which changes all the same."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Place, Severity
from gzg.rules.pull_requests import dossiers, is_decided, is_for_practice, is_gone
from gzg.rules.rule import CatalogueRule, Context


def check(context: Context) -> Iterator[Finding]:
    pull_request = context.pull_request
    if pull_request is None:
        return
    for dossier in dossiers(pull_request):
        if is_gone(dossier, pull_request, context) or not is_decided(dossier, context):
            continue
        if not is_for_practice(dossier, pull_request, context):
            yield Finding(Place(dossier.touched), {"folder": dossier.folder})


RULE = CatalogueRule(code="GZG423", severity=Severity.ERROR, check=check)
