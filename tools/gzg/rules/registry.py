"""Every rule, written out: a rule that is not here does not run."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from gzg.rules.rule import Rule

MODULES = (
    "gzg001_not_utf8",
    "gzg002_tab",
    "gzg101_missing_field",
    "gzg102_unknown_key",
    "gzg202_closes_before_opens",
    "gzg307_official_figure_disagrees",
    "gzg503_heading_skips",
)


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, by code."""
    found = (import_module(f"gzg.rules.{module}").RULE for module in MODULES)
    return tuple(sorted(found, key=lambda rule: rule.code))


@cache
def module_by_code() -> Mapping[str, str]:
    """Code → the stem that a rule's module and card share."""
    return {module.split("_")[0].upper(): module for module in MODULES}
