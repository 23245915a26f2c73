"""`gzg new submission CALL [ID]`: make a dossier, by asking for it or from what is given."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from gzg.commands.new_files import write
from gzg.commands.new_start import Gifts, begin, call_of, with_gifts
from gzg.commands.options import (
    LanguageOption,
    RootOption,
    describe,
    find_root,
    moment,
    open_catalogue,
    zone_of,
)
from gzg.errors import GzgError
from gzg.texts import Language, say
from gzg.wizard import draft as drafts
from gzg.wizard import terminal
from gzg.wizard.dialogue import Dialogue
from gzg.wizard.draft import Draft
from gzg.wizard.listening import Listener, StoppedError
from gzg.wizard.setting import Setting

INTERRUPTED = 130


class NewKind(StrEnum):
    """What can be made."""

    SUBMISSION = "submission"


KindArgument = Annotated[NewKind, typer.Argument(metavar="KIND", help=describe("new.kind"))]
CallArgument = Annotated[str, typer.Argument(metavar="CALL", help=describe("new.call"))]
IdArgument = Annotated[str | None, typer.Argument(metavar="ID", help=describe("new.id"))]
TitleOption = Annotated[str | None, typer.Option(metavar="TEXT", help=describe("new.title"))]
LeadOption = Annotated[str | None, typer.Option(metavar="NAME", help=describe("new.lead"))]
SetOption = Annotated[
    list[str] | None, typer.Option("--set", metavar="FIELD=VALUE", help=describe("new.set"))
]
FromOption = Annotated[
    Path | None, typer.Option("--from", metavar="FILE", help=describe("new.from"))
]
ReadmeOption = Annotated[Path | None, typer.Option(metavar="FILE", help=describe("new.readme"))]


def command(
    kind: KindArgument,
    call: CallArgument,
    id: IdArgument = None,
    title: TitleOption = None,
    lead: LeadOption = None,
    values: SetOption = None,
    file: FromOption = None,
    readme: ReadmeOption = None,
    lang: LanguageOption = Language.NL,
    root: RootOption = None,
) -> int:
    """Make a dossier; exit code 1, with nothing written, where what was given is wrong."""
    del kind
    folder = find_root(root, lang)
    setting = _setting(folder, call, lang)
    gifts = Gifts(title, lead, tuple(values or ()), file, readme)
    listener = Listener(terminal.Screen(), lang) if terminal.is_there() else None
    draft = begin(setting, folder, id, gifts, listener)
    if draft is None:
        return INTERRUPTED
    draft = with_gifts(setting, draft, gifts)
    if gifts.are_there and (wrong := _wrong(setting, draft)):
        typer.echo("\n".join(wrong), err=True)
        return 1
    if listener is not None and setting.still_open(draft):
        answered = _asked(setting, folder, draft, listener)
        if answered is None:
            return INTERRUPTED
        draft = answered
    write(setting, folder, draft)
    return 0


def _setting(root: Path, call: str, language: Language) -> Setting:
    catalogue = open_catalogue(root)
    now = moment(None, catalogue, language)
    found, programme = call_of(catalogue, call, language)
    setting = Setting(catalogue, found, programme, now, language)
    if setting.has_closed(zone_of(catalogue)) and found.closes:
        day = found.closes.day
        raise GzgError(say("wizard", "closed", language, call=call, day=day))
    return setting


def _wrong(setting: Setting, draft: Draft) -> list[str]:
    """The faults in what was given, each in one line; that something is not given yet is none."""
    unfinished = setting.unfinished(draft)
    return [
        f"{'.'.join(map(str, each.path))}: {each.message} {each.remedy} ({each.code})"
        for each in setting.judges.remarks(draft)
        if each.is_error
        and not (each.path[0] in unfinished and isinstance(draft.answer(each.path), list | dict))
    ]


def _asked(setting: Setting, root: Path, draft: Draft, listener: Listener) -> Draft | None:
    """The draft after the conversation; None where the person stopped, and all is kept."""
    kept = [draft]

    def keep(newer: Draft) -> None:
        kept[0] = newer
        drafts.save(newer, root)

    try:
        listener.terminal.say(setting.say("welcome", call=setting.words.said(setting.call.title)))
        listener.terminal.say(setting.warning)
        listener.tell("words")
        dialogue = Dialogue(setting.agenda, setting.judges, setting.directory, listener, keep)
        keep(draft)
        return dialogue.run(draft)
    except (StoppedError, KeyboardInterrupt):
        place = drafts.place_of(root, draft.call, draft.id).relative_to(root)
        language = "" if setting.language is Language.NL else f" --lang {setting.language}"
        again = f"gzg new submission {draft.call} {draft.id}{language}"
        listener.terminal.say()
        listener.terminal.say(setting.say("kept", place=str(place), again=again))
        return None
