"""Wrong use of the command line, told in the reader's language.

Typer carries its own copy of Click and shows the exceptions of wrong use only there. Their own
sentences are English: only names and values are taken from them.
"""

import re
from collections.abc import Mapping

from pydantic import ValidationError
from typer._click.exceptions import (
    BadOptionUsage,
    BadParameter,
    MissingParameter,
    NoSuchOption,
    UsageError,
)

from gzg.texts import Language, say
from gzg.texts.formats import readable

__all__ = ["UsageError", "explained"]

_QUOTED = re.compile(r"'([^']+)'")
_EXTRA = re.compile(r"extra argument\(?s?\)? \((.*)\)\Z", re.DOTALL)


def explained(error: UsageError, language: Language) -> str:
    """What was wrong and what to do now."""
    command = error.ctx.command.name if error.ctx and error.ctx.parent else ""
    key, values = _fault(error, language)
    help_command = " ".join(filter(None, ("gzg", command, "--help")))
    return say("errors", key, language, help=help_command, **values)


def _fault(error: UsageError, language: Language) -> tuple[str, Mapping[str, str]]:
    """The key of the sentence, and what it is filled with."""
    match error:
        case NoSuchOption():
            near = " / ".join(error.possibilities or ())
            return f"usage-option{'-near' if near else ''}", {
                "name": error.option_name,
                "near": near,
            }
        case BadOptionUsage():
            is_flag = "does not take" in error.message
            return "usage-flag" if is_flag else "usage-no-value", {"name": error.option_name}
        case MissingParameter():
            return "usage-missing", {"name": _name_of(error)}
        case BadParameter():
            return _bad_value(error, language)
    if found := _EXTRA.search(error.message):
        return "usage-extra", {"value": found[1]}
    if error.message.startswith("No such command"):
        name, *others = _QUOTED.findall(error.message)
        near = " / ".join(f"gzg {each}" for each in others)
        return f"usage-command{'-near' if near else ''}", {"name": name, "near": near}
    return "usage-no-command" if error.message == "Missing command." else "usage-other", {}


def _bad_value(error: BadParameter, language: Language) -> tuple[str, Mapping[str, str]]:
    values = {"name": _name_of(error), "value": _value_of(error)}
    parameter = error.param
    if parameter is None:
        return "usage-other", {}
    if choices := parameter.type_descriptor.choices:
        listed = readable([str(choice.value) for choice in choices], language)
        return "usage-choice", {**values, "choices": listed}
    least, most = getattr(parameter, "min", None), getattr(parameter, "max", None)
    if least is not None and most is not None:
        return "usage-number", {**values, "least": str(least), "most": str(most)}
    return "usage-value", values


def _value_of(error: BadParameter) -> str:
    """The value that did not fit, which Typer's exception keeps only in its cause."""
    if isinstance(error.__cause__, ValidationError):
        return str(error.__cause__.errors(include_url=False)[0]["input"])
    found = _QUOTED.search(error.message)
    return found[1] if found else ""


def _name_of(error: BadParameter) -> str:
    parameter = error.param
    if parameter is None:
        return ""
    options = (each for each in parameter.opts if each.startswith("--"))
    return next(options, parameter.metavar or (parameter.name or "").upper())
