"""`gzg build`: make the site, also from what is left where a record has a fault."""

import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.live import Live

from gzg.commands.judging import errors_in
from gzg.commands.options import (
    LanguageOption,
    RootOption,
    describe,
    find_root,
    open_catalogue,
    zone_of,
)
from gzg.engine.report import site_of
from gzg.reporters import text
from gzg.repository import git
from gzg.repository.catalogue import Catalogue
from gzg.repository.layout import REGISTER
from gzg.repository.repository import nothing_thrown_away
from gzg.site.builder import Build, build
from gzg.texts import Language, say

SHOWN = 5
"""How many of the records that were left out are named."""


def command(
    out: Annotated[Path | None, typer.Option(help=describe("build.out"))] = None,
    site_url: Annotated[
        str, typer.Option("--site-url", envvar="SITE_URL", help=describe("build.site-url"))
    ] = "",
    full: Annotated[bool, typer.Option("--full", help=describe("build.full"))] = False,
    lang: LanguageOption = Language.NL,
    root: RootOption = None,
) -> int:
    """Make the site and say where it is; exit code 1 when a record is not on it."""
    folder = find_root(root, lang)
    catalogue = open_catalogue(folder)
    address = site_url or site_of(catalogue)
    place = (out or folder / "site").absolute()
    with nothing_thrown_away():
        broken = left_out(catalogue)
        gc.freeze()  # The records stay to the end: nothing is to be found in them.
    show_errors(broken, catalogue, lang)
    with progress(lang) as announce:
        task = Build(folder, catalogue, zone_of(catalogue), place, address, lang, anew=full)
        warnings = build(task, announce)
    for line in [*warnings, *notes(folder, broken, lang)]:
        typer.echo(say("build", "warning", lang, line=line), err=True)
    typer.echo(say("build", "done", lang, folder=place))
    return 1 if broken else 0


def left_out(catalogue: Catalogue) -> list[str]:
    """The files that are not on the site, or not whole, because they cannot be read.

    Other errors, such as a deadline that has passed, hide nothing: those are for `gzg check`.
    Reads every record; not the texts beside them, of which a build may need but a few.
    """
    repository = catalogue.repository
    paths = [path for records in repository.index.values() for path in records.values()]
    with nothing_thrown_away():
        repository.read_ahead(paths)
        broken = [record.path for record in catalogue.all_records() if record.model is None]
    return [*broken, *([REGISTER] if repository.register_file[1] else [])]


def show_errors(paths: list[str], catalogue: Catalogue, language: Language) -> None:
    """What `gzg check` says of these files, beside the output."""
    if paths:
        report = errors_in(paths, catalogue, language)
        typer.echo(text.render(report, language), nl=False, err=True)


@contextmanager
def progress(language: Language) -> Iterator[Callable[[str], None]]:
    """Shows on a terminal which step is being taken; says nothing in a pipe."""
    console = Console(stderr=True)
    if not console.is_terminal or not sys.stderr.isatty():
        yield lambda step: None
        return
    # Shown without a thread that refreshes it: beside one, the work could not be divided.
    with Live(console=console, auto_refresh=False, transient=True) as shown:
        yield lambda step: shown.update(say("build", step, language), refresh=True)


def notes(root: Path, broken: Sequence[str], language: Language) -> Iterator[str]:
    """What is not on the site although it is in the folder, such as these files."""
    if broken:
        more = ["…"] if len(broken) > SHOWN else []
        paths = ", ".join([*broken[:SHOWN], *more])
        yield say("build", "left-out", language, paths=paths)
    try:
        if git.is_shallow(root):
            yield say("build", "shallow", language)
    except git.GitError:
        return
