"""`gzg pull-request`: judge one pull request, from Git objects only."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from gzg.commands.event_file import bytes_of
from gzg.commands.options import LanguageOption, describe
from gzg.errors import GzgError
from gzg.intake import report_json, report_markdown
from gzg.intake.event import read_event
from gzg.intake.judgement import verdict_on
from gzg.intake.verdict import Verdict
from gzg.reporters import github, sarif
from gzg.repository.git import commit_of
from gzg.repository.git_tree import GitObjects
from gzg.texts import Language, say


class Format(StrEnum):
    """How the report is written."""

    MARKDOWN = "markdown"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


REPORTERS: Mapping[Format, Callable[[Verdict, Language], str]] = {
    Format.MARKDOWN: report_markdown.render,
    Format.JSON: report_json.render,
    Format.GITHUB: lambda verdict, language: github.render(verdict.report, language),
    Format.SARIF: lambda verdict, language: sarif.render(verdict.report, language),
}

EventOption = Annotated[Path, typer.Option(metavar="FILE", help=describe("pull-request.event"))]
BaseOption = Annotated[str, typer.Option(metavar="REF", help=describe("pull-request.base"))]
HeadOption = Annotated[str, typer.Option(metavar="REF", help=describe("pull-request.head"))]
FormatOption = Annotated[Format, typer.Option(help=describe("pull-request.format"))]
RepositoryOption = Annotated[
    Path | None,
    typer.Option(metavar="DIR", help=describe("pull-request.repository"), show_default=False),
]


def command(
    event: EventOption,
    base: BaseOption,
    head: HeadOption,
    format: FormatOption = Format.MARKDOWN,
    lang: LanguageOption = Language.NL,
    repository: RepositoryOption = None,
) -> int:
    """Judge a pull request; exit code 1 when it must not be merged."""
    facts = read_event(bytes_of(event, lang), lang)
    folder = repository or Path()
    commits = [commit_of(folder, reference) for reference in (base, head)]
    if facts.head != commits[1]:
        # Otherwise what was pushed after the deadline could be judged at the time of the opening.
        values = {"event": facts.head, "head": commits[1]}
        raise GzgError(say("errors", "event-other-head", lang, **values))
    with GitObjects(folder) as objects:
        verdict = verdict_on(facts, objects, *commits)
        typer.echo(REPORTERS[format](verdict, lang), nl=False)
    return 1 if verdict.is_refused else 0
