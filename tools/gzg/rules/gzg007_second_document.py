"""GZG007: a second document in one YAML file."""

from gzg.diagnostics import Severity
from gzg.repository.faults import FaultName
from gzg.rules.rule import FaultRule

RULE = FaultRule(code="GZG007", severity=Severity.ERROR, faults=(FaultName.SECOND_DOCUMENT,))
