"""The rules, sorted by what they look at, so that the engine asks each only what it is about.

Rules that look at the same things only under one condition stand together: the condition is asked
once for all of them. Nothing is judged here.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import NamedTuple, TypeVar

from gzg.model.base import Model
from gzg.repository.faults import FaultName
from gzg.repository.markdown import Prose
from gzg.repository.repository import Record
from gzg.rules.rule import (
    AnnexRule,
    CatalogueRule,
    Context,
    FaultRule,
    FileRule,
    PathRule,
    ProseRule,
    RecordRule,
    Rule,
)

R = TypeVar("R", FileRule, ProseRule, RecordRule[Model])


class FileRules(NamedTuple):
    """Rules for text files, and which texts they are about."""

    only_if: Callable[[str], bool]
    rules: tuple[FileRule, ...]


class ProseRules(NamedTuple):
    """Rules for Markdown, and which texts they are about."""

    only_if: Callable[[Prose], bool]
    rules: tuple[ProseRule, ...]


class RecordRules(NamedTuple):
    """Rules for records, and which records they are about."""

    only_if: Callable[[Record, Context], bool]
    rules: tuple[RecordRule[Model], ...]


@dataclass(frozen=True)
class RuleSet:
    """The rules, sorted by what they look at; within that by code."""

    rules: tuple[Rule, ...]

    @cached_property
    def by_fault(self) -> Mapping[FaultName, FaultRule]:
        """The one rule that speaks for each kind of fault."""
        chosen = [rule for rule in self.rules if isinstance(rule, FaultRule)]
        return {name: rule for rule in chosen for name in rule.faults}

    @cached_property
    def for_files(self) -> tuple[FileRules, ...]:
        """Rules for every text file."""
        found = (rule for rule in self.rules if isinstance(rule, FileRule))
        return tuple(FileRules(rules[0].only_if, rules) for rules in _together(found))

    @cached_property
    def for_annexes(self) -> tuple[AnnexRule, ...]:
        """Rules for what is found in annexes."""
        return tuple(rule for rule in self.rules if isinstance(rule, AnnexRule))

    @cached_property
    def for_text_of_annexes(self) -> tuple[FileRule, ...]:
        """Rules for text files that also look at the text of annexes."""
        chosen = (rule for rule in self.rules if isinstance(rule, FileRule))
        return tuple(rule for rule in chosen if rule.in_annexes)

    @cached_property
    def for_prose(self) -> tuple[ProseRules, ...]:
        """Rules for Markdown."""
        found = (rule for rule in self.rules if isinstance(rule, ProseRule))
        return tuple(ProseRules(rules[0].only_if, rules) for rules in _together(found))

    @cached_property
    def for_paths(self) -> tuple[PathRule, ...]:
        """Rules for the names of files."""
        return tuple(rule for rule in self.rules if isinstance(rule, PathRule))

    @cached_property
    def for_catalogue(self) -> tuple[CatalogueRule, ...]:
        """Rules for everything together."""
        return tuple(rule for rule in self.rules if isinstance(rule, CatalogueRule))

    @cached_property
    def _for_models(self) -> dict[type[Model], tuple[RecordRules, ...]]:
        return {}

    def for_model(self, model: type[Model]) -> tuple[RecordRules, ...]:
        """Rules for records of this model; what a rule requires stands before it."""
        if model not in self._for_models:
            every = (rule for rule in self.rules if isinstance(rule, RecordRule))
            chosen = (rule for rule in every if issubclass(model, rule.model))
            groups = (RecordRules(rules[0].only_if, rules) for rules in _together(chosen))
            self._for_models[model] = tuple(groups)
        return self._for_models[model]


def _together(rules: Iterable[R]) -> Iterator[tuple[R, ...]]:
    """Neighbours with one condition: what stands between them stays there."""
    for _, group in groupby(rules, key=lambda rule: rule.only_if):
        yield tuple(group)
