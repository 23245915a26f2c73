"""`gzg issue-form`: write the forms by which a dossier is handed in with an issue."""

from typing import Annotated

import typer

from gzg.commands.options import LanguageOption, RootOption, describe, find_root, open_catalogue
from gzg.issue_form import template
from gzg.issue_form.fields import SUBJECT
from gzg.site.issue_forms import FOLDER
from gzg.texts import Language, say


def command(
    check: Annotated[bool, typer.Option("--check", help=describe("issue-form.check"))] = False,
    lang: LanguageOption = Language.NL,
    root: RootOption = None,
) -> int:
    """Write the forms, or with `check` only look; exit code 1 when a file is not as it must be."""
    folder = find_root(root, lang)
    wanted = template.template_files(open_catalogue(folder))
    if not check:
        template.write(folder, wanted)
    wrong = template.stale(folder, wanted)
    for name in wrong:
        problem = "outdated" if (folder / name).exists() else "missing"
        key = problem if name in wanted else "no-call"
        typer.echo(say(SUBJECT, key, lang, file=name), err=True)
    if not wrong:
        typer.echo(say(SUBJECT, "current", lang, count=len(wanted), folder=FOLDER))
    return 1 if wrong else 0
