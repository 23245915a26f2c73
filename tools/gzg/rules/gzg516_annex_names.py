"""GZG516: the name of a person in an annex."""

from gzg.annexes.fault import FaultName
from gzg.diagnostics import Severity
from gzg.rules.rule import AnnexRule

RULE = AnnexRule(
    code="GZG516",
    severity=Severity.ERROR,
    faults=(FaultName.AUTHOR, FaultName.COMPANY, FaultName.COMMENT_AUTHOR, FaultName.CHANGE_AUTHOR),
)
