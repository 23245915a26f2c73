"""Rules about annexes: what stands in files that are no text of ours, such as PDF and Word.

The files are handed to `gzg.annexes` a few at a time, and only to a check that is about them: it
looks into them in a process of its own, which takes some tenths of a second to start.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from gzg.annexes.fault import LARGEST_ANNEX, NAMES_OF_PEOPLE, AnnexFault, FaultName
from gzg.annexes.inspection import inspect_all, texts_of
from gzg.diagnostics import FILE_START, Diagnostic
from gzg.repository.catalogue import Catalogue
from gzg.repository.source_file import SourceFile
from gzg.rules.rule import AnnexRule, Context, FileRule

MOST_BYTES = 20_000_000
"""How much is held at once."""

_UNREADABLE = frozenset(
    {
        FaultName.TOO_LARGE,
        FaultName.TOO_COMPLEX,
        FaultName.BOMB,
        FaultName.BROKEN,
        FaultName.ENCRYPTED,
        FaultName.UNWANTED_TYPE,
    }
)
"""After one of these nobody tries to read the file's text."""


def judge_annexes(
    paths: Iterable[str],
    context: Context,
    rules: Iterable[AnnexRule],
    text_rules: Iterable[FileRule],
) -> Iterator[Diagnostic]:
    """What is wrong with the annexes at these paths, and personal data in their text."""
    by_fault = {name: rule for rule in rules for name in rule.faults}
    for batch in _batches(paths, context.catalogue):
        readable = {}
        for path, faults in _inspected(batch, context.catalogue).items():
            yield from _told(path, faults, by_fault)
            if not _UNREADABLE.intersection(fault.name for fault in faults):
                readable[path] = batch[path]
        for path, text in texts_of(readable).items() if readable else ():
            yield from _personal(path, text or "", context, text_rules)


def _batches(paths: Iterable[str], catalogue: Catalogue) -> Iterator[Mapping[str, bytes]]:
    tree = catalogue.repository.tree
    batch: dict[str, bytes] = {}
    held = 0
    for path in paths:
        size = tree.size(path)
        if size < 0:
            continue  # a link: its own rule speaks
        if batch and held + size > MOST_BYTES:
            yield batch
            batch, held = {}, 0
        batch[path] = tree.read(path) if size <= LARGEST_ANNEX else b""
        held += size if size <= LARGEST_ANNEX else 0
    if batch:
        yield batch


def _inspected(
    batch: Mapping[str, bytes], catalogue: Catalogue
) -> Mapping[str, tuple[AnnexFault, ...]]:
    """The faults of each; names of known organisations are none, but they are rarely needed."""
    tree = catalogue.repository.tree
    sizes = {path: tree.size(path) for path in batch}
    large = {path: size for path, size in sizes.items() if size > LARGEST_ANNEX}
    found = dict(inspect_all({path: raw for path, raw in batch.items() if path not in large}))
    named = {
        path: batch[path]
        for path, faults in found.items()
        if any(fault.name in NAMES_OF_PEOPLE for fault in faults)
    }
    if named:
        found |= inspect_all(named, known_names=_known_names(catalogue))
    for path, size in large.items():
        values = {"size": size, "largest": LARGEST_ANNEX}
        found[path] = (AnnexFault(FaultName.TOO_LARGE, values),)
    return found


def _known_names(catalogue: Catalogue) -> frozenset[str]:
    organisations = catalogue.organisations.values()
    municipalities = catalogue.register.municipalities
    return frozenset(chain((each.name for each in organisations), (m.name for m in municipalities)))


def _told(
    path: str, faults: Iterable[AnnexFault], by_fault: Mapping[FaultName, AnnexRule]
) -> Iterator[Diagnostic]:
    """One diagnostic for all faults of one name."""
    by_name: dict[FaultName, list[AnnexFault]] = defaultdict(list)
    for fault in faults:
        by_name[fault.name].append(fault)
    for name, alike in by_name.items():
        rule = by_fault.get(name)
        if rule:
            values: dict[str, object] = {**alike[0].values, name.replace("-", "_"): True}
            names = sorted(
                {str(each.values["masked"]) for each in alike if "masked" in each.values}
            )
            if names:
                values["masked"] = ", ".join(names[:5])
            yield Diagnostic(rule.code, rule.severity, path, FILE_START, values)


def _personal(
    path: str, text: str, context: Context, rules: Iterable[FileRule]
) -> Iterator[Diagnostic]:
    """What rules on personal data find in the text; it has no lines that a reader could count."""
    source = SourceFile(path, text, {})
    for rule in rules:
        if not rule.only_if(text):
            continue
        shown = {
            str(each.values.get("masked")): each.values for each in rule.check(source, context)
        }
        for values in shown.values():
            yield Diagnostic(rule.code, rule.severity, path, FILE_START, values)
