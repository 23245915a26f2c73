"""`gzg explain CODE`: the whole card of a rule."""

import sys
from typing import Annotated

import typer

from gzg.commands.options import LanguageOption, describe
from gzg.errors import GzgError
from gzg.rules.card import card_of
from gzg.rules.card_page import markdown_of
from gzg.rules.registry import module_by_code
from gzg.texts import Language, say


def command(
    code: Annotated[str, typer.Argument(metavar="CODE", help=describe("explain.code"))],
    lang: LanguageOption = Language.NL,
) -> int:
    """Tell what a rule checks, why, and how it looks when wrong and right."""
    wanted = code.strip().upper()
    if wanted not in module_by_code():
        meant = f"GZG{''.join(sign for sign in wanted if sign.isdecimal())}"
        key = "no-such-code-near" if meant in module_by_code() else "no-such-code"
        raise GzgError(say("errors", key, lang, code=wanted, near=meant))
    page = markdown_of(card_of(wanted), lang)
    if sys.stdout.isatty():
        _show_formatted(page)
    else:
        typer.echo(page, nl=False)
    return 0


def _show_formatted(page: str) -> None:
    """On a terminal; Rich is only loaded where it is used."""
    from rich.console import Console
    from rich.markdown import Markdown

    Console().print(Markdown(page))
