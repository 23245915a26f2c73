"""GZG518: the place where a picture was taken, or the number of the device, in an annex."""

from gzg.annexes.fault import FaultName
from gzg.diagnostics import Severity
from gzg.rules.rule import AnnexRule

RULE = AnnexRule(
    code="GZG518", severity=Severity.ERROR, faults=(FaultName.POSITION, FaultName.SERIAL_NUMBER)
)
