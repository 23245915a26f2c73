"""The command line's edge: the list of commands, and the only place that catches.

Exit codes: 0 clean, 1 errors found, 2 wrong use, 3 a fault in gzg itself, 130 interrupted.
"""

import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path

import typer

from gzg.commands import build, check, explain, figures, init, schema, serve
from gzg.commands.options import describe, help_language
from gzg.commands.usage import UsageError, explained
from gzg.errors import GzgError
from gzg.texts import say

COMMANDS: dict[str, Callable[..., int]] = {
    "check": check.command,
    "explain": explain.command,
    "build": build.command,
    "serve": serve.command,
    "figures": figures.command,
    "init": init.command,
    "schema": schema.command,
}

EXIT_WRONG_USE = 2
EXIT_BUG = 3
EXIT_INTERRUPTED = 130


def application() -> typer.Typer:
    """The commands with their help in the reader's language."""
    app = typer.Typer(help=describe("app"), add_completion=False)
    for name, function in COMMANDS.items():
        app.command(name, help=describe(name))(function)
    return app


def main() -> None:
    """Run a command and leave with its exit code."""
    if len(sys.argv) == 1:
        sys.argv.append("--help")
    sys.exit(run(application()))


def run(app: typer.Typer) -> int:
    """The exit code of whatever was asked for."""
    language = help_language()
    try:
        return int(app(standalone_mode=False) or 0)
    except GzgError as error:
        return _complain(str(error), error.exit_code)
    except UsageError as error:
        return _complain(explained(error, language), EXIT_WRONG_USE)
    except (KeyboardInterrupt, typer.Abort):
        return _complain(say("errors", "interrupted", language), EXIT_INTERRUPTED)
    except Exception as error:
        file = _traceback_file(error)
        message = say("errors", "crash", language, kind=type(error).__name__, file=file)
        return _complain(message, EXIT_BUG)


def _complain(message: str, exit_code: int) -> int:
    print(message, file=sys.stderr)  # noqa: T201
    return exit_code


def _traceback_file(error: Exception) -> Path:
    with tempfile.NamedTemporaryFile(
        "w", prefix="gzg-", suffix=".txt", delete=False, encoding="utf-8"
    ) as file:
        file.writelines(traceback.format_exception(error))
    return Path(file.name)
