"""GZG113: a mailbox, digest, commit, submission or rule that is not written in its own form."""

from gzg.diagnostics import Severity
from gzg.repository.faults import FaultName
from gzg.rules.rule import FaultRule

RULE = FaultRule(code="GZG113", severity=Severity.ERROR, faults=(FaultName.FORM,))
