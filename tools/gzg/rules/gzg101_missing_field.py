"""GZG101: a field that a record must have is not there."""

from gzg.diagnostics import Severity
from gzg.repository.faults import FaultName
from gzg.rules.rule import FaultRule

RULE = FaultRule(code="GZG101", severity=Severity.ERROR, faults=(FaultName.MISSING,))
