"""What several commands share: their options, and how they find the repository.

The records' models are loaded when a catalogue is opened: `gzg check --since` has Git at work
meanwhile.
"""

import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer

from gzg.errors import GzgError
from gzg.repository.layout import PROGRAMME
from gzg.repository.tree import WorkingTree
from gzg.texts import Language, say

if TYPE_CHECKING:
    from gzg.repository.catalogue import Catalogue

LANGUAGE_VARIABLE = "GZG_LANG"


def help_language(arguments: Sequence[str] | None = None) -> Language:
    """The language of `--help` and of a fault in use, known before the options are read."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    wanted = os.environ.get(LANGUAGE_VARIABLE, "")
    for word, following in zip(words, [*words, ""][1:], strict=True):
        if word == "--lang":
            wanted = following
        elif word.startswith("--lang="):
            wanted = word.removeprefix("--lang=")
    return Language(wanted) if wanted in set(Language) else Language.NL


def describe(key: str) -> str:
    """The help text of a command or option."""
    return say("help", key, help_language())


LanguageOption = Annotated[
    Language, typer.Option("--lang", envvar=LANGUAGE_VARIABLE, help=describe("lang"))
]
AnyLanguageOption = Annotated[
    Language | None, typer.Option("--lang", envvar=LANGUAGE_VARIABLE, help=describe("lang"))
]
"""The same before the name of a command."""

RootOption = Annotated[
    Path | None, typer.Option("--root", metavar="DIR", help=describe("root"), show_default=False)
]


def find_root(given: Path | None, language: Language) -> Path:
    """The folder that holds the programme: the one given, else the nearest around this folder."""
    start = (given or Path()).resolve()
    candidates = [start] if given else [start, *start.parents]
    for folder in candidates:
        if (folder / PROGRAMME).is_file():
            return folder
    key = "no-programme-there" if given else "no-programme"
    raise GzgError(say("errors", key, language, folder=start, file=PROGRAMME))


def open_catalogue(root: Path) -> "Catalogue":
    """The catalogue of the files in a folder."""
    from gzg.repository.catalogue import Catalogue
    from gzg.repository.repository import Repository

    return Catalogue(Repository(WorkingTree(root)))


def zone_of(catalogue: "Catalogue") -> ZoneInfo:
    """The programme's time zone; UTC where it cannot be read."""
    programme = catalogue.programme
    try:
        return ZoneInfo(programme.time_zone) if programme else ZoneInfo("UTC")
    except (KeyError, ValueError, OSError):
        return ZoneInfo("UTC")


def moment(text: str | None, catalogue: "Catalogue", language: Language) -> datetime:
    """The time that `--at` gives, in the programme's zone; now where it is absent."""
    if text is None:
        return datetime.now(UTC).astimezone(zone_of(catalogue))
    try:
        given = datetime.fromisoformat(text)
    except ValueError:
        raise GzgError(say("errors", "not-a-time", language, value=text)) from None
    zone = zone_of(catalogue)
    return given.astimezone(zone) if given.tzinfo else given.replace(tzinfo=zone)
