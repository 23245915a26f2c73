"""`gzg figures`: what the records add up to, beside the official figures."""

from enum import StrEnum
from typing import Annotated

import typer
from rich.console import Console

from gzg.commands.options import LanguageOption, RootOption, describe, find_root, open_catalogue
from gzg.figures.compute import compute
from gzg.reporters.figures import as_json, as_table
from gzg.texts import Language

PIPE_WIDTH = 160
"""Columns of a table that goes to a file: the same on every machine."""


class Format(StrEnum):
    """How the figures are written."""

    TEXT = "text"
    JSON = "json"


def command(
    format: Annotated[Format, typer.Option(help=describe("figures.format"))] = Format.TEXT,
    lang: LanguageOption = Language.NL,
    root: RootOption = None,
) -> int:
    """Count, and set what was counted beside what was published."""
    catalogue = open_catalogue(find_root(root, lang))
    figures = compute(catalogue)
    if format is Format.JSON:
        typer.echo(as_json(figures, catalogue, lang), nl=False)
        return 0
    console = Console()
    if not console.is_terminal:
        console = Console(width=PIPE_WIDTH)
    console.print(as_table(figures, catalogue, lang))
    return 0
