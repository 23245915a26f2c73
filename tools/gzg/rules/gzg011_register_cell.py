"""GZG011: a cell of the register of municipalities that cannot be read."""

from gzg.diagnostics import Severity
from gzg.repository.faults import FaultName
from gzg.rules.rule import FaultRule

RULE = FaultRule(code="GZG011", severity=Severity.ERROR, faults=(FaultName.CELL,))
