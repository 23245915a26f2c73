"""Wrong use of the command line, told in the reader's language.

Typer carries its own copy of Click and shows the exceptions of wrong use only there.
"""

import re

from typer._click.exceptions import (
    BadParameter,
    MissingParameter,
    NoSuchOption,
    UsageError,
)

from gzg.texts import Language, say

__all__ = ["UsageError", "explained"]


def explained(error: UsageError, language: Language) -> str:
    """What was wrong and what to do now."""
    command = error.ctx.command.name if error.ctx and error.ctx.parent else ""
    match error:
        case NoSuchOption():
            key, name = "usage-option", error.option_name
        case MissingParameter():
            key, name = "usage-missing", _name_of(error)
        case BadParameter():
            key, name = "usage-value", _name_of(error)
        case _ if error.ctx is not None and error.ctx.parent is None:
            key, name = "usage-command", _quoted(error.message)
        case _:
            key, name = "usage-other", ""
    return say("errors", key, language, name=name, command=command, reason=error.message)


def _quoted(message: str) -> str:
    """The word that Typer's own message puts between quotes."""
    found = re.search(r"'([^']+)'", message)
    return found[1] if found else ""


def _name_of(error: BadParameter) -> str:
    parameter = error.param
    if parameter is None:
        return str(error.param_hint or "")
    options = (each for each in parameter.opts if each.startswith("--"))
    return next(options, (parameter.name or "").upper())
