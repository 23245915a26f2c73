"""GZG112: a language that is not named by its two letters."""

import re
from collections.abc import Mapping

from gzg.diagnostics import Severity
from gzg.repository.faults import Fault, FaultName
from gzg.rules.rule import FaultRule

_WITH_COUNTRY = re.compile(r"([a-z]{2})(?:[-_][a-z]{2})?", re.ASCII)


def values(fault: Fault) -> Mapping[str, object]:
    found = _WITH_COUNTRY.fullmatch(str(fault.values["value"]).lower())
    return {**fault.values, "suggestion": found and found[1]}


RULE = FaultRule(
    code="GZG112", severity=Severity.ERROR, faults=(FaultName.LANGUAGE,), values=values
)
