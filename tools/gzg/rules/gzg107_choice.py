"""GZG107: a value that is not one of the few that its field takes."""

from collections.abc import Mapping

from gzg.diagnostics import Severity
from gzg.repository.faults import Fault, FaultName
from gzg.rules.rule import FaultRule
from gzg.rules.suggestion import nearest_called


def values(fault: Fault) -> Mapping[str, object]:
    known, names = fault.values["known"], fault.values.get("names", {})
    assert isinstance(known, list)
    assert isinstance(names, Mapping)
    suggestion = nearest_called(str(fault.values["value"]).lower(), known, names)
    return {**fault.values, "names": None, "suggestion": suggestion}


RULE = FaultRule(code="GZG107", severity=Severity.ERROR, faults=(FaultName.CHOICE,), values=values)
