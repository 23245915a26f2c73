"""GZG421: a file outside the content, changed by somebody who does not maintain the repository."""

from collections.abc import Iterator
from itertools import islice

from gzg.diagnostics import FILE_START, Finding, Place, Severity
from gzg.repository.faults import shown
from gzg.repository.tree import CONTENT_FOLDERS
from gzg.rules.rule import CatalogueRule, Context

MOST = 20
"""How many files are told: whoever changes more has understood."""


def check(context: Context) -> Iterator[Finding]:
    pull_request = context.pull_request
    if pull_request is None or pull_request.is_maintainer:
        return
    outside = (
        path for path in sorted(pull_request.changed) if path.split("/")[0] not in CONTENT_FOLDERS
    )
    for path in islice(outside, MOST):
        yield Finding(Place(path, span=FILE_START), {"file": shown(path)})


RULE = CatalogueRule(code="GZG421", severity=Severity.ERROR, check=check)
