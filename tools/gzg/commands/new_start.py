"""How `gzg new submission` begins: which call, which dossier, and what was given for it."""

from dataclasses import dataclass, replace
from pathlib import Path

from gzg.errors import GzgError
from gzg.model.call import Call
from gzg.model.identifiers import slug
from gzg.model.programme import Programme
from gzg.repository.catalogue import Catalogue
from gzg.repository.source_file import SourceFile
from gzg.rules.suggestion import nearest
from gzg.texts import Language, say
from gzg.wizard import draft as drafts
from gzg.wizard import given
from gzg.wizard.draft import Draft
from gzg.wizard.listening import Listener, StoppedError
from gzg.wizard.setting import Setting

LONGEST_NAME = 60
"""Of a folder whose name is made from a title."""


@dataclass(frozen=True)
class Gifts:
    """What was given with the command."""

    title: str | None = None
    lead: str | None = None
    values: tuple[str, ...] = ()
    file: Path | None = None
    readme: Path | None = None

    @property
    def are_there(self) -> bool:
        """Whether anything was given."""
        return self != Gifts()


def call_of(catalogue: Catalogue, id: str, language: Language) -> tuple[Call, Programme]:
    """The call of that id and the programme; raises GzgError where one cannot be read."""
    programme = catalogue.programme
    if programme is None:
        raise GzgError(say("wizard", "no-programme", language))
    found = catalogue.calls.get(id)
    if found is None:
        near = nearest(id, catalogue.calls)
        key = "no-such-call-near" if near else "no-such-call"
        raise GzgError(say("wizard", key, language, call=id, near=near or ""))
    return found, programme


def begin(
    setting: Setting, root: Path, id: str | None, gifts: Gifts, listener: Listener | None
) -> Draft | None:
    """A new draft, or the one that was kept; None where the person stopped at once."""
    try:
        name = id if id is not None else _name(setting, root, gifts, listener)
    except (StoppedError, KeyboardInterrupt):
        return None
    if name != slug(name):
        raise GzgError(setting.say("not-a-name", name=name, near=slug(name) or "digitaal-loket"))
    call = setting.call.id
    if (root / "submissions" / call / name).exists():
        raise GzgError(setting.say("exists", folder=f"submissions/{call}/{name}"))
    if name not in drafts.drafts_of(root, call):
        return Draft(call, name)
    if listener is None:
        place = drafts.place_of(root, call, name).relative_to(root)
        raise GzgError(setting.say("draft-waits", place=str(place)))
    found = drafts.load(root, call, name)
    if isinstance(found, SourceFile):
        place = drafts.place_of(root, call, name).relative_to(root)
        raise GzgError(setting.say("unreadable", file=str(place)))
    listener.tell("resumed")
    return found


def _name(setting: Setting, root: Path, gifts: Gifts, listener: Listener | None) -> str:
    """The folder's name: that of a draft to go on with, or one made from the title."""
    if listener is None:
        if gifts.title and (name := slug(gifts.title)[:LONGEST_NAME].strip("-")):
            return name
        raise GzgError(setting.say("no-name"))
    kept = drafts.drafts_of(root, setting.call.id)
    if kept:
        listener.tell("which-draft")
        chosen = listener.number(kept)
        if chosen is not None:
            return kept[chosen]
    while True:
        listener.tell("ask-name")
        name = slug(listener.line())[:LONGEST_NAME].strip("-")
        if name and not (root / "submissions" / setting.call.id / name).exists():
            listener.terminal.say(f"→ {name}", "  ")
            return name
        listener.tell("name-taken" if name else "again")


def with_gifts(setting: Setting, draft: Draft, gifts: Gifts) -> Draft:
    """The draft with all that was given; raises GzgError with every problem at once."""
    problems: list[str] = []
    if gifts.file:
        draft = given.from_file(draft, _yaml(setting, gifts.file))
    if gifts.readme:
        draft = replace(draft, readme=_text(setting, gifts.readme))
    if gifts.title is not None:
        draft = draft.answered(("title",), gifts.title.strip())
    if gifts.lead is not None:
        found = given.with_lead(draft, gifts.lead, setting.agenda, setting.directory)
        draft, problems = found.draft, [*found.problems]
    found = given.with_values(draft, gifts.values, setting.agenda, setting.directory)
    problems += found.problems
    if problems:
        raise GzgError("\n".join(problems))
    return found.draft


def _yaml(setting: Setting, file: Path) -> SourceFile:
    try:
        source = drafts.read_yaml(file)
    except OSError:
        raise GzgError(setting.say("unreadable", file=str(file))) from None
    if source.faults:
        raise GzgError(setting.say("unreadable", file=str(file)))
    return source


def _text(setting: Setting, file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise GzgError(setting.say("unreadable", file=str(file))) from None
