"""Modules, cards and registry hold the same rules, and every fault of reading has one of them."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from gzg import rules as package
from gzg.annexes.fault import FaultName as AnnexFaultName
from gzg.diagnostics import Severity
from gzg.repository.faults import FaultName, Problem
from gzg.rules.card import card_of
from gzg.rules.registry import MODULES, module_by_code, rules
from gzg.rules.rule import (
    AnnexRule,
    CatalogueRule,
    FaultRule,
    FileRule,
    PathRule,
    ProseRule,
    RecordRule,
    Rule,
)
from gzg.texts import Language

FOLDER = Path(package.__path__[0])
STEM = re.compile(r"gzg\d{3}_[a-z0-9]+(?:_[a-z0-9]+)*")
FAULT_RULES = [rule for rule in rules() if isinstance(rule, FaultRule)]


def stems(suffix: str) -> set[str]:
    return {path.stem for path in FOLDER.glob(f"gzg*{suffix}")}


def test_every_module_is_registered_and_every_registered_rule_has_its_module() -> None:
    assert set(MODULES) == stems(".py")


def test_every_module_has_its_card_and_every_card_its_module() -> None:
    assert stems(".md") == stems(".py")


def test_no_rule_is_registered_twice() -> None:
    assert len(MODULES) == len(set(MODULES)) == len(module_by_code())


def test_the_registry_is_in_order() -> None:
    assert list(MODULES) == sorted(MODULES)


@pytest.mark.parametrize("module", MODULES)
def test_a_rule_has_the_code_of_its_module(module: str) -> None:
    assert STEM.fullmatch(module)
    assert import_module(f"gzg.rules.{module}").RULE.code == module[:6].upper()


@pytest.mark.parametrize("module", MODULES)
def test_a_module_begins_with_its_code_and_says_what_is_wrong(module: str) -> None:
    text = import_module(f"gzg.rules.{module}").__doc__ or ""

    assert text.startswith(f"{module[:6].upper()}: ")


@pytest.mark.parametrize("name", FaultName)
def test_every_fault_of_reading_has_exactly_one_rule(name: FaultName) -> None:
    assert len([rule.code for rule in FAULT_RULES if name in rule.faults]) == 1


@pytest.mark.parametrize("name", AnnexFaultName)
def test_every_fault_of_an_annex_has_exactly_one_rule(name: AnnexFaultName) -> None:
    found = [each.code for each in rules() if isinstance(each, AnnexRule) and name in each.faults]
    assert len(found) == 1


def test_a_code_begins_with_what_its_rule_looks_at() -> None:
    shapes: dict[str, tuple[type, ...]] = {
        "0": (FaultRule, AnnexRule, PathRule),
        "1": (FaultRule, RecordRule),
        "2": (RecordRule, FaultRule),
        "3": (RecordRule, CatalogueRule, FaultRule),
        "4": (RecordRule, CatalogueRule),
        "5": (ProseRule, FileRule, AnnexRule, RecordRule),
        "9": (FaultRule, CatalogueRule),
    }

    assert [rule.code for rule in rules() if not isinstance(rule, shapes[rule.code[3]])] == []


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_what_a_rule_requires_is_judged_before_it(rule: Rule) -> None:
    required = rule.requires if isinstance(rule, RecordRule) else ()

    assert set(required) <= set(module_by_code())
    assert all(code < rule.code for code in required)


@pytest.mark.parametrize("language", Language)
def test_every_problem_of_yaml_has_its_own_remedy(language: Language) -> None:
    text = card_of("GZG003").texts[language]
    others = {str(problem) for problem in Problem} - {str(Problem.OTHER)}

    assert set(text.remedy_with) == others


@pytest.mark.parametrize("code", sorted(module_by_code()))
def test_both_languages_have_the_same_values_in_their_sentences(code: str) -> None:
    def shape(language: Language) -> list[tuple[str, frozenset[str]]]:
        text = card_of(code).texts[language]
        sentences = {"message": text.message, "remedy": text.remedy, **text.remedy_with}
        return [
            (name, frozenset(re.findall(r"\{(\w+)\}", sentence)))
            for name, sentence in sentences.items()
        ]

    assert shape(Language.NL) == shape(Language.EN)


def test_what_cannot_be_read_stops_a_merge() -> None:
    assert {rule.severity for rule in FAULT_RULES} == {Severity.ERROR}
