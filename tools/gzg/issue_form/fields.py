"""The fields of a call's form in an issue, in order: what each is called and where it goes.

A forge keeps of a form only a heading and the text below it for each field, so a heading is what a
field is known by. A list of the dossier, such as its parties, is one field with an item a line.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from gzg.diagnostics import FieldPath
from gzg.model.call import Call
from gzg.model.programme import Programme
from gzg.texts import Language, say
from gzg.wizard.dossier_text import Chapter, chapters
from gzg.wizard.draft import path_of_text
from gzg.wizard.questions import (
    BODY,
    DECISIONS,
    Form,
    Question,
    Section,
    Wording,
    sections,
    title_of,
)

SUBJECT = "issue-form"
LONGEST_LABEL = 120


class Shape(StrEnum):
    """How a field is filled in."""

    CALL = "call"
    CONSENT = "consent"
    LINE = "line"
    TEXT = "text"
    CHOICE = "choice"
    CHOICES = "choices"
    LIST = "list"
    CHAPTER = "chapter"
    RECORD = "record"
    README = "readme"


@dataclass(frozen=True)
class FormField:
    """One field of the form: `path` is where its answer goes in the dossier.

    `columns` are what is typed on a line of a list, with semicolons between; only the last may
    have semicolons in it.
    """

    path: FieldPath
    label: str
    shape: Shape
    question: Question | None = None
    columns: tuple[Question, ...] = ()
    chapter: Chapter | None = None
    required: bool = False


COLUMNS = {
    "parties": ("organisation", "role", "share", "own_contribution", "task"),
    "budget": ("organisation", "year", "amount", "title"),
    "success_plan": ("title", "baseline", "target", "date"),
    "blueprints": ("title", "kinds", "licence", "summary"),
    "building_blocks": ("title", "blueprint", "url"),
}
"""The order of what is typed on a line; a free text that may hold semicolons comes last."""

RECOMMENDATION = Question("recommendation", "Answer.recommendation", Form.TEXT)
SIGNER = Question("organisation", "ConsortiumParty.organisation", Form.PARTY)

CALL: FieldPath = ("call",)
CONSENT: FieldPath = ("consent",)
RECORD: FieldPath = ("submission.yml",)
README: FieldPath = ("README.md",)


def fields(call: Call, programme: Programme, language: Language) -> tuple[FormField, ...]:
    """Every field of a call's form, with labels in one language; no two labels are alike."""
    found: dict[str, FormField] = {}
    for each in _every(call, programme, language):
        label = " ".join(each.label.split())[:LONGEST_LABEL].strip()
        number = 2
        while (name := label if number == 2 else f"{label} ({number - 1})").casefold() in found:
            number += 1
        found[name.casefold()] = replace(each, label=name)
    return tuple(found.values())


def call_label(language: Language) -> str:
    """What the field with the call is called: by it a text is known to be of a form."""
    return title_of("Submission.call", language)


def _every(call: Call, programme: Programme, language: Language) -> Iterator[FormField]:
    yield FormField(CALL, call_label(language), Shape.CALL, required=True)
    yield FormField(CONSENT, say(SUBJECT, "consent", language), Shape.CONSENT, required=True)
    for section in sections(call, programme, language):
        yield from _section(section, language)
    yield from _chapters(call, programme, language)
    yield FormField(RECORD, say(SUBJECT, "record", language), Shape.RECORD)
    yield FormField(README, say(SUBJECT, "readme", language), Shape.README)


def _section(section: Section, language: Language) -> Iterator[FormField]:
    title = title_of(section.texts, language)
    path: FieldPath = (section.field,)
    if section.is_list:
        columns = _columns(section)
        yield FormField(path, title, Shape.LIST, columns=columns, required=section.required)
        return
    for question in section.questions:
        if question.form is Form.CHOICES and not question.choices:
            continue  # the programme has no such words
        if not question.field:
            yield FormField(path, title, _shape(question), question, required=section.required)
            continue
        label = f"{title}: {title_of(question.texts, language)}"
        inner = (*path, question.field)
        yield FormField(inner, label, _shape(question), question, required=question.required)
    if section.field == "agreement":
        label = f"{title}: {title_of('Agreement.decisions', language)}"
        yield FormField(DECISIONS, label, Shape.LIST, columns=(SIGNER, *BODY), required=True)


def _columns(section: Section) -> tuple[Question, ...]:
    if section.field == "answers":
        return (RECOMMENDATION, *section.questions)
    order = COLUMNS[section.field]
    return tuple(sorted(section.questions, key=lambda question: order.index(question.field)))


def _shape(question: Question) -> Shape:
    match question.form:
        case Form.CHOICE if question.choices:
            return Shape.CHOICE
        case Form.CHOICES:
            return Shape.CHOICES
        case Form.LONG_TEXT:
            return Shape.TEXT
    return Shape.LINE


def _chapters(call: Call, programme: Programme, language: Language) -> Iterator[FormField]:
    """A field for every text; its heading is in the reader's language, unlike that in the file."""
    words = Wording(programme, language)
    titles = {term.id: words.said(term.title) for term in programme.dossier_parts}
    for chapter in chapters(call, programme):
        part = titles.get(chapter.part.part, chapter.part_title)
        label = f"{part}: {words.said(chapter.heading.title)}" if chapter.heading else part
        path = path_of_text(chapter.key)
        yield FormField(path, label, Shape.CHAPTER, chapter=chapter, required=True)
