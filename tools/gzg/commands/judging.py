"""A check of what was asked for: which files, by which rules, at what time, beside which past."""

import dataclasses
import gc
import sys
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from gzg.commands.options import moment
from gzg.commands.scope import scope
from gzg.diagnostics import Severity
from gzg.engine.judge import judge
from gzg.engine.report import Report, site_of
from gzg.errors import GzgError
from gzg.repository.catalogue import Catalogue
from gzg.repository.comparison import Compared
from gzg.repository.history import NO_HISTORY
from gzg.repository.layout import record_at
from gzg.repository.repository import Repository, nothing_thrown_away
from gzg.repository.tree import WorkingTree
from gzg.rules.registry import module_by_code, rules
from gzg.rules.rule import Context
from gzg.texts import Language, say
from gzg.texts.formats import readable

MANY_FILES = 500
"""From this number on a check takes long enough to say that it is busy."""


@dataclass(frozen=True)
class Asked:
    """The paths that were named, all where none is; the time; the codes to tell or to leave out."""

    paths: frozenset[str] = frozenset()
    at: str | None = None
    select: list[str] | None = None
    ignore: list[str] | None = None


def judged(
    folder: Path, asked: Asked, compared: Callable[[], Compared] | None, language: Language
) -> Report:
    """What a check of a programme's folder finds; `compared` waits for what changed, if asked."""
    codes = _codes(asked.select, language) or frozenset(module_by_code())
    codes -= _codes(asked.ignore, language)
    rules()  # Loaded before Git is waited for.
    tree, history = compared() if compared else (WorkingTree(folder), NO_HISTORY)
    catalogue = Catalogue(Repository(tree))
    context = Context(catalogue, moment(asked.at, catalogue, language), history)
    paths = catalogue.repository.paths
    chosen = scope(paths, asked.paths, history.touched if compared else None)
    with _busy(len(paths), language), _without_search_for_garbage():
        return _report(context, codes, chosen)


def errors_in(paths: Collection[str], catalogue: Catalogue, language: Language) -> Report:
    """The errors in some files at this moment, for a command that does more than check."""
    context = Context(catalogue, moment(None, catalogue, language))
    report = _report(context, frozenset(module_by_code()), frozenset(paths))
    errors = tuple(each for each in report.diagnostics if each.severity is Severity.ERROR)
    others = tuple(each for each in report.diagnostics if each.severity is not Severity.ERROR)
    return dataclasses.replace(report, diagnostics=errors, left_out=others)


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
