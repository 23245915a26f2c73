"""The conversation: asks what is open, lets every answer be judged, and keeps the draft each time.

Whoever answers may ask for help, go back, put a question off or stop, in Dutch and in English.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from gzg.diagnostics import FieldPath
from gzg.wizard import presentation
from gzg.wizard.agenda import Agenda, Step, is_done
from gzg.wizard.answers import read
from gzg.wizard.draft import Draft
from gzg.wizard.judgement import Judges, Remark, told
from gzg.wizard.listening import Listener, StoppedError, Word, word_in
from gzg.wizard.organisations import Directory
from gzg.wizard.questions import Form

NOT_KEPT = ("GZG0", "GZG1", "GZG30")
"""Codes of what cannot be read or names nothing: such an answer is asked again."""


@dataclass
class Dialogue:
    """One conversation about one dossier; `keep` is called after every answer."""

    agenda: Agenda
    judges: Judges
    directory: Directory
    listener: Listener
    keep: Callable[[Draft], None]
    _shown: set[Remark] = field(default_factory=set)

    def run(self, draft: Draft) -> Draft:
        """Ask until nothing is open; raises StoppedError."""
        draft = self._ask_open(draft)
        while put_off := self.agenda.put_off(draft):
            self.listener.tell("put-off", count=len(put_off))
            for step in put_off:
                name = presentation.name_of(step, self.agenda)
                self.listener.terminal.say(f"- {name}", presentation.MARGIN)
            if not self.listener.agrees("put-off-now"):
                break
            for key in [step.key for step in put_off]:
                draft = self._ask_again(key, draft)
            draft = self._ask_open(draft)
        self._shown.clear()
        return self._mend(draft, self.agenda.steps(draft)[:0])

    def _ask_again(self, key: FieldPath, draft: Draft) -> Draft:
        step = next((each for each in self.agenda.steps(draft) if each.key == key), None)
        if step is None:
            return draft
        after = self._answered(step, draft.taken_up(key))
        if after is None:
            return draft
        self.keep(after)
        return after

    def _ask_open(self, draft: Draft) -> Draft:
        back_to: FieldPath | None = None
        while (step := self._next(draft, back_to)) is not None:
            keys = [each.key for each in self.agenda.steps(draft)]
            after = self._answered(step, draft)
            if after is None:
                back_to = keys[max(0, keys.index(step.key) - 1)]
                continue
            draft, back_to = after, None
            self.keep(draft)
            inside = self._inside(step.section, draft)
            waiting = draft.later.intersection(each.key for each in inside)
            if not waiting and all(is_done(each, draft) for each in inside):
                draft = self._mend(draft, inside)
        return draft

    def _next(self, draft: Draft, back_to: FieldPath | None) -> Step | None:
        steps = self.agenda.steps(draft)
        if back_to is not None:
            return next(each for each in steps if each.key == back_to)
        return next((each for each in steps if not is_done(each, draft)), None)

    def _inside(self, section: str, draft: Draft) -> tuple[Step, ...]:
        return tuple(each for each in self.agenda.steps(draft) if each.section == section)

    def _mend(self, draft: Draft, inside: tuple[Step, ...]) -> Draft:
        """Tell what the judges newly found, until there is nothing or the person goes on."""
        while True:
            remarks = self.judges.remarks(draft)
            new = [each for each in remarks if each not in self._shown]
            for remark in new:
                self._tell(remark)
            self._shown.update(remarks)
            if not any(each.is_error for each in new):
                return draft
            after = self._change_one(draft, inside, new)
            if after is None:
                return draft
            draft = after
            self._shown.difference_update(new)

    def _change_one(
        self, draft: Draft, inside: tuple[Step, ...], remarks: list[Remark]
    ) -> Draft | None:
        """The draft with one answer changed; None to leave all as it is."""
        tops = {each.path[:1] for each in remarks if each.path[:1] != ("README",)}
        tops |= {each.path[:2] for each in remarks if each.path[:1] == ("README",)}
        keys = {each.key for each in inside}
        steps = [
            each
            for each in self.agenda.steps(draft)
            if each.key in keys or each.path[:1] in tops or each.path[:2] in tops
        ]
        self.listener.tell("mend")
        named = [presentation.summary_of(step, draft, self.agenda) for step in steps]
        chosen = self.listener.number(named)
        if chosen is None:
            return None
        after = self._answered(steps[chosen], draft) or draft
        self.keep(after)
        return after

    def _answered(self, step: Step, draft: Draft) -> Draft | None:
        """The draft after one question; None to go back."""
        self._open(step, draft)
        adding = ""
        while True:
            typed = self._typed(step, draft, adding)
            match word_in(typed):
                case Word.BACK:
                    return None
                case Word.LATER:
                    return draft.put_off(step.key)
                case Word.STOP:
                    raise StoppedError
                case Word.HELP:
                    self._help(step)
                case Word.ADD if step.chapter:
                    adding = draft.texts.get(step.chapter.key, "")
                case _:
                    draft, is_good = self._taken(step, draft, typed)
                    if is_good:
                        return draft

    def _open(self, step: Step, draft: Draft) -> None:
        steps = self.agenda.steps(draft)
        done = sum(1 for each in steps if is_done(each, draft) and each.key != step.key)
        progress = (done + 1, len(steps))
        for text, indent in presentation.opening(step, draft, self.agenda, progress):
            self.listener.terminal.say(text, indent)

    def _typed(self, step: Step, draft: Draft, adding: str) -> str:
        if step.chapter is None:
            return self.listener.line()
        key = step.chapter.key
        # A text that is broken off counts as put off, with all its lines.
        return self.listener.text(
            adding, lambda text: self.keep(draft.told(key, text).put_off(step.key))
        )

    def _help(self, step: Step) -> None:
        for text, indent in presentation.more(step, self.agenda):
            self.listener.terminal.say(text, indent)
        self.listener.tell("words")

    def _taken(self, step: Step, draft: Draft, typed: str) -> tuple[Draft, bool]:
        """The draft with what was typed, and whether the next question may come."""
        if not typed.strip():
            return self._nothing(step, draft)
        after = self._with_answer(step, draft, typed)
        if after is None:
            return draft, False
        remarks = tuple(told(self.judges.remarks(after), step.path))
        for remark in remarks:
            self._tell(remark)
        self._shown.update(remarks)
        if not any(each.is_error for each in remarks):
            return after, True
        if any(each.is_error and each.code.startswith(NOT_KEPT) for each in remarks):
            self.listener.tell("again")
            return draft, False
        self.keep(after)
        self.listener.tell("again-or-keep")
        return after, False

    def _nothing(self, step: Step, draft: Draft) -> tuple[Draft, bool]:
        """What Enter alone means: the answer stays, there is none, or a list is complete."""
        if _has_answer(step, draft):
            return draft, True
        if step.begins_item:
            is_needed = step.path[1] == 0 and step.section in presentation.wanted(self.agenda)
        else:
            is_needed = step.question.required
        if is_needed:
            self.listener.tell("needed")
            return draft, False
        return draft.passing(step.key), True

    def _with_answer(self, step: Step, draft: Draft, typed: str) -> Draft | None:
        if step.chapter:
            return draft.told(step.chapter.key, typed.strip("\n"))
        if step.question.form is Form.ORGANISATION:
            value: object = self.listener.organisation(typed, self.directory)
        else:
            value = read(step.question, typed)
        if value is None:
            return None
        for path, other in step.along.items():
            draft = draft.answered(path, other)
        if understood := presentation.shown(value, step, self.agenda):
            self.listener.terminal.say(f"→ {understood}", presentation.MARGIN)
        return draft.answered(step.path, value)

    def _tell(self, remark: Remark) -> None:
        sign = "✗" if remark.is_error else "!"
        text = f"{sign} {remark.message} {remark.remedy} ({remark.code})"
        self.listener.terminal.say(text, presentation.MARGIN)


def _has_answer(step: Step, draft: Draft) -> bool:
    if step.chapter:
        return step.chapter.key in draft.texts
    return not step.begins_item and draft.answer(step.path) is not None
