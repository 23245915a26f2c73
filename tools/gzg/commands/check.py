"""`gzg check`: judge the records, and say where, what, why and how to mend it."""

import dataclasses
import gc
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from gzg.commands.options import (
    LanguageOption,
    RootOption,
    describe,
    find_root,
    moment,
    open_catalogue,
)
from gzg.commands.scope import relative, scope
from gzg.diagnostics import Severity
from gzg.engine.judge import judge
from gzg.engine.report import Report, site_of
from gzg.errors import GzgError
from gzg.repository import git
from gzg.repository.catalogue import Catalogue
from gzg.repository.history import NO_HISTORY, History
from gzg.repository.layout import record_at
from gzg.repository.repository import nothing_thrown_away
from gzg.rules.registry import module_by_code, rules
from gzg.rules.rule import Context
from gzg.texts import Language, say
from gzg.texts.formats import readable

MANY_FILES = 500
"""From this number on a check takes long enough to say that it is busy."""


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
    codes = (_codes(select, lang) or frozenset(module_by_code())) - _codes(ignore, lang)
    given = frozenset(relative(folder, path, lang) for path in paths or ())
    catalogue = open_catalogue(folder)
    with _comparison(folder, since) as history_of:
        now = moment(at, catalogue, lang)
        history = history_of(catalogue.repository.paths)
    context = Context(catalogue, now, history)
    chosen = scope(catalogue.repository.paths, given, None if since is None else history.touched)
    with _busy(len(catalogue.repository.paths), lang), _without_search_for_garbage():
        report = _report(context, codes, chosen)
    show(report, format, lang)
    return 1 if report.has_errors else 0


def _comparison(
    folder: Path, since: str | None
) -> AbstractContextManager[Callable[[Iterable[str]], History]]:
    return nullcontext(lambda _: NO_HISTORY) if since is None else git.comparison(folder, since)


def _report(context: Context, codes: frozenset[str], chosen: frozenset[str] | None) -> Report:
    catalogue = context.catalogue
    paths = catalogue.repository.paths
    catalogue.repository.read_ahead([each for each in paths if chosen is None or each in chosen])
    diagnostics = judge(context, rules(), chosen)
    asked = tuple(each for each in diagnostics if each.code in codes)
    left_out = tuple(each for each in diagnostics if each.code not in codes)
    records = sum(1 for path in paths if (chosen is None or path in chosen) and record_at(path))
    return Report(asked, catalogue.repository, records, site_of(catalogue), left_out)


def _codes(given: list[str] | None, language: Language) -> frozenset[str]:
    """The codes that were asked for, in any case and also with commas between them."""
    words = (code.strip().upper() for part in given or () for code in part.split(","))
    codes = frozenset(word for word in words if word)
    for code in sorted(codes - set(module_by_code())):
        raise GzgError(say("errors", "no-such-code", language, code=code))
    return codes


def errors_in(paths: Collection[str], catalogue: Catalogue, language: Language) -> Report:
    """The errors in some files at this moment, for a command that does more than check."""
    context = Context(catalogue, moment(None, catalogue, language))
    report = _report(context, frozenset(module_by_code()), frozenset(paths))
    errors = tuple(each for each in report.diagnostics if each.severity is Severity.ERROR)
    others = tuple(each for each in report.diagnostics if each.severity is not Severity.ERROR)
    return dataclasses.replace(report, diagnostics=errors, left_out=others)


@contextmanager
def _without_search_for_garbage() -> Iterator[None]:
    """All that a check makes lives until its end: nothing is to be found in it, then or later."""
    with nothing_thrown_away():
        try:
            yield
        finally:
            gc.freeze()


@contextmanager
def _busy(files: int, language: Language) -> Iterator[None]:
    """A line on the terminal for as long as a long check takes; nothing in a pipe.

    It stands still: what moves needs a thread, and a process with threads cannot divide its work.
    """
    if files < MANY_FILES or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console
    from rich.live import Live

    text = say("report", "busy", language, count=readable(files, language))
    with Live(text, console=Console(stderr=True), auto_refresh=False, transient=True):
        yield


def show(report: Report, format: Format, language: Language) -> None:
    """Write a report on the screen, in colour where that is a terminal."""
    if format is Format.TEXT and sys.stdout.isatty():
        _show_in_colour(report, language)
    else:
        typer.echo(import_module(REPORTERS[format]).render(report, language), nl=False)


def _show_in_colour(report: Report, language: Language) -> None:
    """On a terminal; Rich sees to it whether that has colours and whether NO_COLOR forbids them."""
    from rich.console import Console
    from rich.text import Text

    from gzg.reporters import text

    console = Console(highlight=False)
    whole = Text.assemble(*((piece.text, piece.style) for piece in text.pieces(report, language)))
    console.print(whole, soft_wrap=True, end="")
