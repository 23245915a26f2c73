"""The command line's edge: the list of commands, and the only place that catches.

Exit codes: 0 clean, 1 errors found (or nobody who reads the output any more), 2 wrong use or
a refusal of the system, 3 a fault in gzg itself, 130 interrupted.
"""

import errno
import gc
import io
import os
import sys
from importlib import import_module
from pathlib import Path

import typer

from gzg.commands.help_page import in_language
from gzg.commands.options import (
    LANGUAGE_VARIABLE,
    AnyLanguageOption,
    describe,
    help_language,
)
from gzg.commands.usage import UsageError, explained
from gzg.errors import GzgError
from gzg.repository.git import GitError
from gzg.repository.processes import LostProcessError
from gzg.texts import Language, say

COMMANDS = {
    "check": "gzg.commands.check",
    "explain": "gzg.commands.explain",
    "build": "gzg.commands.build",
    "serve": "gzg.commands.serve",
    "figures": "gzg.commands.figures",
    "init": "gzg.commands.init",
    "new": "gzg.commands.new",
    "questions": "gzg.commands.questions",
    "schema": "gzg.commands.schema",
    "issue": "gzg.commands.issue",
    "issue-form": "gzg.commands.issue_form",
    "pull-request": "gzg.commands.pull_request",
    "receive": "gzg.commands.receive",
}
"""Name → module. Only what is asked for is loaded: what builds a site takes longer to load than a
small check takes."""

GARBAGE_THRESHOLDS = (50_000, 50, 100)
"""A check makes millions of objects that live until its end: Python's own thresholds, made for
programs that throw much away, let the search for garbage take a third of the time."""

EXIT_WRONG_USE = 2
EXIT_BUG = 3
EXIT_INTERRUPTED = 130
EXIT_NOBODY_READS = 1

REFUSALS = {
    errno.EACCES: "no-access",
    errno.EPERM: "no-access",
    errno.EROFS: "no-access",
    errno.ENOSPC: "no-space",
    errno.EDQUOT: "no-space",
}
"""What the system refuses, and the text that says what to do: no fault of gzg's."""


def application(asked: str | None = None) -> typer.Typer:
    """The commands with their help in the reader's language; only `asked` where that is one."""
    group, command = in_language(help_language())
    app = typer.Typer(cls=group, help=describe("app"), add_completion=False)
    app.callback(cls=group, help=describe("app"))(_before_any)
    for name in (asked,) if asked in COMMANDS else COMMANDS:
        function = import_module(COMMANDS[name]).command
        app.command(name, cls=command, help=describe(name))(function)
    return app


def _before_any(lang: AnyLanguageOption = None) -> None:
    """Give a language that stands before the command to the command."""
    if lang:
        os.environ[LANGUAGE_VARIABLE] = lang


def main() -> None:
    """Run a command and leave with its exit code."""
    if len(sys.argv) == 1:
        sys.argv.append("--help")
    gc.set_threshold(*GARBAGE_THRESHOLDS)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # The same bytes on every machine, also for a file name that is not UTF-8.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        app = application(sys.argv[1])
    except KeyboardInterrupt:  # loading takes as long as a small check
        sys.exit(_complain(say("errors", "interrupted", help_language()), EXIT_INTERRUPTED))
    code = run(app)
    gc.freeze()  # else Python looks for garbage in all records once more, to end with
    sys.exit(code)


def run(app: typer.Typer) -> int:
    """The exit code of whatever was asked for."""
    language = help_language()
    try:
        exit_code = int(app(prog_name="gzg", standalone_mode=False) or 0)
        sys.stdout.flush()
    except LostProcessError as error:
        message = say("errors", "lost-process", language, reason=error.reason)
        return _complain(message, error.exit_code)
    except GzgError as error:
        return _complain(str(error), error.exit_code)
    except GitError as error:
        return _complain(say("errors", error.problem, language, **error.values), EXIT_WRONG_USE)
    except UsageError as error:
        return _complain(explained(error, language), EXIT_WRONG_USE)
    except (KeyboardInterrupt, typer.Abort):
        exit_code = EXIT_INTERRUPTED
    except BrokenPipeError:
        return _nobody_reads()
    except Exception as error:
        if refusal := _refusal(error, language):
            return _complain(refusal, EXIT_WRONG_USE)
        file = _traceback_file(error)
        message = say("errors", "crash", language, kind=type(error).__name__, file=file)
        return _complain(message, EXIT_BUG)
    if exit_code == EXIT_INTERRUPTED:
        return _complain(say("errors", "interrupted", language), exit_code)
    return exit_code


def _refusal(error: Exception, language: Language) -> str | None:
    """What to say where the system let gzg not do its work; None for any other error."""
    if not isinstance(error, OSError) or error.errno not in REFUSALS:
        return None
    named = f"{error.filename}: " if error.filename else ""
    return say("errors", REFUSALS[error.errno], language, reason=f"{named}{error.strerror}")


def _nobody_reads() -> int:
    """Let what is still to be written go nowhere, such as after `gzg check | head -1`.

    Typer does the same, with the same exit code, when it is a command that notices.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return EXIT_NOBODY_READS


def _complain(message: str, exit_code: int) -> int:
    print(message, file=sys.stderr)  # noqa: T201
    return exit_code


def _traceback_file(error: Exception) -> Path:
    import tempfile
    import traceback

    with tempfile.NamedTemporaryFile(
        "w", prefix="gzg-", suffix=".txt", delete=False, encoding="utf-8"
    ) as file:
        file.writelines(traceback.format_exception(error))
    return Path(file.name)
