"""`gzg check`: judge the records, and say where, what, why and how to mend it."""

from collections.abc import Callable
from enum import StrEnum
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
from gzg.engine.judge import judge
from gzg.engine.report import Report
from gzg.errors import GzgError
from gzg.reporters import json, text
from gzg.repository import git
from gzg.repository.catalogue import Catalogue
from gzg.repository.history import NO_HISTORY, History
from gzg.repository.layout import folder_of, record_at
from gzg.rules.registry import module_by_code, rules
from gzg.rules.rule import Context
from gzg.texts import Language, say


class Format(StrEnum):
    """How a report is written."""

    TEXT = "text"
    JSON = "json"


REPORTERS: dict[Format, Callable[[Report, Language], str]] = {
    Format.TEXT: text.render,
    Format.JSON: json.render,
}


def command(
    paths: Annotated[list[Path] | None, typer.Argument(help=describe("check.paths"))] = None,
    since: Annotated[str | None, typer.Option(help=describe("check.since"))] = None,
    at: Annotated[str | None, typer.Option(help=describe("check.at"))] = None,
    format: Annotated[Format, typer.Option(help=describe("check.format"))] = Format.TEXT,  # noqa: A002
    select: Annotated[list[str] | None, typer.Option(help=describe("check.select"))] = None,
    ignore: Annotated[list[str] | None, typer.Option(help=describe("check.ignore"))] = None,
    lang: LanguageOption = Language.NL,
    root: RootOption = None,
) -> int:
    """Judge records; exit code 1 when there are errors."""
    folder = find_root(root, lang)
    wanted = _codes(select, lang) or frozenset(module_by_code())
    codes = wanted - _codes(ignore, lang)
    catalogue = open_catalogue(folder)
    history = _history(folder, since, lang)
    context = Context(catalogue, moment(at, catalogue, lang), history)
    scope = _scope(folder, paths, history if since else None, catalogue, lang)
    report = _report(context, codes, scope)
    typer.echo(REPORTERS[format](report, lang), nl=False)
    return 1 if report.has_errors else 0


def _report(context: Context, codes: frozenset[str], scope: frozenset[str] | None) -> Report:
    catalogue = context.catalogue
    diagnostics = judge(context, rules(), scope)
    chosen = tuple(each for each in diagnostics if each.code in codes)
    judged = catalogue.repository.paths if scope is None else scope
    records = sum(1 for path in judged if record_at(path))
    programme = catalogue.programme
    site = programme.addresses.site if programme and programme.addresses.site else "/"
    return Report(chosen, catalogue.repository, records, site)


def _codes(given: list[str] | None, language: Language) -> frozenset[str]:
    """The codes that were asked for, in any case and also with commas between them."""
    codes = {code.strip().upper() for part in given or () for code in part.split(",")}
    for code in sorted(codes - set(module_by_code())):
        raise GzgError(say("errors", "no-such-code", language, code=code))
    return frozenset(codes)


def _history(folder: Path, since: str | None, language: Language) -> History:
    if since is None:
        return NO_HISTORY
    try:
        return git.history_since(folder, since)
    except git.GitError as error:
        values = {"reference": since, "reason": error.reason}
        raise GzgError(say("errors", "no-such-commit", language, **values)) from None


def _scope(
    folder: Path,
    paths: list[Path] | None,
    history: History | None,
    catalogue: Catalogue,
    language: Language,
) -> frozenset[str] | None:
    """The paths to judge: those given or touched, with the rest of their records' folders."""
    if not paths and history is None:
        return None
    given = {_relative(folder, path, language) for path in paths or ()}
    known = catalogue.repository.paths
    chosen = {
        path
        for path in known
        if not given or any(path == part or path.startswith(f"{part}/") for part in given | {""})
    }
    if history is not None:
        touched = _with_neighbours(history.touched, known)
        return frozenset((chosen & touched) | (history.touched - set(known)))
    return frozenset(_with_neighbours(frozenset(chosen), known))


def _with_neighbours(paths: frozenset[str], known: tuple[str, ...]) -> frozenset[str]:
    """The paths, and every file of the record folders that they lie in."""
    folders = {folder_of(path) for path in paths if path.count("/") > 2}
    return frozenset(p for p in known if p in paths or folder_of(p) in folders) | paths


def _relative(folder: Path, path: Path, language: Language) -> str:
    place = path.resolve()
    if not place.is_relative_to(folder) or not place.exists():
        raise GzgError(say("errors", "no-such-path", language, path=path, folder=folder))
    relative = place.relative_to(folder).as_posix()
    return "" if relative == "." else relative
