"""`gzg build`: make the site."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from gzg.commands.options import (
    LanguageOption,
    RootOption,
    describe,
    find_root,
    open_catalogue,
    zone_of,
)
from gzg.repository import git
from gzg.repository.catalogue import Catalogue
from gzg.site.builder import Build, build
from gzg.texts import Language, say

SHOWN = 5
"""How many of the records that were left out are named."""


def command(
    out: Annotated[Path | None, typer.Option(help=describe("build.out"))] = None,
    site_url: Annotated[
        str, typer.Option("--site-url", envvar="SITE_URL", help=describe("build.site-url"))
    ] = "",
    lang: LanguageOption = Language.NL,
    root: RootOption = None,
) -> int:
    """Make the site and say where it is."""
    folder = find_root(root, lang)
    catalogue = open_catalogue(folder)
    programme = catalogue.programme
    address = site_url or (programme.addresses.site if programme else None) or ""
    place = (out or folder / "site").absolute()
    with progress(lang) as announce:
        task = Build(folder, catalogue, zone_of(catalogue), place, address, lang)
        warnings = build(task, announce)
    for line in [*warnings, *notes(folder, catalogue, lang)]:
        typer.echo(say("build", "warning", lang, line=line), err=True)
    typer.echo(say("build", "done", lang, folder=place))
    return 0


@contextmanager
def progress(language: Language) -> Iterator[Callable[[str], None]]:
    """Shows on a terminal which step is being taken; says nothing in a pipe."""
    console = Console(stderr=True)
    if not console.is_terminal or not sys.stderr.isatty():
        yield lambda step: None
        return
    with console.status("") as status:
        yield lambda step: status.update(say("build", step, language))


def notes(root: Path, catalogue: Catalogue, language: Language) -> Iterator[str]:
    """What is not on the site although it is in the folder."""
    broken = [record.path for record in catalogue.all_records() if record.model is None]
    if broken:
        more = ["…"] if len(broken) > SHOWN else []
        paths = ", ".join([*broken[:SHOWN], *more])
        yield say("build", "left-out", language, paths=paths)
    try:
        if git.is_shallow(root):
            yield say("build", "shallow", language)
    except git.GitError:
        return
