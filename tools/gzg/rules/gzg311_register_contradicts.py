"""GZG311: rows of the register that contradict each other."""

from gzg.diagnostics import Severity
from gzg.repository.faults import FaultName
from gzg.rules.rule import FaultRule

RULE = FaultRule(code="GZG311", severity=Severity.ERROR, faults=(FaultName.REGISTER,))
