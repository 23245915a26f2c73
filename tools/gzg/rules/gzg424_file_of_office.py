"""GZG424: a receipt, formal check, assessment, advice or decision not changed by the office."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Place, Severity
from gzg.repository.faults import shown
from gzg.rules.pull_requests import dossiers, is_gone, is_of_office
from gzg.rules.rule import CatalogueRule, Context


def check(context: Context) -> Iterator[Finding]:
    pull_request = context.pull_request
    if pull_request is None or pull_request.is_maintainer:
        return
    gone = tuple(
        f"{each.folder}/" for each in dossiers(pull_request) if is_gone(each, pull_request, context)
    )
    for path in sorted(pull_request.changed):
        if is_of_office(path) and not path.startswith(gone):
            yield Finding(Place(path), {"file": shown(path)})


RULE = CatalogueRule(code="GZG424", severity=Severity.ERROR, check=check)
