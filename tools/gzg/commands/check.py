"""`gzg check`: judge the records, and say where, what, why and how to mend it.

Only this much is loaded before Git starts to compare; `judging` judges.
"""

import sys
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gzg.commands.options import LanguageOption, RootOption, describe, find_root
from gzg.commands.scope import relative
from gzg.repository.comparison import Compared, comparison
from gzg.texts import Language

if TYPE_CHECKING:
    from gzg.engine.report import Report


class Format(StrEnum):
    """How a report is written."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"
    MARKDOWN = "markdown"


REPORTERS: Mapping[Format, str] = {each: f"gzg.reporters.{each}" for each in Format}
"""Format → module; only what is asked for is loaded."""

PathsArgument = Annotated[
    list[Path] | None, typer.Argument(metavar="PATH", help=describe("check.paths"))
]
SinceOption = Annotated[str | None, typer.Option(metavar="REF", help=describe("check.since"))]
AtOption = Annotated[str | None, typer.Option(metavar="TIME", help=describe("check.at"))]
FormatOption = Annotated[Format, typer.Option(help=describe("check.format"))]
SelectOption = Annotated[
    list[str] | None, typer.Option(metavar="CODE", help=describe("check.select"))
]
IgnoreOption = Annotated[
    list[str] | None, typer.Option(metavar="CODE", help=describe("check.ignore"))
]


def command(
    paths: PathsArgument = None,
    since: SinceOption = None,
    at: AtOption = None,
    format: FormatOption = Format.TEXT,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    lang: LanguageOption = Language.NL,
    root: RootOption = None,
) -> int:
    """Judge records; exit code 1 when there are errors."""
    folder = find_root(root, lang)
    given = frozenset(relative(folder, path, lang) for path in paths or ())
    with _comparison(folder, since) as compared:
        # Loading all that judges takes as long as Git takes to compare: both go on at once.
        from gzg.commands.judging import Asked, judged

        report = judged(folder, Asked(given, at, select, ignore), compared, lang)
    show(report, format, lang)
    return 1 if report.has_errors else 0


def _comparison(
    folder: Path, since: str | None
) -> AbstractContextManager[Callable[[], Compared] | None]:
    return nullcontext() if since is None else comparison(folder, since)


def show(report: "Report", format: Format, language: Language) -> None:
    """Write a report on the screen, in colour where that is a terminal."""
    if format is Format.TEXT and sys.stdout.isatty():
        _show_in_colour(report, language)
    else:
        typer.echo(import_module(REPORTERS[format]).render(report, language), nl=False)


def _show_in_colour(report: "Report", language: Language) -> None:
    """On a terminal; Rich sees to it whether that has colours and whether NO_COLOR forbids them."""
    from rich.console import Console
    from rich.text import Text

    from gzg.reporters import text

    console = Console(highlight=False)
    whole = Text.assemble(*((piece.text, piece.style) for piece in text.pieces(report, language)))
    console.print(whole, soft_wrap=True, end="")
