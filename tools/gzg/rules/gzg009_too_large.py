"""GZG009: a file that is too large or nested too deep to be read."""

from gzg.diagnostics import Severity
from gzg.repository.faults import FaultName
from gzg.rules.rule import FaultRule

RULE = FaultRule(code="GZG009", severity=Severity.ERROR, faults=(FaultName.TOO_LARGE,))
