"""GZG002: a tab in a YAML file."""

from gzg.diagnostics import Severity
from gzg.repository.faults import FaultName
from gzg.rules.rule import FaultRule

RULE = FaultRule(code="GZG002", severity=Severity.ERROR, faults=(FaultName.TAB,))
