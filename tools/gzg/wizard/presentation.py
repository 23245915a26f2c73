"""How a question, its answer and what the call demands are put into words on a screen."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from gzg.texts import Language, say
from gzg.texts.formats import readable
from gzg.wizard.agenda import Agenda, Step
from gzg.wizard.balance import remaining
from gzg.wizard.demands import demands, words_wanted
from gzg.wizard.dossier_text import Chapter
from gzg.wizard.draft import Draft
from gzg.wizard.questions import Choice, Form, help_of, sections, title_of

Line = tuple[str, str]
"""A text and its indent."""

MARGIN = "  "
LONGEST_LIST = 20
"""How many choices are shown at once; more are shown on request."""

LONGEST_SUMMARY = 60


def title(choice: Choice) -> str:
    """A choice in one line."""
    return f"{choice.title} ({choice.description})" if choice.description else choice.title


def name_of(step: Step, agenda: Agenda) -> str:
    """What is asked, in a few words."""
    if step.chapter:
        return f"{step.chapter.part_title}: {step.chapter.title}"
    own = title_of(step.question.texts, agenda.language)
    section = title_of(f"Submission.{step.section}", agenda.language)
    if step.question.texts == f"Submission.{step.section}":
        return own
    if step.section == "answers":
        return f"{section}: {shortened(step.about, LONGEST_SUMMARY)}"
    about = f" {step.about}" if step.about else ""
    return f"{section}{about} – {own}"


def summary_of(step: Step, draft: Draft, agenda: Agenda) -> str:
    """The question and its answer."""
    value = draft.texts.get(step.chapter.key, "") if step.chapter else draft.answer(step.path)
    answer = "" if step.begins_item else answer_in_words(value, step, agenda)
    return shortened(f"{name_of(step, agenda)}: {answer}", 2 * LONGEST_SUMMARY)


def shortened(text: str, most: int) -> str:
    """The text on one line of at most so many signs."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def opening(step: Step, draft: Draft, agenda: Agenda, progress: tuple[int, int]) -> Iterator[Line]:
    """Everything that is said before an answer is awaited."""
    language = agenda.language
    yield "", ""
    at, total = progress
    count = say("wizard", "progress", language, at=at, total=total)
    yield f"{count} {name_of(step, agenda)}", ""
    if step.begins_item and step.path[1] == 0:
        yield from _section(step, agenda)
    yield from _asked(step, agenda)
    if (left := remaining(step, draft)) is not None:
        yield say("wizard", "left", language, amount=readable(left, language)), MARGIN
    yield from _choices(step, LONGEST_LIST, language)
    yield from _present(step, draft, agenda)


def more(step: Step, agenda: Agenda) -> Iterator[Line]:
    """What is said to whoever asks for help: the same once more, with all that can be chosen."""
    yield from _section(step, agenda)
    yield from _asked(step, agenda)
    for number, each in enumerate(step.question.choices, start=1):
        yield f"{number}. {title(each)}", MARGIN * 2


def _section(step: Step, agenda: Agenda) -> Iterator[Line]:
    if not step.chapter and step.question.texts != f"Submission.{step.section}":
        yield help_of(f"Submission.{step.section}", agenda.language)[0], MARGIN
        for demand in demands(step.section, agenda.call, agenda.words):
            yield f"• {demand}", MARGIN


def _asked(step: Step, agenda: Agenda) -> Iterator[Line]:
    if step.chapter:
        yield from _asked_text(step.chapter, agenda)
        return
    if step.section == "answers":
        yield step.about, MARGIN
    said, example = help_of(step.question.texts, agenda.language)
    yield said, MARGIN
    if step.question.texts == f"Submission.{step.section}":
        for demand in demands(step.section, agenda.call, agenda.words):
            yield f"• {demand}", MARGIN
    if example:
        yield say("wizard", "example", agenda.language, example=example), MARGIN


def _asked_text(chapter: Chapter, agenda: Agenda) -> Iterator[Line]:
    language, words = agenda.language, agenda.words
    if chapter.is_first and chapter.heading and chapter.part.help:
        yield words.said(chapter.part.help), MARGIN
    asked = chapter.heading or chapter.part
    if asked.help:
        yield words.said(asked.help), MARGIN
    if length := words_wanted(chapter, words):
        yield f"• {length}", MARGIN
    if chapter.heading and chapter.heading.example:
        example = words.said(chapter.heading.example)
        yield say("wizard", "example", language, example=example), MARGIN
    yield say("wizard", "how-text", language), MARGIN


def _choices(step: Step, most: int, language: Language) -> Iterator[Line]:
    choices = step.question.choices
    for number, each in enumerate(choices[:most], start=1):
        yield f"{number}. {each.title}", MARGIN * 2
    if len(choices) > most:
        yield say("wizard", "more-choices", language, count=len(choices) - most), MARGIN * 2
    if step.question.form is Form.CHOICES:
        yield say("wizard", "how-choices", language), MARGIN


def _present(step: Step, draft: Draft, agenda: Agenda) -> Iterator[Line]:
    language = agenda.language
    value = draft.texts.get(step.chapter.key) if step.chapter else draft.answer(step.path)
    if value is not None and not step.begins_item:
        answer = answer_in_words(value, step, agenda)
        yield say("wizard", "present", language, answer=answer), MARGIN
        if step.chapter:
            yield say("wizard", "go-on", language), MARGIN
    elif step.begins_item and step.path[1]:
        yield say("wizard", "no-more", language), MARGIN
    elif not step.question.required or (step.begins_item and step.section not in wanted(agenda)):
        yield say("wizard", "optional", language), MARGIN


def wanted(agenda: Agenda) -> frozenset[str]:
    """The sections that the call wants to see filled."""
    every = sections(agenda.call, agenda.programme, agenda.language)
    return frozenset(each.field for each in every if each.required)


def shown(value: object, step: Step, agenda: Agenda) -> str:
    """The answer as it was understood; empty where it stands as it was typed."""
    if step.question.form in {Form.TEXT, Form.LONG_TEXT, Form.MAILBOX, Form.LICENCE, Form.DIGEST}:
        return ""
    return answer_in_words(value, step, agenda)


def answer_in_words(value: object, step: Step, agenda: Agenda) -> str:
    """An answer as a person reads it."""
    titles = {each.id: each.title for each in step.question.choices}
    match step.question.form:
        case Form.MONEY if isinstance(value, int | Decimal):
            amount = readable(Decimal(value), agenda.language)
            return say("wizard", "euro", agenda.language, amount=amount)
        case Form.DAY:
            return _day(str(value), agenda.language)
        case Form.ORGANISATION:
            return agenda.party(Draft("", ""), value)
        case Form.YEAR:
            return str(value)
    if isinstance(value, list):
        return ", ".join(titles.get(str(each), str(each)) for each in value)
    return "" if value is None else titles.get(str(value), str(value))


def _day(text: str, language: Language) -> str:
    try:
        return readable(date.fromisoformat(text), language)
    except ValueError:
        return text
