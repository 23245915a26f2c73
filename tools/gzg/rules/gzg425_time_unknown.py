"""GZG425: a dossier of which the forge cannot say when it came in."""

from collections.abc import Iterator

from gzg.diagnostics import FILE_START, Finding, Place, Severity
from gzg.rules.pull_requests import dossiers
from gzg.rules.rule import CatalogueRule, Context


def check(context: Context) -> Iterator[Finding]:
    pull_request = context.pull_request
    if pull_request is None or pull_request.has_time:
        return
    for dossier in dossiers(pull_request):
        yield Finding(Place(dossier.touched, span=FILE_START))


RULE = CatalogueRule(code="GZG425", severity=Severity.ERROR, check=check)
