"""`gzg explain CODE`: the whole card of a rule."""

from typing import Annotated

import typer
from rich.console import Console
from rich.markdown import Markdown

from gzg.commands.options import LanguageOption, describe
from gzg.errors import GzgError
from gzg.rules.card import card_of
from gzg.rules.card_page import markdown_of
from gzg.rules.registry import module_by_code
from gzg.texts import Language, say


def command(
    code: Annotated[str, typer.Argument(help=describe("explain.code"))],
    lang: LanguageOption = Language.NL,
) -> int:
    """Tell what a rule checks, why, and how it looks when wrong and right."""
    wanted = code.strip().upper()
    if wanted not in module_by_code():
        raise GzgError(say("errors", "no-such-code", lang, code=wanted))
    page = markdown_of(card_of(wanted), lang)
    console = Console()
    if console.is_terminal:
        console.print(Markdown(page))
    else:
        typer.echo(page, nl=False)
    return 0
