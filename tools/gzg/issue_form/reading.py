"""From what was typed in a form to a draft of the dossier, as `gzg new` would keep it.

What cannot be understood stays as it was typed, so that the rules speak of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from gzg.diagnostics import FieldPath
from gzg.issue_form.body import Filled, ticked
from gzg.issue_form.fields import CONSENT, README, RECORD, FormField, Shape
from gzg.issue_form.lines import MOST_LINES, lines_of
from gzg.issue_form.problem import Problem, ProblemName
from gzg.model.identifiers import slug
from gzg.repository.source_file import SourceFile, read_source
from gzg.wizard import given
from gzg.wizard.answers import chosen, read
from gzg.wizard.draft import Draft
from gzg.wizard.organisations import Directory
from gzg.wizard.questions import Form, Question, title_of
from gzg.wizard.setting import Setting

ACCOUNTS: FieldPath = ("accounts",)
Where = tuple[FieldPath, int | None]
"""A field of the form, and the line of it in a list."""

LONGEST_NAME = 200
"""Signs of an organisation's name; a longer one is none."""


@dataclass
class Reading:
    """A draft while it is made, with what could not be understood.

    `lines` has for each item of a list the line of its field that it stands on. `pasted` is a
    record that was pasted as a whole; one that cannot be read is judged as it is.
    """

    draft: Draft
    problems: list[Problem] = field(default_factory=list)
    lines: dict[FieldPath, int] = field(default_factory=dict)
    pasted: SourceFile | None = None

    @property
    def raw(self) -> str:
        """The text of a pasted record that cannot be read; empty where there is none."""
        return self.pasted.text if self.pasted and self.pasted.faults else ""


@dataclass(frozen=True)
class Reader:
    """Whoever reads a form for one call; `account` is that of who hands in."""

    setting: Setting
    fields: tuple[FormField, ...]
    account: int

    def read(self, draft: Draft, typed: Filled) -> Reading:
        """The draft with all that was typed."""
        reading = Reading(draft, [*typed.problems, *self._problems(typed)])
        if record := typed.texts.get(RECORD):
            self._take_record(reading, f"{record}\n")
        for each in self.fields:
            if text := typed.texts.get(each.path):
                self._take(reading, each, text)
        self._add_account(reading)
        return reading

    def _problems(self, typed: Filled) -> Iterator[Problem]:
        if not any(ticked(typed.texts.get(CONSENT, ""))):
            yield Problem(ProblemName.NOT_TICKED, CONSENT)
        filled = [each for each in self.fields if typed.texts.get(each.path)]
        texts = [each for each in filled if each.shape is Shape.CHAPTER]
        others = [each for each in filled if each.question or each.columns]
        if typed.texts.get(RECORD) and others:
            yield Problem(ProblemName.BOTH, RECORD, values={"field": others[0].label})
        if typed.texts.get(README) and texts:
            yield Problem(ProblemName.BOTH, README, values={"field": texts[0].label})
        for each in self.fields:
            pasted = typed.texts.get(README if each.shape is Shape.CHAPTER else RECORD)
            if each.required and not pasted and not _is_filled(each, typed):
                yield Problem(ProblemName.EMPTY, each.path)

    def _take(self, reading: Reading, field: FormField, text: str) -> None:
        match field.shape:
            case Shape.LIST:
                self._take_list(reading, field, text)
            case Shape.CHAPTER if field.chapter:
                reading.draft = reading.draft.told(field.chapter.key, text)
            case Shape.README:
                reading.draft = replace(reading.draft, readme=f"{text}\n")
            case _ if field.question:
                self._take_answer(reading, field, field.question, text)

    def _take_answer(
        self, reading: Reading, field: FormField, question: Question, text: str
    ) -> None:
        question = self.setting.agenda.with_choices(question, reading.draft)
        if field.shape is Shape.CHOICES:
            labels = ticked(text)
            value: object = [chosen(question.choices, each) for each in labels]
        else:
            value = self._value(reading, question, text, (field.path, None))
        reading.draft = reading.draft.answered(field.path, value)

    def _take_list(self, reading: Reading, field: FormField, text: str) -> None:
        titles = [title_of(each.texts, self.setting.language) for each in field.columns]
        for count, line in enumerate(lines_of(text, titles)):
            place = (field.path, line.number)
            if count >= MOST_LINES:
                values = {"most": MOST_LINES}
                reading.problems.append(Problem(ProblemName.TOO_MANY_LINES, *place, values))
                return
            items = reading.draft.answer(field.path)
            index = len(items) if isinstance(items, list) else 0
            reading.lines[*field.path, index] = line.number
            for question, piece in zip(field.columns, line.pieces, strict=False):
                if piece:
                    asked = self.setting.agenda.with_choices(question, reading.draft)
                    value = self._value(reading, asked, piece, place)
                    path = (*field.path, index, question.field)
                    reading.draft = reading.draft.answered(path, value)

    def _value(self, reading: Reading, question: Question, text: str, place: Where) -> object:
        """The plain value that was meant; `place` says where, should it mean several things."""
        if question.form not in {Form.ORGANISATION, Form.PARTY}:
            return read(question, text)
        name = " ".join(text.split())[:LONGEST_NAME]
        found = self._directory.find(name)
        if found.is_sure:
            return found.choices[0].id
        if found.choices:
            ids = " / ".join(each.id for each in found.choices)
            values = {"name": name, "ids": ids}
            reading.problems.append(Problem(ProblemName.SEVERAL_ORGANISATIONS, *place, values))
        return slug(name) or name

    @cached_property
    def _directory(self) -> Directory:
        """Made once: it reads every name there is."""
        return self.setting.directory

    def _take_record(self, reading: Reading, text: str) -> None:
        source = read_source("submissions/-/-/submission.yml", text.encode("utf-8", "replace"))
        reading.pasted = source
        if not source.faults:
            reading.draft = given.from_file(reading.draft, source)

    def _add_account(self, reading: Reading) -> None:
        """Let who hands in be among those who may change the dossier; what is no list stays."""
        named = reading.draft.answer(ACCOUNTS)
        if named is None or isinstance(named, list):
            others = [each for each in named or () if each != self.account]
            reading.draft = reading.draft.answered(ACCOUNTS, [self.account, *others])


def _is_filled(field: FormField, typed: Filled) -> bool:
    """Whether a field needs nothing more: the account of who hands in is known."""
    is_known = field.shape in {Shape.CALL, Shape.CONSENT} or field.path == ACCOUNTS
    return is_known or bool(typed.texts.get(field.path))
