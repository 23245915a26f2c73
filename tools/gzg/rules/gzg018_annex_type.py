"""GZG018: a file of a kind that does not belong in a dossier, or that is not what its name says."""

from gzg.annexes.fault import FaultName
from gzg.diagnostics import Severity
from gzg.rules.rule import AnnexRule

RULE = AnnexRule(
    code="GZG018", severity=Severity.ERROR, faults=(FaultName.UNWANTED_TYPE, FaultName.OTHER_TYPE)
)
