"""`gzg issue`: make a dossier of a form in an issue, on a branch of its own, from Git objects only.

The same for any forge: its CI gives the event and the earlier answer, and puts the new one below
the issue. Nothing is pushed here.
"""

from pathlib import Path
from typing import Annotated

import typer

from gzg.commands.event_file import bytes_of
from gzg.commands.options import LanguageOption, describe
from gzg.errors import GzgError
from gzg.issue_form.answer import pieces
from gzg.issue_form.branch import BranchError, Ends, Identity, branch_of, moved, tip_of
from gzg.issue_form.event import IssueEvent, read_issue_event
from gzg.issue_form.former import Former, former_of
from gzg.issue_form.handling import Handled, Surroundings, Tells, handled
from gzg.issue_form.proposal import Ending
from gzg.repository.git import commit_of
from gzg.repository.git_tree import GitObjects
from gzg.texts import Language, say

OWN = Identity("gzg", "gzg@gzg.invalid")

EventOption = Annotated[Path, typer.Option(metavar="FILE", help=describe("issue.event"))]
BaseOption = Annotated[str, typer.Option(metavar="REF", help=describe("issue.base"))]
AnswerOption = Annotated[
    Path | None, typer.Option(metavar="FILE", help=describe("issue.answer"), show_default=False)
]
RepositoryOption = Annotated[
    Path | None,
    typer.Option(metavar="DIR", help=describe("pull-request.repository"), show_default=False),
]


def command(
    event: EventOption,
    base: BaseOption = "HEAD",
    answer: AnswerOption = None,
    lang: LanguageOption = Language.NL,
    repository: RepositoryOption = None,
) -> int:
    """Handle an event, and print the answer; exit code 1 when the dossier is not handed in."""
    facts = read_issue_event(bytes_of(event, lang), lang)
    former = former_of(bytes_of(answer, lang).decode("utf-8", "replace")) if answer else Former()
    folder = repository or Path()
    main = commit_of(folder, base)
    reference = f"refs/heads/{branch_of(facts.number)}"
    try:
        tip = tip_of(folder, reference)
        with GitObjects(folder) as objects:
            found = handled(facts, Surroundings(objects, Ends(main, tip), former, OWN))
        if found.commit and found.commit not in {tip, main}:
            moved(folder, reference, found.commit, tip)
    except BranchError as error:
        raise GzgError(say("issue", "git-refused", lang, reason=error)) from None
    typer.echo(_text(found, facts), nl=False)
    return int(found.tells in {Tells.FAULTY, Tells.NOT_COUNTED})


def _text(found: Handled, facts: IssueEvent) -> str:
    """The answer, with the branch in the place of a pull request; nothing where none is due."""
    if found.tells is Tells.NOTHING:
        return ""
    ending = {Tells.CLOSED: Ending.CLOSED, Tells.PROPOSED: Ending.PROPOSED}
    link = f"`{branch_of(facts.number)}`"
    return link.join(pieces(found, ending.get(found.tells, Ending.ANSWERED)))
