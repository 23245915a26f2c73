"""GZG110: a licence that SPDX does not list."""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache

from gzg.diagnostics import Severity
from gzg.model.identifiers import is_licence
from gzg.repository.faults import Fault, FaultName
from gzg.rules.rule import FaultRule

NEAR = 0.8
"""More alike than elsewhere: among some hundreds of short names much is a little alike."""

_NAME_OF_KIND = re.compile(r"\b(?:the|de|licen[cs]e|licentie|versie|version)\b")


@cache
def known_licences() -> Mapping[str, str]:
    """The licences of SPDX, by their name in small letters."""
    from license_expression import get_license_index  # seldom needed, and long to load

    keys = (str(entry.get("spdx_license_key") or "") for entry in get_license_index())
    return {key.lower(): key for key in keys if key and not key.startswith("LicenseRef")}


def suggestion(text: str) -> str | None:
    """The licence of SPDX that was meant by `CC BY 4.0` or `EUPL 1.2`."""
    words = re.findall(r"[a-z0-9.+]+", _NAME_OF_KIND.sub(" ", text.lower()))
    name = re.sub(r"-?v(?=\d)", "-", "-".join(words))
    exact = (f"{name}{ending}" for ending in ("", ".0", "-only", ".0-only") if name)
    near = next((each for each in exact if each in known_licences()), None)
    near = near or next(iter(get_close_matches(name, known_licences(), n=1, cutoff=NEAR)), None)
    found = known_licences().get(near or "")
    return found if found and is_licence(found) else None


def values(fault: Fault) -> Mapping[str, object]:
    return {**fault.values, "suggestion": suggestion(str(fault.values["value"]))}


RULE = FaultRule(code="GZG110", severity=Severity.ERROR, faults=(FaultName.LICENCE,), values=values)
