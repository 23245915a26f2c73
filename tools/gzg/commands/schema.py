"""`gzg schema`: write the schema files that editors read, or tell which of them are stale."""

from pathlib import Path
from typing import Annotated

import typer

from gzg import schemas
from gzg.commands.options import LanguageOption, RootOption, describe, find_root
from gzg.model.kinds import Kind
from gzg.model.schema import file_name
from gzg.texts import Language, say


def command(
    check: Annotated[bool, typer.Option("--check", help=describe("schema.check"))] = False,
    lang: LanguageOption = Language.NL,
    root: RootOption = None,
) -> int:
    """Write the schemas, or with `check` only look; exit code 1 when a file is not as it must be.

    A file of no kind is never deleted here: it may be somebody's own.
    """
    folder = find_root(root, lang)
    if not check:
        schemas.write(folder)
    wrong = schemas.stale(folder)
    for name in wrong:
        typer.echo(say("schema", _problem(folder, name), lang, file=name), err=True)
    if not wrong:
        typer.echo(say("schema", "current", lang, count=len(Kind), folder=schemas.FOLDER))
    return 1 if wrong else 0


def _problem(folder: Path, name: str) -> str:
    """The key of the sentence that says what is wrong with a stale file and what to do."""
    if name.removeprefix(f"{schemas.FOLDER}/") not in map(file_name, Kind):
        return "no-kind"
    return "outdated" if (folder / name).exists() else "missing"
