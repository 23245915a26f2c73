"""GZG107: a value that is not one of the few that its field takes."""

from collections.abc import Mapping

from gzg.diagnostics import Severity
from gzg.repository.faults import Fault, FaultName
from gzg.rules.rule import FaultRule
from gzg.rules.suggestion import nearest


def values(fault: Fault) -> Mapping[str, object]:
    known = fault.values["known"]
    assert isinstance(known, list)
    return {**fault.values, "suggestion": nearest(str(fault.values["value"]).lower(), known)}


RULE = FaultRule(code="GZG107", severity=Severity.ERROR, faults=(FaultName.CHOICE,), values=values)
