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
    "gzg201_id_differs",
    "gzg202_closes_before_opens",
    "gzg203_amendment_old_value",
    "gzg204_amendment_new_value",
    "gzg205_fact_without_source",
    "gzg206_blueprint_without_licence",
    "gzg208_two_leads",
    "gzg209_party_twice",
    "gzg210_provenance_of_nothing",
    "gzg211_ends_before_begins",
    "gzg212_weights",
    "gzg213_amended_field",
    "gzg214_time_zone",
    "gzg215_twice_in_a_list",
    "gzg216_term_without_end",
    "gzg301_unknown_word",
    "gzg302_unknown_organisation",
    "gzg303_municipality_at_date",
    "gzg304_broken_reference",
    "gzg305_loop",
    "gzg306_granted_above_maximum",
    "gzg307_official_figure_disagrees",
    "gzg308_not_in_call",
    "gzg309_unused_source",
    "gzg310_organisation_twice",
    "gzg312_unknown_region",
    "gzg313_unknown_text_language",
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
