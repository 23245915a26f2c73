"""GZG004: a key that stands twice in one mapping."""

from gzg.diagnostics import Severity
from gzg.repository.faults import FaultName
from gzg.rules.rule import FaultRule

RULE = FaultRule(code="GZG004", severity=Severity.ERROR, faults=(FaultName.DUPLICATE_KEY,))
