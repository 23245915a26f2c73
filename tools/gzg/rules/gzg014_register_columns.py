"""GZG014: a row of the register with other columns than the register has."""

from gzg.diagnostics import Severity
from gzg.repository.faults import FaultName
from gzg.rules.rule import FaultRule

RULE = FaultRule(code="GZG014", severity=Severity.ERROR, faults=(FaultName.COLUMNS,))
