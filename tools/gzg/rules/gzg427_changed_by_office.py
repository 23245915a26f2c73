"""GZG427: an existing dossier, changed by the programme office in place of its consortium."""

from collections.abc import Iterator

from gzg.diagnostics import FILE_START, Finding, Place, Severity
from gzg.rules.pull_requests import (
    accounts,
    dossiers,
    has_existed,
    is_decided,
    is_for_practice,
    is_gone,
)
from gzg.rules.rule import CatalogueRule, Context


def check(context: Context) -> Iterator[Finding]:
    pull_request = context.pull_request
    if pull_request is None or not pull_request.is_maintainer:
        return
    for dossier in dossiers(pull_request):
        is_new = not has_existed(dossier, pull_request, context)
        if is_new or is_gone(dossier, pull_request, context) or is_decided(dossier, context):
            continue
        if is_for_practice(dossier, pull_request, context):
            continue
        if pull_request.author not in accounts(dossier, pull_request, context):
            yield Finding(Place(dossier.touched, span=FILE_START), {"folder": dossier.folder})


RULE = CatalogueRule(code="GZG427", severity=Severity.WARNING, check=check)
