"""GZG005: an anchor or an alias in YAML."""

from gzg.diagnostics import Severity
from gzg.repository.faults import FaultName
from gzg.rules.rule import FaultRule

RULE = FaultRule(code="GZG005", severity=Severity.ERROR, faults=(FaultName.ANCHOR,))
