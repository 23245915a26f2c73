"""GZG106: an id that is not written in small letters, digits and hyphens."""

from collections.abc import Mapping

from gzg.diagnostics import Severity
from gzg.model.identifiers import slug
from gzg.repository.faults import Fault, FaultName
from gzg.rules.rule import FaultRule


def values(fault: Fault) -> Mapping[str, object]:
    """The fault's values, and the id that was meant; of an item of a list perhaps several."""
    value = str(fault.values["value"])
    several = [slug(part) for part in value.split(";")]
    if len(several) > 1 and all(several) and fault.field and isinstance(fault.field[-1], int):
        return {**fault.values, "several": ", ".join(filter(None, several))}
    return {**fault.values, "suggestion": slug(value)}


RULE = FaultRule(code="GZG106", severity=Severity.ERROR, faults=(FaultName.SLUG,), values=values)
