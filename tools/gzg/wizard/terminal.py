"""A plain conversation, line by line: it works in every terminal and with a screen reader."""

import os
import shutil
import sys
import textwrap
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

NARROWEST, WIDEST = 40, 96


class Terminal(Protocol):
    """Somebody who reads and answers."""

    def say(self, text: str = "", indent: str = "") -> None:
        """Tell something."""

    def ask(self, prompt: str) -> str:
        """The line that is answered; raises EOFError when there will be no more."""


def is_there() -> bool:
    """Whether a person is at both ends."""
    return os.isatty(sys.stdin.fileno()) and os.isatty(sys.stdout.fileno())


@dataclass(frozen=True)
class Screen:
    """The terminal that the command runs in."""

    def say(self, text: str = "", indent: str = "") -> None:
        """Print text, wrapped, without signs that would steer the terminal."""
        width = max(NARROWEST, min(WIDEST, shutil.get_terminal_size().columns - 1))
        for line in text.split("\n"):
            filled = textwrap.wrap(
                visible(line),
                width,
                initial_indent=indent,
                subsequent_indent=indent,
                break_long_words=False,
                break_on_hyphens=False,
            )
            sys.stdout.write("\n".join(filled) + "\n")
        sys.stdout.flush()

    def ask(self, prompt: str) -> str:
        """Read a line, which can be edited while it is typed.

        With `readline` a pasted line may be longer than the 4096 signs that a terminal keeps, and
        a pasted text with several lines is one answer.
        """
        with suppress(ImportError):
            import readline  # noqa: F401
        typed = input(prompt)
        return typed.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def visible(text: str) -> str:
    """The text without signs that cannot be seen."""
    return "".join(sign for sign in text if sign.isprintable() or sign == "\u00a0")
