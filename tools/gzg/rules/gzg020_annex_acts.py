"""GZG020: an annex that runs something, fetches something, or holds another file."""

from gzg.annexes.fault import FaultName
from gzg.diagnostics import Severity
from gzg.rules.rule import AnnexRule

RULE = AnnexRule(
    code="GZG020",
    severity=Severity.ERROR,
    faults=(
        FaultName.SCRIPT,
        FaultName.ACTION,
        FaultName.MACRO,
        FaultName.EMBEDDED_FILE,
        FaultName.EXTERNAL,
        FaultName.EVENT_HANDLER,
        FaultName.FOREIGN_OBJECT,
        FaultName.ENTITY,
    ),
)
