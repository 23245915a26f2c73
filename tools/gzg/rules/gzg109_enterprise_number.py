"""GZG109: an enterprise number that cannot exist, or is written otherwise."""

import re
from collections.abc import Mapping

from gzg.diagnostics import Severity
from gzg.repository.faults import Fault, FaultName
from gzg.rules.rule import FaultRule

_PLAIN = re.compile(r"(?:BE|KBO)?[01]?\d{9}", re.ASCII)


def suggestion(digits: str) -> str | None:
    """The number as the register writes it, where its check digits are right."""
    from stdnum.be import vat  # seldom needed, and long to load

    number = digits.zfill(10)
    is_right = len(number) == 10 and number[0] in "01" and vat.is_valid(number)
    return f"{number[:4]}.{number[4:7]}.{number[7:]}" if is_right else None


def values(fault: Fault) -> Mapping[str, object]:
    plain = re.sub(r"[\s.,:/-]", "", str(fault.values["value"]).upper())
    digits = plain.lstrip("BEKO") if _PLAIN.fullmatch(plain) else ""
    found = suggestion(digits) if digits else None
    return {**fault.values, "suggestion": found, "check_digits": bool(digits) and not found}


RULE = FaultRule(code="GZG109", severity=Severity.ERROR, faults=(FaultName.NUMBER,), values=values)
