"""`gzg init DIR`: start a programme of one's own, from a small made-up one."""

import os
import shlex
from pathlib import Path
from typing import Annotated
from zoneinfo import available_timezones

import typer

from gzg.commands.options import LanguageOption, describe
from gzg.errors import GzgError
from gzg.init.files import DEFAULT_TIME_ZONE, TITLE, Wishes, new_programme
from gzg.init.folder import is_free, place
from gzg.model.base import LONGEST_TEXT
from gzg.texts import Language, say

STANDARD_INPUT = 0


def command(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=describe("init.folder"))],
    title: Annotated[str | None, typer.Option(help=describe("init.title"))] = None,
    language: Annotated[Language | None, typer.Option(help=describe("init.language"))] = None,
    time_zone: Annotated[str, typer.Option(help=describe("init.time_zone"))] = DEFAULT_TIME_ZONE,
    lang: LanguageOption = Language.NL,
) -> int:
    """Make a programme in a folder that is new or empty.

    What is not given is asked on a terminal, and has its default elsewhere.
    """
    target = folder.resolve()
    if not is_free(target):
        raise GzgError(say("errors", "not-empty", lang, folder=folder))
    if time_zone not in available_timezones():
        raise GzgError(say("errors", "no-such-zone", lang, zone=time_zone))
    files = new_programme(_wishes(title, language, time_zone, lang))
    try:
        place(files, target)
    except OSError as error:
        reason = error.strerror or str(error)
        raise GzgError(say("errors", "not-written", lang, folder=folder, reason=reason)) from None
    typer.echo(say("init", "made", lang, folder=folder, quoted=shlex.quote(str(folder))))
    return 0


def _wishes(title: str | None, language: Language | None, time_zone: str, lang: Language) -> Wishes:
    """What was given, completed by what the person at the terminal answers."""
    if os.isatty(STANDARD_INPUT):
        if language is None:
            language = _language(
                typer.prompt(say("init", "language", lang), default=str(lang)), lang
            )
        if title is None:
            title = typer.prompt(say("init", "title", lang), default=TITLE[language])
            title = None if title == TITLE[language] else title
    if title is not None and not _is_title(title):
        raise GzgError(say("errors", "not-a-title", lang, largest=LONGEST_TEXT))
    return Wishes(language or lang, (title or "").strip(), time_zone)


def _language(answer: str, lang: Language) -> Language:
    if answer not in set(Language):
        raise GzgError(say("errors", "no-such-language", lang, value=answer))
    return Language(answer)


def _is_title(text: str) -> bool:
    """Whether a title can stand on one line of a record."""
    return bool(text.strip()) and text.isprintable() and len(text) <= LONGEST_TEXT
