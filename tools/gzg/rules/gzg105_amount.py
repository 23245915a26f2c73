"""GZG105: an amount that is not a number of zero or more with at most two decimals."""

import re
from collections.abc import Mapping
from decimal import Decimal

from gzg.diagnostics import Severity
from gzg.repository.faults import Fault, FaultName
from gzg.rules.rule import FaultRule

_AROUND = re.compile(r"€|%|\beuro?\b|\s", re.IGNORECASE)
_IN_GROUPS = re.compile(r"[1-9]\d{0,2}(?:([.,'])\d{3})(?:\1\d{3})*((?!\1)[.,]\d{1,2})?", re.ASCII)
_TOGETHER = re.compile(r"\d+([.,]\d{1,2})?", re.ASCII)
_MILLIONS = re.compile(r"(\d+)(?:[.,](\d{1,6}))?(?:miljoen|mio|million)", re.ASCII)
_NO_CENTS = re.compile(r"[.,]-+$")

LONGEST = 100
"""Signs of what can be an amount: Python refuses to make a number of thousands of digits."""


def suggestion(text: str) -> str | None:
    """What was meant by `150.000`, `€ 150 000,50` or `1,1 miljoen euro`, as a record has it.

    A point or comma before exactly three digits separates thousands, as everywhere in Belgium.
    """
    if len(text) > LONGEST:
        return None
    plain = _NO_CENTS.sub("", _AROUND.sub("", text.lower()))
    if found := _MILLIONS.fullmatch(plain):
        return f"{int(found[1] + (found[2] or '').ljust(6, '0'))}"
    for pattern in (_IN_GROUPS, _TOGETHER):
        if found := pattern.fullmatch(plain):
            cents = found[found.re.groups]
            whole = plain.removesuffix(cents or "")
            return f"{int(re.sub(r'[^0-9]', '', whole))}" + (f".{cents[1:]:0<2}" if cents else "")
    return None


def values(fault: Fault) -> Mapping[str, object]:
    value = str(fault.values["value"])
    found = suggestion(value)
    return {
        **fault.values,
        "suggestion": found if found and Decimal(found) < 10**12 else None,
        "negative": value.startswith("-"),
    }


RULE = FaultRule(code="GZG105", severity=Severity.ERROR, faults=(FaultName.MONEY,), values=values)
