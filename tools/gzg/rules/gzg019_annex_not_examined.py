"""GZG019: an annex that could not be looked into."""

from gzg.annexes.fault import FaultName
from gzg.diagnostics import Severity
from gzg.rules.rule import AnnexRule

RULE = AnnexRule(
    code="GZG019",
    severity=Severity.ERROR,
    faults=(
        FaultName.TOO_LARGE,
        FaultName.TOO_COMPLEX,
        FaultName.BOMB,
        FaultName.BROKEN,
        FaultName.ENCRYPTED,
    ),
)
