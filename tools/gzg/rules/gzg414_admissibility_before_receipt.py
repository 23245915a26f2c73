"""GZG414: the formal check of a dossier, dated before the dossier came in."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Severity
from gzg.model.admissibility import Admissibility
from gzg.model.kinds import Kind
from gzg.model.receipt import Receipt
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule
from gzg.rules.submissions import zone_of


def check(record: Record, found: Admissibility, context: Context) -> Iterator[Finding]:
    receipt, zone = context.catalogue.model(Kind.RECEIPT, record.id), zone_of(context.catalogue)
    if not isinstance(receipt, Receipt) or zone is None:
        return
    received = receipt.received.astimezone(zone).date()
    if found.date < received:
        yield Finding(record.at("date"), {"day": found.date, "received": received})


RULE = RecordRule(code="GZG414", severity=Severity.ERROR, model=Admissibility, check=check)
