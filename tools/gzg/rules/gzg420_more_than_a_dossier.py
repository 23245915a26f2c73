"""GZG420: a pull request that hands in a dossier, and changes something else besides."""

from collections.abc import Iterator

from gzg.diagnostics import FILE_START, Finding, Place, Severity
from gzg.repository.faults import shown
from gzg.repository.layout import folder_of, record_at
from gzg.repository.pull_request import PullRequest
from gzg.repository.tree import CONTENT_FOLDERS
from gzg.rules.pull_requests import dossiers, is_gone, is_of_office, is_refused
from gzg.rules.rule import CatalogueRule, Context

MOST = 20
"""How many other places are told."""


def check(context: Context) -> Iterator[Finding]:
    pull_request = context.pull_request
    if pull_request is None or pull_request.is_maintainer:
        return
    found = [each for each in dossiers(pull_request) if not is_gone(each, pull_request, context)]
    if not found:
        return
    # Somebody else's dossier is not what is handed in, even when its name comes first.
    foreign = [each for each in found if is_refused(each, pull_request, context)]
    own = next((each for each in found if each not in foreign), found[0]).folder
    told: set[str] = set()
    for path in sorted(others(pull_request, own, context), key=record_first):
        other = folder_of(path) if path.count("/") > 2 else path
        if other not in told and len(told) < MOST:
            told.add(other)
            values = {"folder": own, "other": shown(other)}
            yield Finding(Place(path, span=FILE_START), values)


def record_first(path: str) -> tuple[bool, str]:
    """Of a record's folder the file with its data goes first."""
    return record_at(path) is None, path


def others(pull_request: PullRequest, own: str, context: Context) -> Iterator[str]:
    """What else in the content is touched, except what another rule speaks of."""
    gone = {
        path
        for each in dossiers(pull_request)
        if is_gone(each, pull_request, context)
        for path in each.changed
    }
    for path in pull_request.changed - gone:
        is_content = path.partition("/")[0] in CONTENT_FOLDERS
        if is_content and not path.startswith(f"{own}/") and not is_of_office(path):
            yield path


RULE = CatalogueRule(code="GZG420", severity=Severity.ERROR, check=check)
