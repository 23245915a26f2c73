"""GZG426: a file of a dossier that meanwhile changed in the main branch too."""

from collections.abc import Iterator

from gzg.diagnostics import FILE_START, Finding, Place, Severity
from gzg.repository.faults import shown
from gzg.rules.pull_requests import dossiers
from gzg.rules.rule import CatalogueRule, Context


def check(context: Context) -> Iterator[Finding]:
    pull_request = context.pull_request
    if pull_request is None:
        return
    for dossier in dossiers(pull_request):
        for path in dossier.changed:
            if path in pull_request.outdated:
                yield Finding(Place(path, span=FILE_START), {"file": shown(path)})


RULE = CatalogueRule(code="GZG426", severity=Severity.ERROR, check=check)
