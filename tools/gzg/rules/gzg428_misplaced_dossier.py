"""GZG428: a file that is handed in beside the folders of dossiers, so that nobody receives it."""

from collections.abc import Iterator
from itertools import islice

from gzg.diagnostics import FILE_START, Finding, Place, Severity
from gzg.repository.faults import shown
from gzg.rules.pull_requests import is_misplaced
from gzg.rules.rule import CatalogueRule, Context

MOST = 20
"""How many files are told: whoever hands in more has understood."""


def check(context: Context) -> Iterator[Finding]:
    if context.pull_request is None:
        return
    changed = sorted(context.pull_request.changed)
    for path in islice((path for path in changed if is_misplaced(path, context)), MOST):
        yield Finding(Place(path, span=FILE_START), {"file": shown(path)})


RULE = CatalogueRule(code="GZG428", severity=Severity.ERROR, check=check)
