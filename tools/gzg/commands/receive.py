"""`gzg receive ZIP`: take in a dossier that came as a zip: checks, folder or branch, receipt."""

import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from gzg.commands.check import Format, show
from gzg.commands.new_start import call_of
from gzg.commands.options import (
    LanguageOption,
    RootOption,
    describe,
    find_root,
    moment,
    open_catalogue,
    zone_of,
)
from gzg.commands.received_words import (
    changes_told,
    ending,
    not_taken_in,
    receipt_told,
    refused,
    taken_from,
)
from gzg.intake.receipt_file import path_of, text_of
from gzg.model.receipt import Receipt
from gzg.repository.catalogue import Catalogue
from gzg.repository.git_tree import GitObjects, tree_of
from gzg.repository.repository import Repository
from gzg.texts import Language, say
from gzg.zipped import branch as branches
from gzg.zipped.archive import read_zip
from gzg.zipped.dossier import Dossier, dossier_in
from gzg.zipped.folder import put, refuse_links
from gzg.zipped.receiving import Received, receipt_of, receive
from gzg.zipped.refusal import Problem, RefusalError

SUBJECT = "receive"

ZipArgument = Annotated[Path, typer.Argument(metavar="ZIP", help=describe("receive.zip"))]
CallOption = Annotated[str | None, typer.Option(metavar="ID", help=describe("receive.call"))]
IdOption = Annotated[str | None, typer.Option(metavar="ID", help=describe("receive.id"))]
ReplaceOption = Annotated[bool, typer.Option("--replace", help=describe("receive.replace"))]
KeepOption = Annotated[bool, typer.Option("--keep-faulty", help=describe("receive.keep-faulty"))]
BranchOption = Annotated[bool, typer.Option("--branch", help=describe("receive.branch"))]
NameOption = Annotated[str | None, typer.Option(metavar="NAME", help=describe("receive.name"))]
BaseOption = Annotated[str | None, typer.Option(metavar="REF", help=describe("receive.base"))]
ReceivedOption = Annotated[
    str | None, typer.Option(metavar="TIME", help=describe("receive.received"))
]


@dataclass(frozen=True)
class Wishes:
    """What was asked for, beside the zip itself."""

    replaces: bool
    keeps_faulty: bool
    branch: str | None
    base: str | None
    time: datetime | None
    now: datetime
    language: Language


def command(
    file: ZipArgument,
    call: CallOption = None,
    id: IdOption = None,
    replace: ReplaceOption = False,
    keep_faulty: KeepOption = False,
    branch: BranchOption = False,
    name: NameOption = None,
    base: BaseOption = None,
    received: ReceivedOption = None,
    lang: LanguageOption = Language.NL,
    root: RootOption = None,
) -> int:
    """Take in a zip; exit code 1 where the dossier is faulty."""
    folder = find_root(root, lang)
    with refused(lang):
        has_branch = branch or name is not None or base is not None
        catalogue = open_catalogue(folder)
        time, now = _times(received, catalogue, lang, has_branch=has_branch)
        wishes = Wishes(replace, keep_faulty, name, base, time, now, lang)
        _step("reading", lang)
        dossier = dossier_in(read_zip(file), call, id)
        typer.echo(taken_from(file, dossier, lang))
        if has_branch:
            return _to_branch(folder, dossier, wishes)
        return _to_folder(folder, catalogue, dossier, wishes)


def _times(
    text: str | None, catalogue: Catalogue, language: Language, *, has_branch: bool
) -> tuple[datetime | None, datetime]:
    """When the zip came in, where that was said, and the time at which is judged."""
    present = moment(None, catalogue, language)
    if text is None:
        return None, present
    if not has_branch:
        raise RefusalError(Problem.NEEDS_BRANCH)
    time = moment(text, catalogue, language).astimezone(zone_of(catalogue))
    if ":" not in text:
        raise RefusalError(Problem.NEEDS_HOUR, value=text)
    if time > present:
        raise RefusalError(Problem.IN_FUTURE, value=text)
    return time, time


def _to_folder(root: Path, catalogue: Catalogue, dossier: Dossier, wishes: Wishes) -> int:
    """Into the working tree, where nothing but the dossier's folder is touched."""
    refuse_links(root, dossier.folder)
    if wishes.replaces:
        branches.refuse_unsaved(root, dossier.folder)
    received = _judged(dossier, catalogue, wishes)
    if received.is_faulty and not wishes.keeps_faulty:
        typer.echo(not_taken_in(wishes.language))
        return 1
    _step("writing", wishes.language)
    put({**dossier.files, **received.of_office}, root, dossier.folder)
    typer.echo(ending(received, None, wishes.language))
    return int(received.is_faulty)


def _to_branch(root: Path, dossier: Dossier, wishes: Wishes) -> int:
    """Onto a branch of its own, without the working tree."""
    branches.refuse_unsaved(root, dossier.folder)
    name = wishes.branch or f"{dossier.call.name}-{dossier.id.name}"
    begun = branches.start(root, name, wishes.base, may_exist=wishes.replaces)
    with GitObjects(root) as objects:
        catalogue = Catalogue(Repository(tree_of(objects, begun.commit)))
        received = _judged(dossier, catalogue, wishes)
        if received.is_faulty and not wishes.keeps_faulty:
            typer.echo(not_taken_in(wishes.language))
            return 1
        _step("writing", wishes.language)
        receipt = _commit(begun, received, wishes)
        if receipt:
            typer.echo(receipt_told(receipt, wishes.language))
        typer.echo(ending(received, name, wishes.language, has_receipt=receipt is not None))
    return int(received.is_faulty)


def _judged(dossier: Dossier, catalogue: Catalogue, wishes: Wishes) -> Received:
    """The verdict, shown as `gzg check` shows it."""
    call_of(catalogue, dossier.call.name, wishes.language)
    _step("checking", wishes.language)
    received = receive(dossier, catalogue, wishes.now, replaces=wishes.replaces)
    if received.before:
        typer.echo(changes_told(received, wishes.language))
    show(received.report, Format.TEXT, wishes.language)
    return received


def _commit(begun: branches.Start, received: Received, wishes: Wishes) -> Receipt | None:
    """Make the commits, and then the branch; a faulty dossier gets no receipt."""
    dossier = received.dossier
    gone = {f"{dossier.folder}/{path}": None for path in received.before}
    values = {"submission": dossier.submission}
    message = say(SUBJECT, "commit", wishes.language, **values)
    head = branches.committed(begun.root, begun.commit, {**gone, **dossier.paths}, message)
    receipt = None
    last = head
    if wishes.time and not received.is_faulty:
        receipt = receipt_of(received, wishes.time, head)
        file = {path_of(dossier.submission): text_of(receipt).encode()}
        message = say(SUBJECT, "commit-receipt", wishes.language, **values)
        last = branches.committed(begun.root, head, file, message)
    branches.finish(begun, last)
    return receipt


def _step(key: str, language: Language) -> None:
    """What is being done, on a terminal; nothing in a pipe."""
    if sys.stderr.isatty():
        typer.echo(say(SUBJECT, key, language), err=True)
