"""An unfinished dossier shown to the same judges as every record, and what they say of it.

What is not answered yet is filled with something that fits what is (`completed`), so that a rule
about sums or dates judges the answers and not their absence. What is said about a filling is left
out: only findings at an answer are told.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from gzg.diagnostics import Diagnostic, FieldPath, Severity
from gzg.engine.judge import judge
from gzg.engine.report import Report, Worded
from gzg.model.call import Call
from gzg.model.programme import Programme
from gzg.repository.catalogue import Catalogue
from gzg.repository.repository import Repository
from gzg.repository.tree import OverlaidTree
from gzg.repository.yaml_text import Positions
from gzg.rules.registry import rules
from gzg.rules.rule import CatalogueRule, Context, PathRule, Rule
from gzg.texts import Language, say
from gzg.wizard import dossier_text, record_text
from gzg.wizard.completion import completed
from gzg.wizard.draft import Draft, path_of_text
from gzg.wizard.plain_data import Data
from gzg.wizard.questions import missing

TYPED_OTHERWISE = frozenset({"GZG104", "GZG105"})
"""Rules on how a day or an amount is written in a file, which is not how a person types it."""


@dataclass(frozen=True)
class Remark:
    """What a rule says of an answer, in the reader's language."""

    code: str
    severity: Severity
    path: FieldPath
    message: str
    remedy: str

    @property
    def is_error(self) -> bool:
        """Whether it stops a merge."""
        return self.severity is Severity.ERROR


@dataclass(frozen=True)
class Judges:
    """The rules, the programme around the dossier, and the time at which is judged."""

    catalogue: Catalogue
    call: Call
    programme: Programme
    now: datetime
    language: Language

    def remarks(self, draft: Draft) -> tuple[Remark, ...]:
        """What is wrong with the answers given so far."""
        plain = self._remarks(draft, draft.data)
        if any(each.is_error and each.code.startswith(("GZG0", "GZG1")) for each in plain):
            return plain
        return self._remarks(draft, completed(draft.data, self.call, self.programme))

    def report(self, draft: Draft) -> Report:
        """The whole judgement of the dossier as it stands, nothing filled in."""
        return self._report(draft, draft.data)[0]

    def files(self, draft: Draft) -> Mapping[str, bytes]:
        """The files of the dossier, by their name in its folder."""
        return {
            path.rpartition("/")[2]: content
            for path, content in self._files(draft, draft.data).items()
        }

    def _remarks(self, draft: Draft, data: Data) -> tuple[Remark, ...]:
        report, place_of = self._report(draft, data)
        found = (
            Remark(
                each.diagnostic.code,
                each.diagnostic.severity,
                place_of(each.diagnostic),
                each.message,
                self._remedy(each),
            )
            for each in report.worded(self.language)
        )
        return tuple(each for each in found if _is_answered(draft, each.path))

    def _remedy(self, worded: Worded) -> str:
        """What to do, for who types an answer: amounts and days need not be as in a file here."""
        diagnostic = worded.diagnostic
        if diagnostic.code not in TYPED_OTHERWISE or diagnostic.values.get("suggestion"):
            return worded.remedy
        return say("wizard", f"type.{diagnostic.code}", self.language)

    def _report(self, draft: Draft, data: Data) -> tuple[Report, Callable[[Diagnostic], FieldPath]]:
        files = self._files(draft, data)
        base = self.catalogue.repository
        tree = OverlaidTree(base.tree, base.paths, files)
        catalogue = Catalogue(Repository(tree))
        found = judge(Context(catalogue, self.now), self._rules, frozenset(files))
        record, readme = sorted(files, reverse=True)
        positions = catalogue.repository.source(record).positions
        keys = self._text_lines(draft, data)

        def place_of(diagnostic: Diagnostic) -> FieldPath:
            if diagnostic.path == readme:
                return keys(diagnostic.span.line)
            return field_at(positions, diagnostic)

        return Report(found, catalogue.repository, 1, self._site), place_of

    @cached_property
    def _rules(self) -> tuple[Rule, ...]:
        """What looks at one record; what looks at all together says nothing about this one."""
        return tuple(rule for rule in rules() if not isinstance(rule, CatalogueRule | PathRule))

    @property
    def _site(self) -> str:
        return self.programme.addresses.site or ""

    def _files(self, draft: Draft, data: Data) -> Mapping[str, bytes]:
        folder = f"submissions/{draft.call}/{draft.id}"
        open_fields = missing(draft.data, self.call, self.programme)
        record = record_text.rendered(
            {"id": draft.id, "call": draft.call, **data},
            self.language,
            open_fields,
            draft.comments,
        )
        return {
            f"{folder}/submission.yml": record.encode(),
            f"{folder}/README.md": (draft.readme or self._text(draft, data)[0]).encode(),
        }

    def _text(
        self, draft: Draft, data: Data
    ) -> tuple[str, tuple[dossier_text.TextKey | None, ...]]:
        title = str(data.get("title") or draft.id)
        return dossier_text.rendered(title, self.call, self.programme, draft.texts)

    def _text_lines(self, draft: Draft, data: Data) -> Callable[[int], FieldPath]:
        if draft.readme:
            return lambda line: ("README",)
        keys = self._text(draft, data)[1]

        def key_at(line: int) -> FieldPath:
            key = keys[line - 1] if 0 < line <= len(keys) else None
            return ("README",) if key is None else path_of_text(key)

        return key_at


def field_at(positions: Positions, diagnostic: Diagnostic) -> FieldPath:
    """The field that a diagnostic is about: the one with its span, else the innermost around it."""
    spans = (*positions.keys.items(), *positions.values.items())
    if exact := [path for path, span in spans if span == diagnostic.span]:
        return min(exact, key=len)
    begin = diagnostic.span[:2]
    around = (path for path, span in spans if span[:2] <= begin < span[2:])
    return max(around, key=len, default=())


def _is_answered(draft: Draft, path: FieldPath) -> bool:
    if path[:1] == ("README",):
        texts = {path_of_text(key) for key in draft.texts}
        return bool(draft.readme) or path in texts or any(path[:2] == each[:2] for each in texts)
    return bool(path) and draft.answer(path) is not None


def told(remarks: tuple[Remark, ...], path: FieldPath) -> Iterator[Remark]:
    """The remarks on the answer at a path and on what is inside it."""
    return (each for each in remarks if each.path[: len(path)] == path)
