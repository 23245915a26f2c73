"""GZG006: a tag in YAML."""

from gzg.diagnostics import Severity
from gzg.repository.faults import FaultName
from gzg.rules.rule import FaultRule

RULE = FaultRule(code="GZG006", severity=Severity.ERROR, faults=(FaultName.TAG,))
