"""`gzg questions CALL`: all that a call asks, to read, print and pass around."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from gzg.commands.new_start import call_of
from gzg.commands.options import (
    LanguageOption,
    RootOption,
    describe,
    find_root,
    open_catalogue,
)
from gzg.errors import GzgError
from gzg.texts import Language, say
from gzg.wizard import question_list_markdown
from gzg.wizard.question_list import Block, question_list


class QuestionsFormat(StrEnum):
    """How the list is written."""

    MARKDOWN = "markdown"
    DOCX = "docx"


CallArgument = Annotated[str, typer.Argument(metavar="CALL", help=describe("new.call"))]
FormatOption = Annotated[QuestionsFormat | None, typer.Option(help=describe("questions.format"))]
OutOption = Annotated[
    Path | None, typer.Option(metavar="FILE", help=describe("questions.out"), show_default=False)
]


def command(
    call: CallArgument,
    format: FormatOption = None,
    out: OutOption = None,
    lang: LanguageOption = Language.NL,
    root: RootOption = None,
) -> int:
    """Write the list of a call's questions to a file or to the screen."""
    catalogue = open_catalogue(find_root(root, lang))
    found, programme = call_of(catalogue, call, lang)
    chosen = format or _format_of(out)
    if chosen is QuestionsFormat.DOCX and out is None:
        raise GzgError(say("questions", "needs-file", lang))
    content = _content(question_list(found, programme, lang), chosen, lang)
    if out is None:
        sys.stdout.write(content.decode())
        return 0
    try:
        out.write_bytes(content)
    except OSError as error:
        reason = error.strerror or str(error)
        raise GzgError(say("questions", "not-written", lang, file=out, reason=reason)) from None
    typer.echo(say("questions", "written", lang, file=out))
    return 0


def _format_of(out: Path | None) -> QuestionsFormat:
    """The form that a file's name asks for."""
    is_word = out is not None and out.suffix.lower() == ".docx"
    return QuestionsFormat.DOCX if is_word else QuestionsFormat.MARKDOWN


def _content(blocks: tuple[Block, ...], chosen: QuestionsFormat, language: Language) -> bytes:
    if chosen is QuestionsFormat.MARKDOWN:
        return question_list_markdown.rendered(blocks).encode()
    from gzg.wizard import question_list_word

    return question_list_word.rendered(blocks, language)
