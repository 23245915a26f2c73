"""GZG003: YAML that cannot be read; the card has a remedy for each problem that can be told."""

from collections.abc import Mapping

from gzg.diagnostics import Severity
from gzg.repository.faults import Fault, FaultName
from gzg.rules.rule import FaultRule


def values(fault: Fault) -> Mapping[str, object]:
    return {str(fault.values["problem"]): True}


RULE = FaultRule(code="GZG003", severity=Severity.ERROR, faults=(FaultName.SYNTAX,), values=values)
