"""GZG517: a signature or a certificate in an annex."""

from gzg.annexes.fault import FaultName
from gzg.diagnostics import Severity
from gzg.rules.rule import AnnexRule

RULE = AnnexRule(
    code="GZG517", severity=Severity.ERROR, faults=(FaultName.SIGNATURE, FaultName.CERTIFICATE)
)
