"""GZG901: a programme written for a later version of gzg."""

from gzg.diagnostics import Severity
from gzg.repository.faults import FaultName
from gzg.rules.rule import FaultRule

RULE = FaultRule(code="GZG901", severity=Severity.ERROR, faults=(FaultName.FORMAT,))
