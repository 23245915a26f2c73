"""All that a call asks, as one document to read, print and pass around before anybody starts.

The document is a list of blocks; how they look in Markdown or Word is for the modules beside this.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from gzg.model.call import Asked, Call, Openness
from gzg.model.dates import Moment
from gzg.model.programme import Programme
from gzg.texts import Language, say
from gzg.texts.formats import readable
from gzg.wizard.demands import demands, words_wanted
from gzg.wizard.dossier_text import Chapter, chapters
from gzg.wizard.questions import BODY, Question, Section, Wording, help_of, sections, title_of


class Look(StrEnum):
    """What a block is."""

    TITLE = "title"
    CHAPTER = "chapter"
    QUESTION = "question"
    PART = "part"
    TEXT = "text"
    WARNING = "warning"
    ITEM = "item"
    INNER_ITEM = "inner-item"
    ANSWER = "answer"


@dataclass(frozen=True)
class Block:
    """Some text and what it is; `lead` stands before it in bold."""

    look: Look
    text: str
    lead: str = ""


@dataclass(frozen=True)
class _List:
    """The document of one call in one language."""

    call: Call
    words: Wording

    @property
    def language(self) -> Language:
        return self.words.language

    def say(self, key: str, **values: object) -> str:
        shown = {name: readable(value, self.language) for name, value in values.items()}
        return say("questions", key, self.language, **shown)

    def blocks(self) -> Iterator[Block]:
        title = self.words.said(self.call.title)
        yield Block(Look.TITLE, self.say("title", call=title))
        if self.call.summary:
            yield Block(Look.TEXT, self.words.said(self.call.summary))
        yield Block(Look.TEXT, self.say("purpose"))
        is_later = self.call.openness is Openness.AT_DECISION
        yield Block(
            Look.WARNING, say("wizard", "public-later" if is_later else "public", self.language)
        )
        yield from self._dates()
        yield from self._at_hand()
        yield from self._who_decides()
        yield from self._questions()
        yield from self._parts()
        yield from self._criteria()

    def _dates(self) -> Iterator[Block]:
        yield Block(Look.CHAPTER, self.say("dates"))
        if self.call.opens:
            yield Block(Look.ITEM, self._moment(self.call.opens), self.say("opens"))
        yield Block(Look.ITEM, self._end(), self.say("closes"))
        for item in self.call.agenda:
            days = [readable(day, self.language) for day in (item.begins, item.ends) if day]
            text = " – ".join(days) or self.say("day-unknown")
            if item.compulsory:
                text = f"{text} ({self.say('compulsory')})"
            yield Block(Look.ITEM, text, f"{self.words.said(item.title)}:")

    def _end(self) -> str:
        """Until when; one for practice never closes, of another the date may not be known."""
        if self.call.closes:
            return self.say("up-to", moment=self._moment(self.call.closes))
        return self.say("endless" if self.call.demo else "no-end")

    def _moment(self, moment: Moment) -> str:
        day = readable(moment.day, self.language)
        return f"{day}, {moment.clock:%H:%M}" if moment.clock else day

    def _at_hand(self) -> Iterator[Block]:
        yield Block(Look.CHAPTER, self.say("at-hand"))
        yield Block(Look.ITEM, self.say("have.parties"))
        for asked in Asked:
            if asked in self.call.asks:
                yield Block(Look.ITEM, self.say(f"have.{asked}"))
        yield Block(Look.ITEM, self.say("have.contact"))
        yield Block(Look.ITEM, self.say("have.accounts"))

    def _who_decides(self) -> Iterator[Block]:
        yield Block(Look.CHAPTER, self.say("who-decides"))
        if Asked.AGREEMENT in self.call.asks:
            yield Block(Look.ITEM, self.say("decide.bodies"))
        yield Block(Look.ITEM, self.say("decide.form"))
        yield Block(Look.ITEM, self.say("decide.jury"))

    def _questions(self) -> Iterator[Block]:
        yield Block(Look.CHAPTER, self.say("questions"))
        found = sections(self.call, self.words.programme, self.language)
        for number, section in enumerate(found, start=1):
            title = title_of(section.texts, self.language)
            optional = "" if section.required else f" ({self.say('optional')})"
            yield Block(Look.QUESTION, f"{number}. {title}{optional}")
            yield from self._section(section)

    def _section(self, section: Section) -> Iterator[Block]:
        is_single = not section.questions[0].field
        said, example = help_of(section.texts, self.language)
        yield Block(Look.TEXT, said)
        if example:
            yield Block(Look.TEXT, example, self.say("example"))
        for demand in demands(section.field, self.call, self.words):
            yield Block(Look.ITEM, demand)
        if is_single:
            yield from self._choices(section.questions[0], Look.ITEM)
            yield Block(Look.ANSWER, self.say("answer"))
            return
        if section.is_list:
            yield Block(Look.TEXT, self.say("each"))
        for question in section.questions:
            yield from self._inner(question)
        if section.field == "agreement":
            yield Block(Look.TEXT, self.say("each-signer"))
            for question in BODY:
                yield from self._inner(question)
        yield Block(Look.ANSWER, self.say("answer"))

    def _inner(self, question: Question) -> Iterator[Block]:
        said, example = help_of(question.texts, self.language)
        title = title_of(question.texts, self.language)
        optional = "" if question.required else f" ({self.say('optional')})"
        text = f"{said} {self.say('example')} {example}" if example else said
        yield Block(Look.ITEM, text, f"{title}{optional}.")
        yield from self._choices(question, Look.INNER_ITEM)

    def _choices(self, question: Question, look: Look) -> Iterator[Block]:
        for choice in question.choices:
            if choice.description:
                yield Block(look, choice.description, f"{choice.title}.")
            else:
                yield Block(look, choice.title)

    def _parts(self) -> Iterator[Block]:
        found = chapters(self.call, self.words.programme)
        if found:
            yield Block(Look.CHAPTER, self.say("parts"))
            yield Block(Look.TEXT, self.say("parts-help"))
        for chapter in found:
            yield from self._part(chapter)

    def _part(self, chapter: Chapter) -> Iterator[Block]:
        if chapter.is_first:
            titles = {term.id: term.title for term in self.words.programme.dossier_parts}
            own = titles.get(chapter.part.part)
            said = self.words.said(own) if own else chapter.part_title
            yield Block(Look.QUESTION, self._heading(chapter.part_title, said))
            if chapter.part.help:
                yield Block(Look.TEXT, self.words.said(chapter.part.help))
            if length := words_wanted(chapter, self.words):
                yield Block(Look.ITEM, length)
        if chapter.heading:
            yield Block(
                Look.PART, self._heading(chapter.title, self.words.said(chapter.heading.title))
            )
            if chapter.heading.help:
                yield Block(Look.TEXT, self.words.said(chapter.heading.help))
            if chapter.heading.example:
                example = self.words.said(chapter.heading.example)
                yield Block(Look.TEXT, example, self.say("example"))
        yield Block(Look.ANSWER, self.say("answer"))

    def _heading(self, written: str, said: str) -> str:
        """A heading as it must stand in the file, with what it means where that differs."""
        return written if written == said else f"{written} ({said})"

    def _criteria(self) -> Iterator[Block]:
        if not self.call.scoring:
            return
        yield Block(Look.CHAPTER, self.say("criteria"))
        for cluster in self.call.scoring.clusters:
            yield Block(Look.ITEM, self._weight(cluster.weight), self.words.said(cluster.title))
            for each in cluster.criteria:
                text = self.words.said(each.description) if each.description else ""
                yield Block(Look.INNER_ITEM, text, f"{self.words.said(each.title)}.")
        for rule in self.call.scoring.rules:
            yield Block(Look.TEXT, self.words.said(rule))

    def _weight(self, weight: object) -> str:
        total = self.call.scoring.total if self.call.scoring else None
        if weight is None or total is None:
            return ""
        return f"({self.say('weight', weight=weight, total=total)})"


def question_list(call: Call, programme: Programme, language: Language) -> tuple[Block, ...]:
    """The document of a call, in the reader's language."""
    return tuple(_List(call, Wording(programme, language)).blocks())
