"""What a form asks, as data: the sections and texts of a call that `gzg new` asks too.

Titles, help, examples and demands come from where the terminal has them; nothing is said here.
"""

from gzg.call_schema.call_constraints import APPLICANTS
from gzg.call_schema.roles import roles_of
from gzg.model.call import Call
from gzg.model.programme import Programme
from gzg.site.page import Data
from gzg.wizard.demands import demands, words_wanted
from gzg.wizard.dossier_text import Chapter, chapters, hint
from gzg.wizard.questions import (
    BODY,
    DECISIONS,
    Form,
    Question,
    Section,
    Wording,
    help_of,
    sections,
    title_of,
)

_FROM = {"Submission.resubmission_of": "earlier", "BuildingBlock.blueprint": "blueprints"}
"""Questions whose choices stand elsewhere in the kit."""


def sections_of(call: Call, words: Wording) -> list[Data]:
    """Every section in order, with its questions and what the call demands."""
    found = sections(call, words.programme, words.language)
    return [_section(each, call, words) for each in found]


def _section(section: Section, call: Call, words: Wording) -> Data:
    said, example = help_of(section.texts, words.language)
    return {
        "field": section.field,
        "title": title_of(section.texts, words.language),
        "help": said,
        "example": example,
        "demands": list(demands(section.field, call, words)),
        "is_list": section.is_list,
        "required": section.required,
        "each": {"key": "recommendation", "of": "recommendations"}
        if section.field == "answers"
        else None,
        "questions": [_question(each, words) for each in section.questions],
        "nested": _decisions(words) if section.field == DECISIONS[0] else None,
    }


def _decisions(words: Wording) -> Data:
    """The list inside the agreement: one decision of each party that signs it."""
    said, example = help_of("Agreement.decisions", words.language)
    return {
        "field": str(DECISIONS[1]),
        "title": title_of("Agreement.decisions", words.language),
        "help": said,
        "example": example,
        "demands": [],
        "is_list": True,
        "required": True,
        "each": {"key": "organisation", "of": "parties", "roles": _signing(words.programme)},
        "questions": [_question(each, words) for each in BODY],
        "nested": None,
    }


def _signing(programme: Programme) -> list[str]:
    return list(roles_of(programme, *APPLICANTS))


def _question(question: Question, words: Wording) -> Data:
    said, example = help_of(question.texts, words.language)
    own = "parties" if question.form is Form.PARTY else None
    return {
        "field": question.field,
        "texts": question.texts,
        "title": title_of(question.texts, words.language),
        "help": said,
        "example": example,
        "form": str(question.form),
        "required": question.required,
        "not_of": list(question.not_of),
        "required_of": None if question.required_of is None else list(question.required_of),
        "choices": [
            {"id": each.id, "title": each.title, "description": each.description}
            for each in question.choices
        ],
        "choices_from": _FROM.get(question.texts, own),
    }


def chapters_of(call: Call, words: Wording) -> list[Data]:
    """Every text of the dossier in order."""
    found = chapters(call, words.programme)
    return [_chapter(each, words) for each in found]


def _chapter(chapter: Chapter, words: Wording) -> Data:
    part, heading = chapter.part, chapter.heading
    terms = {term.id: term.title for term in words.programme.dossier_parts}
    part_said = words.said(terms[part.part]) if part.part in terms else chapter.part_title
    return {
        "part": part.part,
        "part_title": chapter.part_title,
        "part_said": part_said,
        "part_help": words.said(part.help) if part.help else "",
        "heading": chapter.key[1],
        "title": chapter.title,
        "said": words.said(heading.title) if heading else part_said,
        "help": words.said(heading.help) if heading and heading.help else "",
        "example": words.said(heading.example) if heading and heading.example else "",
        "wanted": words_wanted(chapter, words),
        "minimum_words": part.minimum_words,
        "maximum_words": part.maximum_words,
        "is_first": chapter.is_first,
        "is_last": chapter.is_last,
        "hint": hint(chapter, words.programme),
    }
