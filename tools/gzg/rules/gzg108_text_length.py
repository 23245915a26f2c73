"""GZG108: a text that is empty or too long."""

from gzg.diagnostics import Severity
from gzg.repository.faults import FaultName
from gzg.rules.rule import FaultRule

RULE = FaultRule(code="GZG108", severity=Severity.ERROR, faults=(FaultName.LENGTH,))
