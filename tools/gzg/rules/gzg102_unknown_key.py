"""GZG102: a key that records of this kind do not have."""

from collections.abc import Mapping

from gzg.diagnostics import Severity
from gzg.repository.faults import Fault, FaultName
from gzg.rules.rule import FaultRule
from gzg.rules.suggestion import nearest_called


def values(fault: Fault) -> Mapping[str, object]:
    known, names = fault.values["known"], fault.values["names"]
    assert isinstance(known, list)
    assert isinstance(names, Mapping)
    suggestion = nearest_called(str(fault.values["field"]), known, names)
    return {"field": fault.values["field"], "known": known, "suggestion": suggestion}


RULE = FaultRule(
    code="GZG102", severity=Severity.ERROR, faults=(FaultName.UNKNOWN_KEY,), values=values
)
