"""GZG010: a symbolic link, or whatever else is not a plain file."""

from gzg.diagnostics import Severity
from gzg.repository.faults import FaultName
from gzg.rules.rule import FaultRule

RULE = FaultRule(code="GZG010", severity=Severity.ERROR, faults=(FaultName.LINK,))
