"""GZG001: a text file is not UTF-8."""

from gzg.diagnostics import Severity
from gzg.repository.faults import FaultName
from gzg.rules.rule import FaultRule

RULE = FaultRule(code="GZG001", severity=Severity.ERROR, faults=(FaultName.NOT_UTF8,))
