"""Every rule over every file: findings become diagnostics with a span, sorted.

The order of work in a record: faults of reading first; a record with one of those has no model,
so no other rule judges its data and one mistake gives one diagnostic.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from gzg.diagnostics import FILE_START, Diagnostic, Finding
from gzg.model.base import Model
from gzg.model.kinds import Kind
from gzg.repository import layout
from gzg.repository.faults import MOST_FAULTS, Fault, FaultName
from gzg.repository.repository import Record, Repository
from gzg.rules.file_names import hidden_part, problem_of
from gzg.rules.rule import (
    AnnexRule,
    CatalogueRule,
    Context,
    FaultRule,
    FileRule,
    ProseRule,
    RecordRule,
    Rule,
)


@dataclass(frozen=True)
class RuleSet:
    """The rules, sorted by what they look at."""

    rules: tuple[Rule, ...]

    @cached_property
    def by_fault(self) -> Mapping[FaultName, FaultRule]:
        """The one rule that speaks for each kind of fault."""
        chosen = [rule for rule in self.rules if isinstance(rule, FaultRule)]
        return {name: rule for rule in chosen for name in rule.faults}

    @cached_property
    def for_files(self) -> tuple[FileRule, ...]:
        """Rules for every text file."""
        return tuple(rule for rule in self.rules if isinstance(rule, FileRule))

    @cached_property
    def for_annexes(self) -> tuple[AnnexRule, ...]:
        """Rules for what is found in annexes."""
        return tuple(rule for rule in self.rules if isinstance(rule, AnnexRule))

    @cached_property
    def for_prose(self) -> tuple[ProseRule, ...]:
        """Rules for Markdown."""
        return tuple(rule for rule in self.rules if isinstance(rule, ProseRule))

    @cached_property
    def for_catalogue(self) -> tuple[CatalogueRule, ...]:
        """Rules for everything together."""
        return tuple(rule for rule in self.rules if isinstance(rule, CatalogueRule))

    @cached_property
    def _for_models(self) -> dict[type[Model], tuple[RecordRule[Model], ...]]:
        return {}

    def for_model(self, model: type[Model]) -> tuple[RecordRule[Model], ...]:
        """Rules for records of this model, by code."""
        if model not in self._for_models:
            rules = (rule for rule in self.rules if isinstance(rule, RecordRule))
            self._for_models[model] = tuple(rule for rule in rules if issubclass(model, rule.model))
        return self._for_models[model]


def judge(
    context: Context, rules: tuple[Rule, ...], paths: Collection[str] | None = None
) -> tuple[Diagnostic, ...]:
    """Every diagnostic of a repository, or only those of `paths`, sorted."""
    repository = context.catalogue.repository
    rule_set = RuleSet(rules)
    if newer := tuple(_newer_format(repository, rule_set)):
        return newer
    chosen = repository.paths if paths is None else [p for p in repository.paths if p in paths]
    found: list[Diagnostic] = []
    for path in chosen:
        if path.endswith(layout.TEXT_SUFFIXES):
            found.extend(_judge_file(path, context, rule_set))
        else:
            found.extend(_judge_link(path, repository, rule_set))
    found.extend(_judge_annexes(chosen, context, rule_set))
    for rule in rule_set.for_catalogue:
        findings = (_made_concrete(rule, each, repository) for each in rule.check(context))
        found.extend(each for each in findings if paths is None or each.path in paths)
    return tuple(sorted(found, key=lambda each: each.sort_key))


def _newer_format(repository: Repository, rules: RuleSet) -> Iterator[Diagnostic]:
    """That a later gzg wrote the programme: then nothing else can be said, wherever asked."""
    record = repository.record(Kind.PROGRAMME, "programme")
    faults = record.faults if record else ()
    if any(fault.name is FaultName.FORMAT for fault in faults):
        yield from _faults(layout.PROGRAMME, faults, repository, rules)


def _judge_file(path: str, context: Context, rules: RuleSet) -> Iterator[Diagnostic]:
    repository = context.catalogue.repository
    source = repository.source(path)
    record = repository.record_at(path) if layout.record_at(path) else None
    faults = record.faults if record else source.faults
    if path == layout.REGISTER:
        faults = repository.register_file[1]
    yield from _faults(path, faults, repository, rules)
    for file_rule in rules.for_files:
        for finding in islice(file_rule.check(source, context), MOST_FAULTS):
            yield _made_concrete(file_rule, finding, repository)
    if path.endswith(".md"):
        prose = repository.prose(path)
        for prose_rule in rules.for_prose:
            for finding in islice(prose_rule.check(prose, context), MOST_FAULTS):
                yield _made_concrete(prose_rule, finding, repository)
    if record and record.model is not None:
        yield from _judge_record(record, record.model, context, rules)


def _judge_link(path: str, repository: Repository, rules: RuleSet) -> Iterator[Diagnostic]:
    if repository.tree.size(path) < 0:
        yield from _faults(path, repository.source(path).faults, repository, rules)


def _judge_annexes(chosen: Iterable[str], context: Context, rules: RuleSet) -> Iterator[Diagnostic]:
    """Of annexes with a name that is refused already, nothing else is said."""
    annexes = (path for path in chosen if layout.is_annex(path))
    paths = [path for path in annexes if not problem_of(path) and not hidden_part(path)]
    if paths and rules.for_annexes:
        # Loaded only where it is needed: the libraries behind it take longer than a small check.
        from gzg.engine.annexes import judge_annexes

        text_rules = [rule for rule in rules.for_files if rule.in_annexes]
        yield from judge_annexes(paths, context, rules.for_annexes, text_rules)


def _judge_record(
    record: Record, model: Model, context: Context, rules: RuleSet
) -> Iterator[Diagnostic]:
    fired: set[str] = set()
    for rule in rules.for_model(type(model)):
        if rule.requires and fired.intersection(rule.requires):
            continue
        for finding in rule.check(record, model, context):
            fired.add(rule.code)
            yield _made_concrete(rule, finding, context.catalogue.repository)


def _faults(
    path: str, faults: Iterable[Fault], repository: Repository, rules: RuleSet
) -> Iterator[Diagnostic]:
    """Of a field that is misspelt is not said as well that it is missing."""
    known = [(fault, rule) for fault in faults if (rule := rules.by_fault.get(fault.name))]
    worded = [(fault, rule, rule.values(fault)) for fault, rule in known]
    misspelt = {
        (*fault.field[:-1], values["suggestion"])
        for fault, _, values in worded
        if fault.name is FaultName.UNKNOWN_KEY
    }
    for fault, rule, values in worded:
        if fault.name is FaultName.MISSING and fault.field in misspelt:
            continue
        span = fault.span or repository.source(path).span_of(fault.field)
        yield Diagnostic(rule.code, rule.severity, path, span, values)


def _made_concrete(rule: Rule, finding: Finding, repository: Repository) -> Diagnostic:
    place = finding.place
    span = place.span
    if span is None:
        is_known = place.path in repository.known_paths
        is_text = is_known and place.path.endswith(layout.TEXT_SUFFIXES)
        span = repository.source(place.path).span_of(place.field) if is_text else FILE_START
    return Diagnostic(rule.code, rule.severity, place.path, span, finding.values)
