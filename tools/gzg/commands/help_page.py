"""`--help` in the reader's language: the same facts as Typer's own page, in our own words.

Typer writes its headings and the line of `--help` itself in English; these two classes write the
page anew and change nothing else of a command.
"""

from collections.abc import Iterator
from enum import Enum
from typing import Any

from typer._click.core import Command as AnyCommand
from typer._click.core import Context, Parameter
from typer._click.formatting import HelpFormatter
from typer.core import TyperCommand, TyperGroup, TyperOption

from gzg.texts import Language, say


class Command(TyperCommand):
    """A command with its help page in `language`, which `in_language` gives it."""

    language = Language.NL

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the page."""
        write_page(self, ctx, formatter, self.language)


class Group(TyperGroup):
    """All commands together, with their help page in `language`."""

    language = Language.NL

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the page."""
        write_page(self, ctx, formatter, self.language)
        rows = [(name, each.help or "") for name, each in self.commands.items()]
        _write_section(formatter, say("help", "commands", self.language), rows)


def in_language(language: Language) -> tuple[type[Group], type[Command]]:
    """The two classes for pages in this language."""
    members = {"language": language}
    return type("Group", (Group,), members), type("Command", (Command,), members)


def write_page(
    command: AnyCommand, ctx: Context, formatter: HelpFormatter, language: Language
) -> None:
    """Usage, what it does, and every argument and option with its sentence."""
    parameters = command.get_params(ctx)
    arguments = [each for each in parameters if not isinstance(each, TyperOption)]
    options = [each for each in parameters if isinstance(each, TyperOption)]
    pieces = [say("help", "options-piece", language), *map(_in_usage, arguments)]
    if isinstance(command, TyperGroup):
        pieces.append(say("help", "command-piece", language))
    prefix = f"{say('help', 'usage', language)} "
    formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=prefix)
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(command.help or "")
    rows = [(_name(each), _sentence(each, language)) for each in arguments]
    _write_section(formatter, say("help", "arguments", language), rows)
    rows = [(" ".join(_option_names(each)), _sentence(each, language)) for each in options]
    _write_section(formatter, say("help", "options", language), rows)


def _write_section(formatter: HelpFormatter, title: str, rows: list[tuple[str, str]]) -> None:
    if rows:
        with formatter.section(title):
            formatter.write_dl(rows)


def _name(parameter: Any) -> str:
    return str(parameter.metavar or parameter.name.upper())


def _in_usage(argument: Parameter) -> str:
    name = _name(argument) if argument.required else f"[{_name(argument)}]"
    return f"{name}..." if argument.nargs != 1 else name


def _option_names(option: TyperOption) -> Iterator[str]:
    yield ", ".join([*option.opts, *option.secondary_opts])
    if not option.is_flag:
        choices = option.type_descriptor.choices
        yield "|".join(str(each.value) for each in choices) if choices else _name(option)


def _sentence(parameter: Any, language: Language) -> str:
    if parameter.name == "help":
        return say("help", "help", language)
    parts = [parameter.help or ""]
    default = parameter.default.value if isinstance(parameter.default, Enum) else parameter.default
    if default not in (None, "", False) and parameter.show_default:
        parts.append(say("help", "default", language, value=default))
    if parameter.envvar:
        parts.append(say("help", "variable", language, name=parameter.envvar))
    return " ".join(parts)
