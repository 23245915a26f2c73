"""GZG008: a character that nobody can see."""

from gzg.diagnostics import Severity
from gzg.repository.faults import FaultName
from gzg.rules.rule import FaultRule

RULE = FaultRule(code="GZG008", severity=Severity.ERROR, faults=(FaultName.INVISIBLE,))
