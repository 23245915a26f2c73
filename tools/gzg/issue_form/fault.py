"""What is wrong with a dossier, by the field of the form that it is about, in the reader's words.

The sentences are those of the rules' cards; where a card speaks of how a file is written, the
words for somebody who fills in a form take their place.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from gzg.diagnostics import Diagnostic, FieldPath, Severity, Span
from gzg.engine.report import Report, Worded
from gzg.issue_form.fields import README, RECORD, FormField
from gzg.issue_form.problem import Problem, ProblemName
from gzg.issue_form.reading import Reading
from gzg.texts import Language, entries, say
from gzg.texts.formats import readable
from gzg.wizard.dossier_text import rendered
from gzg.wizard.draft import path_of_text
from gzg.wizard.judgement import field_at
from gzg.wizard.questions import title_of
from gzg.wizard.setting import Setting

SUBJECT = "issue"
OWN_REMEDY = frozenset({"GZG101", "GZG225"})
"""Rules whose remedy is a line in a file, where here a field is filled in."""


@dataclass(frozen=True)
class Fault:
    """One fault: `field` is what its field is called in the form, empty for the whole dossier."""

    field: str
    line: int | None
    severity: Severity
    code: str
    message: str
    remedy: str
    url: str = ""


@dataclass(frozen=True)
class Finder:
    """Who knows where in the form each part of a dossier was typed."""

    setting: Setting
    fields: tuple[FormField, ...]
    reading: Reading

    @cached_property
    def _empty(self) -> frozenset[FieldPath]:
        """The fields that are told to be empty: no rule need say so again."""
        problems = self.reading.problems
        return frozenset(each.path for each in problems if each.name is ProblemName.EMPTY)

    @cached_property
    def _places(self) -> dict[tuple[str, Span], FieldPath]:
        """What was found once is asked for in each language, and for each ending."""
        return {}

    def of_problems(self, language: Language) -> Iterator[Fault]:
        """What could not be understood."""
        yield from (worded(each, self.fields, language) for each in self.reading.problems)

    def of_report(self, report: Report, folder: str, language: Language) -> Iterator[Fault]:
        """What the rules say."""
        place = self._place(report, folder)
        for each in report.worded(language):
            path = place(each.diagnostic)
            field = self._field(path, each.diagnostic)
            if field is None or field.path not in self._empty:
                yield self._fault(each, path, report, language)

    def _place(self, report: Report, folder: str) -> Callable[[Diagnostic], FieldPath]:
        """The way to the answer that a diagnostic is about."""
        record, readme = f"{folder}/submission.yml", f"{folder}/README.md"
        keys = self._text_keys()

        def place(diagnostic: Diagnostic) -> FieldPath:
            key = (diagnostic.path, diagnostic.span)
            if key not in self._places:
                self._places[key] = found(diagnostic)
            return self._places[key]

        def found(diagnostic: Diagnostic) -> FieldPath:
            if diagnostic.path == readme:
                line = diagnostic.span.line
                return keys[line - 1] if 0 < line <= len(keys) else README
            if diagnostic.path != record:
                return ()
            if self.reading.raw:
                return RECORD
            return field_at(report.repository.source(record).positions, diagnostic)

        return place

    def _text_keys(self) -> list[FieldPath]:
        """For each line of the text the way to the field that it was typed in."""
        draft, setting = self.reading.draft, self.setting
        if draft.readme:
            return []
        title = str(draft.data.get("title") or draft.id)
        keys = rendered(title, setting.call, setting.programme, draft.texts)[1]
        return [path_of_text(key) if key else () for key in keys]

    def _fault(self, worded: Worded, path: FieldPath, report: Report, language: Language) -> Fault:
        diagnostic = worded.diagnostic
        field = self._field(path, diagnostic)
        name = self._name(path, diagnostic, field)
        message, remedy = worded.message, worded.remedy
        if name:
            message = message.replace(str(diagnostic.values["field"]), name)
        if name and diagnostic.code in OWN_REMEDY:
            remedy = say(SUBJECT, "fill-in", language, field=name)
        elif not self._is_pasted(diagnostic) and f"type.{diagnostic.code}" in entries("wizard"):
            remedy = say("wizard", f"type.{diagnostic.code}", language)
        return Fault(
            field.label if field else "",
            self._line(path, diagnostic),
            diagnostic.severity,
            diagnostic.code,
            message,
            remedy,
            worded.url if report.site else "",
        )

    def _is_pasted(self, diagnostic: Diagnostic) -> bool:
        """Whether it is about a record that was pasted as a file, so that the card's words fit."""
        return self.reading.pasted is not None and diagnostic.path.endswith(f"/{RECORD[0]}")

    def _field(self, path: FieldPath, diagnostic: Diagnostic) -> FormField | None:
        """The field of the form that a diagnostic is about, also where that is still empty."""
        if self._is_pasted(diagnostic):
            return field_of(RECORD, self.fields)
        key = diagnostic.values.get("field")
        if diagnostic.code in OWN_REMEDY and isinstance(key, str):
            return field_of((*path, key), self.fields) or field_of(path, self.fields)
        return field_of(path, self.fields)

    def _name(self, path: FieldPath, diagnostic: Diagnostic, field: FormField | None) -> str:
        """What the form calls the key that a message names; empty where it names none."""
        key = diagnostic.values.get("field")
        is_named = diagnostic.code in OWN_REMEDY or path[-1:] == (key,)
        if field is None or not isinstance(key, str) or not is_named:
            return ""
        if self._is_pasted(diagnostic):
            return ""
        column = next((each for each in field.columns if each.field == key), None)
        return title_of(column.texts, self.setting.language) if column else field.label

    def _line(self, path: FieldPath, diagnostic: Diagnostic) -> int | None:
        """The line of the field, where it has lines that mean something."""
        if path in {README, RECORD}:
            return diagnostic.span.line
        if self.reading.pasted and self._is_pasted(diagnostic):
            return self.reading.pasted.span_of(path).line if path else None
        items = (path[:length] for length in range(len(path), 0, -1))
        return next((self.reading.lines[x] for x in items if x in self.reading.lines), None)


def field_of(path: FieldPath, fields: tuple[FormField, ...]) -> FormField | None:
    """The field that an answer at a path was typed in: the one around it, else one inside."""
    around = [each for each in fields if path[: len(each.path)] == each.path]
    inside = (each for each in fields if path and each.path[: len(path)] == path)
    return max(around, key=lambda each: len(each.path), default=next(inside, None))


def worded(problem: Problem, fields: tuple[FormField, ...], language: Language) -> Fault:
    """A problem in words."""
    field = field_of(problem.path, fields)
    values: Mapping[str, object] = {
        key: readable(value, language) for key, value in problem.values.items()
    }
    return Fault(
        field.label if field else "",
        problem.line,
        Severity.ERROR,
        "",
        say(SUBJECT, f"{problem.name}.message", language, **values),
        say(SUBJECT, f"{problem.name}.remedy", language, **values),
    )
