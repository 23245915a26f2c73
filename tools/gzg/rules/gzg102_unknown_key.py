"""GZG102: a key that records of this kind do not have."""

from collections.abc import Mapping

from gzg.diagnostics import Severity
from gzg.repository.faults import Fault, FaultName
from gzg.rules.rule import FaultRule
from gzg.rules.suggestion import nearest


def values(fault: Fault) -> Mapping[str, object]:
    known = fault.values["known"]
    assert isinstance(known, list)
    return {**fault.values, "suggestion": nearest(str(fault.values["field"]), known)}


RULE = FaultRule(
    code="GZG102", severity=Severity.ERROR, faults=(FaultName.UNKNOWN_KEY,), values=values
)
