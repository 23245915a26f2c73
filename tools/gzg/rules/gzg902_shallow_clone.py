"""GZG902: part of the history is absent, so what compares with the past could not be judged."""

from collections.abc import Iterator

from gzg.diagnostics import FILE_START, Finding, Place, Severity
from gzg.repository.layout import PROGRAMME
from gzg.rules.rule import CatalogueRule, Context


def check(context: Context) -> Iterator[Finding]:
    history = context.history
    if not history.is_complete:
        path = min(history.touched, default=PROGRAMME)
        yield Finding(Place(path, span=FILE_START))


RULE = CatalogueRule(code="GZG902", severity=Severity.WARNING, check=check)
