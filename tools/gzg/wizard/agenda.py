"""What is to be asked, in order: from the questions of the call and the answers so far.

A list has always one item more than was answered, until it is said to be complete. The agenda is
made anew after every answer; nothing is remembered here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from gzg.call_schema.call_constraints import APPLICANTS
from gzg.call_schema.roles import roles_of
from gzg.diagnostics import FieldPath
from gzg.model.advice import Recommendation
from gzg.model.call import Call
from gzg.model.programme import Programme
from gzg.repository.catalogue import Catalogue
from gzg.texts import Language
from gzg.wizard.dossier_text import Chapter, chapters
from gzg.wizard.draft import Draft, path_of_text
from gzg.wizard.questions import BODY, DECISIONS, Choice, Form, Question, Section, Wording, sections

TEXT = Question("", "Submission", Form.LONG_TEXT)
"""A text of the dossier: what is asked stands in its chapter."""


@dataclass(frozen=True)
class Step:
    """One question at one place.

    `key` names it in the draft, `path` is where the answer goes, `along` is what comes with it.
    `about` says which item is meant. `begins_item` is the first question of an item that is not
    there yet: no answer means that the list is complete.
    """

    key: FieldPath
    path: FieldPath
    section: str
    question: Question
    about: str = ""
    begins_item: bool = False
    chapter: Chapter | None = None
    along: Mapping[FieldPath, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Agenda:
    """Everything that can be asked for one call."""

    catalogue: Catalogue
    call: Call
    programme: Programme
    language: Language

    @property
    def words(self) -> Wording:
        """The programme's words in the reader's language."""
        return Wording(self.programme, self.language)

    def steps(self, draft: Draft) -> tuple[Step, ...]:
        """Every step, answered or not."""
        found: list[Step] = []
        for section in sections(self.call, self.programme, self.language):
            match section.field:
                case "answers":
                    found += self._answers(section, draft)
                case "agreement":
                    found += self._plain(section, draft)
                    found += self._decisions(draft)
                case _ if section.is_list:
                    found += self._items(section, draft)
                case _:
                    found += self._plain(section, draft)
        if not draft.readme:
            found += self._texts()
        return tuple(found)

    def put_off(self, draft: Draft) -> tuple[Step, ...]:
        """The steps that were put off."""
        return tuple(step for step in self.steps(draft) if _is_put_off(step, draft))

    def earlier(self) -> tuple[Choice, ...]:
        """The refused dossiers that this one can improve."""
        refused = [
            each.submission
            for decision in self.catalogue.decisions.values()
            for each in decision.refused
        ]
        known = self.catalogue.submissions
        return tuple(Choice(id, known[id].title, id) for id in sorted(refused) if id in known)

    def recommendations(self, earlier: object) -> tuple[Recommendation, ...]:
        """What the jury recommended for an earlier dossier."""
        return tuple(
            recommendation
            for advice in self.catalogue.advice.values()
            for each in advice.submissions
            if each.submission == earlier
            for recommendation in each.recommendations
        )

    def party(self, draft: Draft, id: object) -> str:
        """The name of an organisation."""
        found = self.catalogue.organisation(str(id), None)
        return found.name if found else str(id)

    def _plain(self, section: Section, draft: Draft) -> Iterator[Step]:
        for question in section.questions:
            path: FieldPath = (section.field, question.field)[: 2 if question.field else 1]
            yield Step(path, path, section.field, self.with_choices(question, draft))

    def _items(self, section: Section, draft: Draft) -> Iterator[Step]:
        name = section.field
        items = _list_at(draft, name)
        for index, item in enumerate(items):
            about = self._about(item, index, draft)
            for question in section.questions:
                if asked := self._asked_of(question, item):
                    path = (name, index, question.field)
                    yield Step(path, path, name, self.with_choices(asked, draft), about)
        if (name,) not in draft.passed:
            first = self.with_choices(section.questions[0], draft)
            path = (name, len(items), first.field)
            about = str(len(items) + 1)
            yield Step((name,), path, name, first, about, begins_item=True)

    def _asked_of(self, question: Question, item: Mapping[str, object]) -> Question | None:
        """The question as it is asked of one party; None where it does not apply to its role."""
        role = item.get("role")
        if role in question.not_of:
            return None
        if question.required_of is not None and role not in question.required_of:
            return replace(question, required=False)
        return question

    def _about(self, item: Mapping[str, object], index: int, draft: Draft) -> str:
        id, title = item.get("organisation"), item.get("title")
        name = title or (self.party(draft, id) if id else "")
        return f"{index + 1}: {name}" if name else str(index + 1)

    def _answers(self, section: Section, draft: Draft) -> Iterator[Step]:
        asked = self.recommendations(draft.answer(("resubmission_of",)))
        given = [each.get("recommendation") for each in _list_at(draft, "answers")]
        (question,) = section.questions
        for each in asked:
            index = given.index(each.id) if each.id in given else len(given)
            at: FieldPath = ("answers", index)
            yield Step(
                ("answers", each.id),
                (*at, "answer"),
                "answers",
                question,
                self.words.said(each.text),
                along={(*at, "recommendation"): each.id},
            )

    def _decisions(self, draft: Draft) -> Iterator[Step]:
        signing = roles_of(self.programme, *APPLICANTS)
        given = [each.get("organisation") for each in _list_at(draft, *DECISIONS)]
        for party in _list_at(draft, "parties"):
            id = party.get("organisation")
            if party.get("role") in signing and id:
                index = given.index(id) if id in given else len(given)
                at = (*DECISIONS, index)
                about = self.party(draft, id)
                for question in BODY:
                    key = (*DECISIONS, str(id), question.field)
                    along = {(*at, "organisation"): id}
                    path = (*at, question.field)
                    yield Step(key, path, "agreement", question, about, along=along)

    def _texts(self) -> Iterator[Step]:
        for chapter in chapters(self.call, self.programme):
            path = path_of_text(chapter.key)
            yield Step(path, path, f"README/{chapter.part.part}", TEXT, chapter=chapter)

    def with_choices(self, question: Question, draft: Draft) -> Question:
        """The question with what there is to choose from at this moment."""
        match question.texts:
            case "Submission.resubmission_of":
                return replace(question, choices=self.earlier())
            case "BuildingBlock.blueprint":
                found = sorted(self.catalogue.blueprints.items())
                known = (Choice(id, self.words.said(each.title)) for id, each in found)
                return replace(question, choices=tuple(known))
        if question.form is Form.PARTY:
            parties = (each.get("organisation") for each in _list_at(draft, "parties"))
            known = (Choice(str(id), self.party(draft, id)) for id in parties if id)
            return replace(question, choices=tuple(known))
        return question


def is_done(step: Step, draft: Draft) -> bool:
    """Whether a step was answered, passed or put off."""
    if _is_put_off(step, draft) or step.key in draft.passed:
        return True
    if step.chapter:
        return step.chapter.key in draft.texts
    return not step.begins_item and draft.answer(step.path) is not None


def _is_put_off(step: Step, draft: Draft) -> bool:
    return step.key in draft.later


def _list_at(draft: Draft, *path: str | int) -> list[Mapping[str, object]]:
    found = draft.answer(path)
    return [each for each in found if isinstance(each, Mapping)] if isinstance(found, list) else []
