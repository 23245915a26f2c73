"""Answers that are given on the command line or in a file, instead of being asked for."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from gzg.diagnostics import FieldPath
from gzg.model.programme import RoleFunction
from gzg.repository.source_file import SourceFile
from gzg.rules.suggestion import nearest
from gzg.texts import say
from gzg.wizard.agenda import Agenda
from gzg.wizard.answers import read
from gzg.wizard.comments import comments_in
from gzg.wizard.draft import Draft
from gzg.wizard.organisations import Directory
from gzg.wizard.questions import BODY, Form, Question, sections

_STEP = re.compile(r"[^.\[\]]+")
_NOT_TAKEN_OVER = ("id", "call")


@dataclass(frozen=True)
class Given:
    """A draft with what was given, and a sentence for all that could not be understood."""

    draft: Draft
    problems: tuple[str, ...] = ()


def from_file(draft: Draft, source: SourceFile) -> Draft:
    """The draft with the answers and comments of another dossier; its id and call stay its own."""
    taken = {name: value for name, value in source.data.items() if name not in _NOT_TAKEN_OVER}
    return replace(draft, data={**draft.data, **taken}, comments=comments_in(source.text))


def with_values(
    draft: Draft, settings: Sequence[str], agenda: Agenda, directory: Directory
) -> Given:
    """The draft with each `field=value`; a field in a list has its number, counted from 0."""
    problems: list[str] = []
    forms = _forms(agenda)
    for setting in settings:
        name, found, value = setting.partition("=")
        path = _path(name.strip())
        form = forms.get(_pattern(path))
        if not found or form is None:
            problems.append(_unknown(name.strip(), forms, agenda))
            continue
        draft, problem = _with_value(draft, path, form, value, directory, agenda)
        problems += problem
    return Given(draft, tuple(problems))


def with_lead(draft: Draft, name: str, agenda: Agenda, directory: Directory) -> Given:
    """The draft with this organisation as its lead, the first of the parties."""
    roles = agenda.programme.roles
    role = next((each.id for each in roles if each.function is RoleFunction.LEAD), "")
    id, problems = _organisation(name, directory, agenda)
    draft = draft.answered(("parties", 0, "organisation"), id)
    return Given(draft.answered(("parties", 0, "role"), role), problems)


def _with_value(
    draft: Draft,
    path: FieldPath,
    question: Question,
    value: str,
    directory: Directory,
    agenda: Agenda,
) -> tuple[Draft, tuple[str, ...]]:
    if question.form in {Form.ORGANISATION, Form.PARTY}:
        id, problems = _organisation(value, directory, agenda)
        return draft.answered(path, id), problems
    return draft.answered(path, read(agenda.with_choices(question, draft), value)), ()


def _organisation(name: str, directory: Directory, agenda: Agenda) -> tuple[str, tuple[str, ...]]:
    """The id of the one organisation that is meant; several are a problem, none is judged."""
    found = directory.find(name)
    if found.is_sure or not found.choices:
        return (found.choices[0].id if found.choices else name), ()
    ids = " / ".join(each.id for each in found.choices)
    return name, (say("wizard", "several-organisations", agenda.language, name=name, ids=ids),)


def _path(name: str) -> FieldPath:
    return tuple(
        int(step) if step.isascii() and step.isdigit() else step for step in _STEP.findall(name)
    )


def _pattern(path: FieldPath) -> FieldPath:
    """The path with every number as 0."""
    return tuple(0 if isinstance(step, int) else step for step in path)


def _forms(agenda: Agenda) -> Mapping[FieldPath, Question]:
    """Pattern of a path → how its value is read."""
    return dict(_every_form(agenda))


def _every_form(agenda: Agenda) -> Iterator[tuple[FieldPath, Question]]:
    for section in sections(agenda.call, agenda.programme, agenda.language):
        inner: FieldPath = (0,) if section.is_list else ()
        for question in section.questions:
            last: FieldPath = (question.field,) if question.field else ()
            yield (section.field, *inner, *last), question
    decision: FieldPath = ("agreement", "decisions", 0)
    yield (*decision, "organisation"), replace(BODY[0], form=Form.ORGANISATION)
    for question in BODY:
        yield (*decision, question.field), question
    recommendation = replace(BODY[0], texts="Answer.recommendation", form=Form.TEXT)
    yield ("answers", 0, "recommendation"), recommendation


def _unknown(name: str, forms: Mapping[FieldPath, Question], agenda: Agenda) -> str:
    known = {".".join(map(str, path)) for path in forms}
    near = nearest(name, known)
    key = "unknown-field-near" if near else "unknown-field"
    return say("wizard", key, agenda.language, name=name, near=near or "")
