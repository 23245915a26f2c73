"""GZG106: an id that is not written in small letters, digits and hyphens."""

from collections.abc import Mapping

from gzg.diagnostics import Severity
from gzg.model.identifiers import slug
from gzg.repository.faults import Fault, FaultName
from gzg.rules.rule import FaultRule


def values(fault: Fault) -> Mapping[str, object]:
    return {**fault.values, "suggestion": slug(str(fault.values["value"]))}


RULE = FaultRule(code="GZG106", severity=Severity.ERROR, faults=(FaultName.SLUG,), values=values)
