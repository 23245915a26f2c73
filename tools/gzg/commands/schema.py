"""`gzg schema`: write the schema files that editors read, or tell which of them are stale.

With `--call` it prints the schema of one call.
"""

from pathlib import Path
from typing import Annotated

import typer

from gzg import schemas
from gzg.call_schema.compiled import rendered, schema_files
from gzg.commands.options import LanguageOption, RootOption, describe, find_root, open_catalogue
from gzg.errors import GzgError
from gzg.model.call import Call
from gzg.model.kinds import Kind
from gzg.texts import Language, say


def command(
    check: Annotated[bool, typer.Option("--check", help=describe("schema.check"))] = False,
    call: Annotated[
        str | None, typer.Option(metavar="ID", help=describe("schema.call"), show_default=False)
    ] = None,
    lang: LanguageOption = Language.NL,
    root: RootOption = None,
) -> int:
    """Write the schemas, or with `check` only look; exit code 1 when a file is not as it must be.

    A file of no kind is never deleted here: it may be somebody's own.
    """
    folder = find_root(root, lang)
    if call is not None:
        if check:
            raise GzgError(say("schema", "not-both", lang))
        return _print(folder, call, lang)
    catalogue = open_catalogue(folder)
    of_calls = schema_files(catalogue.calls, catalogue.programme)
    if not check:
        schemas.write(folder, of_calls)
    wanted = schemas.wanted(of_calls)
    wrong = schemas.stale(folder, of_calls)
    for name in wrong:
        problem = _problem(folder, name, name in wanted)
        typer.echo(say("schema", problem, lang, file=name), err=True)
    if not wrong:
        typer.echo(say("schema", "current", lang, count=len(wanted), folder=schemas.FOLDER))
    return 1 if wrong else 0


def _print(folder: Path, id: str, language: Language) -> int:
    """Print the schema of a call; raises GzgError where there is no such call to read."""
    catalogue = open_catalogue(folder)
    known = sorted(catalogue.repository.index[Kind.CALL])
    if id not in known:
        raise GzgError(say("schema", "no-such-call", language, call=id, known=", ".join(known)))
    call, programme = catalogue.model(Kind.CALL, id), catalogue.programme
    if not isinstance(call, Call) or programme is None:
        raise GzgError(say("schema", "unreadable-call", language, call=id))
    typer.echo(rendered(call, programme), nl=False)
    return 0


def _problem(folder: Path, name: str, is_wanted: bool) -> str:
    """The key of the sentence that says what is wrong with a stale file and what to do."""
    if not is_wanted:
        return "no-kind"
    return "outdated" if (folder / name).exists() else "missing"
