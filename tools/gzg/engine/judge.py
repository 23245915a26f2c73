"""Every rule over every file: findings become diagnostics with a span, sorted.

The order of work in a record: faults of reading first; a record with one of those has no model,
so no other rule judges its data and one mistake gives one diagnostic.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, islice

from gzg.diagnostics import FILE_START, Diagnostic, Finding
from gzg.engine.rule_set import RuleSet
from gzg.model.base import Model
from gzg.model.kinds import Kind
from gzg.repository import layout
from gzg.repository.faults import MOST_FAULTS, Fault, FaultName
from gzg.repository.markdown import Prose
from gzg.repository.processes import in_processes
from gzg.repository.repository import Record, Repository
from gzg.rules.file_names import hidden_part, problem_of
from gzg.rules.rule import CatalogueRule, Context, PathRule, Rule

FEWEST_SUBJECTS = 1000
"""For fewer files than these a process of their own costs more than it saves."""

Subject = str | CatalogueRule | PathRule
"""What is judged by itself: a file, by its path, or everything together by one rule."""


def judge(
    context: Context,
    rules: tuple[Rule, ...],
    paths: Collection[str] | None = None,
    *,
    fewest: int = FEWEST_SUBJECTS,
) -> tuple[Diagnostic, ...]:
    """Every diagnostic of a repository, or only those of `paths`, sorted.

    The work is divided over processes that have at least `fewest` files each.
    """
    repository = context.catalogue.repository
    rule_set = RuleSet(rules)
    if newer := tuple(_newer_format(repository, rule_set)):
        return newer
    chosen = repository.paths if paths is None else [p for p in repository.paths if p in paths]

    def judged(subjects: Sequence[Subject]) -> list[Diagnostic]:
        found: list[Diagnostic] = []
        for subject in subjects:
            if isinstance(subject, CatalogueRule | PathRule):
                wide = _judge_together(subject, chosen, context)
                found.extend(each for each in wide if paths is None or each.path in paths)
            elif subject.endswith(layout.TEXT_SUFFIXES):
                found.extend(_judge_file(subject, context, rule_set))
            else:
                found.extend(_judge_link(subject, repository, rule_set))
        return found

    subjects = (*chosen, *rule_set.for_paths, *rule_set.for_catalogue)
    found = [*chain.from_iterable(in_processes(judged, subjects, fewest=fewest))]
    found.extend(_judge_annexes(chosen, context, rule_set))
    return tuple(sorted(found, key=lambda each: each.sort_key))


def _newer_format(repository: Repository, rules: RuleSet) -> Iterator[Diagnostic]:
    """That a later gzg wrote the programme: then nothing else can be said, wherever asked."""
    record = repository.record(Kind.PROGRAMME, "programme")
    faults = record.faults if record else ()
    if any(fault.name is FaultName.FORMAT for fault in faults):
        yield from _faults(layout.PROGRAMME, faults, repository, rules)


def _judge_together(
    rule: CatalogueRule | PathRule, chosen: Sequence[str], context: Context
) -> Iterator[Diagnostic]:
    found = rule.check(chosen, context) if isinstance(rule, PathRule) else rule.check(context)
    for finding in found:
        yield _made_concrete(rule, finding, context.catalogue.repository)


def _judge_file(path: str, context: Context, rules: RuleSet) -> Iterator[Diagnostic]:
    repository = context.catalogue.repository
    source = repository.source(path)
    record = repository.record_at(path) if layout.record_at(path) else None
    faults = record.faults if record else source.faults
    if path == layout.REGISTER:
        faults = repository.register_file[1]
    if faults:
        yield from _faults(path, faults, repository, rules)
    for file_rules in rules.for_files:
        if file_rules.only_if(source.text):
            for file_rule in file_rules.rules:
                for finding in islice(file_rule.check(source, context), MOST_FAULTS):
                    yield _made_concrete(file_rule, finding, repository)
    # Where the fields of a text are not marked off, they would be judged as prose.
    if path.endswith(".md") and not any(each.name is FaultName.NO_FIELDS for each in faults):
        yield from _judge_prose(repository.prose(path), context, rules)
    if record and record.model is not None:
        yield from _judge_record(record, record.model, context, rules)


def _judge_prose(prose: Prose, context: Context, rules: RuleSet) -> Iterator[Diagnostic]:
    for prose_rules in rules.for_prose:
        if prose_rules.only_if(prose):
            for rule in prose_rules.rules:
                for finding in islice(rule.check(prose, context), MOST_FAULTS):
                    yield _made_concrete(rule, finding, context.catalogue.repository)


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

        yield from judge_annexes(paths, context, rules.for_annexes, rules.for_text_of_annexes)


def _judge_record(
    record: Record, model: Model, context: Context, rules: RuleSet
) -> Iterator[Diagnostic]:
    fired: set[str] = set()
    for only_if, record_rules in rules.for_model(type(model)):
        if not only_if(record, context):
            continue
        for rule in record_rules:
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
