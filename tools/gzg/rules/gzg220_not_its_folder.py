"""GZG220: a dossier whose id or call is not that of its folder."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Severity
from gzg.model.submission import Submission
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule


def check(record: Record, submission: Submission, context: Context) -> Iterator[Finding]:
    call, _, id = record.id.partition("/")
    for field, written, folder in (("id", submission.id, id), ("call", submission.call, call)):
        if written != folder:
            yield Finding(record.at(field), {"field": field, "value": written, "folder": folder})


RULE = RecordRule(code="GZG220", severity=Severity.ERROR, model=Submission, check=check)
