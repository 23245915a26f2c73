"""GZG111: a web address that no browser could open as it stands."""

from collections.abc import Mapping

from gzg.diagnostics import Severity
from gzg.model.identifiers import is_address
from gzg.repository.faults import Fault, FaultName
from gzg.rules.rule import FaultRule


def suggestion(text: str) -> str | None:
    """The address with `https://` in front, where only that is absent."""
    whole = f"https://{text.removeprefix('//')}"
    return whole if "@" not in text and is_address(whole) else None


def values(fault: Fault) -> Mapping[str, object]:
    return {**fault.values, "suggestion": suggestion(str(fault.values["value"]))}


RULE = FaultRule(code="GZG111", severity=Severity.ERROR, faults=(FaultName.ADDRESS,), values=values)
