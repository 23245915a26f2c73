"""GZG115: a record in which no field has a value: one fault, not one for each field it needs."""

from gzg.diagnostics import Severity
from gzg.repository.faults import FaultName
from gzg.rules.rule import FaultRule

RULE = FaultRule(code="GZG115", severity=Severity.ERROR, faults=(FaultName.NO_FIELDS,))
