"""GZG103: a value of another type than its field takes."""

from collections.abc import Mapping

from gzg.diagnostics import Severity
from gzg.repository.faults import Fault, FaultName
from gzg.rules.rule import FaultRule


def values(fault: Fault) -> Mapping[str, object]:
    """The fault's values, and the name of the remedy that fits what is wanted."""
    value, wanted = fault.values["value"], str(fault.values["wanted"])
    remedy: dict[str, object] = {wanted: True}
    if fault.values.get("is_plain"):
        remedy |= {"text": {"quoted": f'"{value}"'}, "list": {"listed": f"[{value}]"}}.get(
            wanted, {}
        )
    if wanted == "mapping":
        remedy["fields"] = fault.values["known"]
    for bound in ("ge", "le"):
        if bound in fault.values:
            remedy[bound] = str(fault.values[bound])
    return {**fault.values, **remedy}


RULE = FaultRule(
    code="GZG103", severity=Severity.ERROR, faults=(FaultName.WRONG_TYPE,), values=values
)
