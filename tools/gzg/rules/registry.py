"""Every rule, written out: a rule that is not here does not run."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from gzg.rules.rule import Rule

MODULES = (
    "gzg001_not_utf8",
    "gzg002_tab",
    "gzg003_syntax",
    "gzg004_duplicate_key",
    "gzg005_anchor",
    "gzg006_tag",
    "gzg007_second_document",
    "gzg008_invisible_character",
    "gzg009_too_large",
    "gzg010_link",
    "gzg011_register_cell",
    "gzg012_unexpected_file",
    "gzg013_incomplete_record",
    "gzg014_register_columns",
    "gzg101_missing_field",
    "gzg102_unknown_key",
    "gzg103_wrong_type",
    "gzg104_date",
    "gzg105_amount",
    "gzg106_id",
    "gzg107_choice",
    "gzg108_text_length",
    "gzg109_enterprise_number",
    "gzg110_licence",
    "gzg111_web_address",
    "gzg112_language",
    "gzg113_form",
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
    "gzg311_register_contradicts",
    "gzg312_unknown_region",
    "gzg313_unknown_text_language",
    "gzg401_future_date",
    "gzg402_record_gone",
    "gzg403_changed_after_opening",
    "gzg501_dead_link",
    "gzg502_image_without_text",
    "gzg503_heading_skips",
    "gzg504_bare_link_text",
    "gzg505_unsecured_address",
    "gzg511_national_number",
    "gzg512_bis_number",
    "gzg513_bank_account",
    "gzg514_mobile_number",
    "gzg515_personal_mailbox",
    "gzg901_newer_format",
    "gzg902_shallow_clone",
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
