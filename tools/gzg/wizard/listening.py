"""What a person types: a line, a long text, yes or no, one of several, an organisation."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from gzg.model.identifiers import slug
from gzg.texts import Language, say
from gzg.texts.formats import readable
from gzg.wizard import presentation
from gzg.wizard.organisations import Directory
from gzg.wizard.terminal import Terminal

END_OF_TEXT = "."


class Word(StrEnum):
    """What can be typed instead of an answer."""

    HELP = "help"
    BACK = "back"
    LATER = "later"
    STOP = "stop"
    ADD = "add"


WORDS = {
    "?": Word.HELP,
    "help": Word.HELP,
    "hulp": Word.HELP,
    "terug": Word.BACK,
    "back": Word.BACK,
    "later": Word.LATER,
    "stop": Word.STOP,
    "verder": Word.ADD,
    "more": Word.ADD,
}
_YES = {"j", "ja", "y", "yes"}
_NO = {"", "n", "nee", "neen", "no"}


class StoppedError(Exception):
    """The person goes on another time."""


@dataclass(frozen=True)
class Listener:
    """Whoever answers, in one language."""

    terminal: Terminal
    language: Language

    def tell(self, key: str, **values: object) -> None:
        """Say one of our own sentences."""
        shown = {name: readable(value, self.language) for name, value in values.items()}
        self.terminal.say(say("wizard", key, self.language, **shown))

    def line(self, prompt: str = "> ") -> str:
        """One line; raises StoppedError where there will be no more."""
        try:
            return self.terminal.ask(prompt)
        except EOFError:
            raise StoppedError from None

    def text(self, before: str, keep: Callable[[str], None]) -> str:
        """A text up to a line with only a full stop, or one of the words alone.

        `before` is a text to go on with; `keep` gets the text after every line.
        """
        lines: list[str] = before.split("\n") if before else []
        prompt = "> "
        while True:
            typed = self.line(prompt)
            if typed.strip() == END_OF_TEXT:
                return "\n".join(lines)
            if not lines and word_in(typed) is not None:
                return typed
            if not lines and not typed.strip():
                return ""
            *whole, last = typed.split("\n")
            is_end = bool(whole) and last.strip() == END_OF_TEXT
            lines += whole if is_end else typed.split("\n")
            keep("\n".join(lines))
            if is_end:
                return "\n".join(lines)
            prompt = "| "

    def agrees(self, key: str, **values: object) -> bool:
        """Whether the person says yes; Enter is no."""
        question = say("wizard", key, self.language, **values)
        while True:
            answer = self.line(f"{question} ").strip().casefold()
            if word_in(answer) is Word.STOP:
                raise StoppedError
            if answer in _YES | _NO:
                return answer in _YES
            self.tell("yes-or-no")

    def number(self, options: Sequence[str]) -> int | None:
        """Which of these, counted from 0; None for Enter, or for a word that leaves the choice."""
        for number, option in enumerate(options, start=1):
            self.terminal.say(f"{number}. {option}", "  ")
        while True:
            typed = self.line(f"{say('wizard', 'number', self.language)} ").strip()
            word = word_in(typed)
            if word is Word.STOP:
                raise StoppedError
            if not typed or word in {Word.BACK, Word.LATER}:
                return None
            if typed.isascii() and typed.isdigit() and 0 < int(typed) <= len(options):
                return int(typed) - 1
            self.tell("which-number", most=len(options))

    def organisation(self, typed: str, directory: Directory) -> str | None:
        """The id of the organisation that is meant; None to be asked again."""
        found = directory.find(typed)
        if found.is_sure:
            return found.choices[0].id
        if not found.choices:
            self.tell("unknown-organisation", name=typed.strip())
            return slug(typed) or typed.strip()
        names = [presentation.title(each) for each in found.choices]
        if len(names) == 1:
            return found.choices[0].id if self.agrees("mean", name=names[0]) else None
        self.tell("mean-which")
        chosen = self.number(names)
        return None if chosen is None else found.choices[chosen].id


def word_in(typed: str) -> Word | None:
    """The word that was typed instead of an answer."""
    return WORDS.get(typed.strip().casefold())
