"""How `gzg new submission` ends: the folder, the call's schema for editors, and what comes next."""

import shlex
from pathlib import Path

import typer

from gzg.call_schema import compiled
from gzg.errors import GzgError
from gzg.init.folder import place
from gzg.reporters import text
from gzg.wizard import draft as drafts
from gzg.wizard.draft import Draft
from gzg.wizard.setting import Setting


def write(setting: Setting, root: Path, draft: Draft) -> None:
    """Write the dossier, say what is still to be done, and forget the draft."""
    folder = f"submissions/{draft.call}/{draft.id}"
    if (root / folder).exists():
        raise GzgError(setting.say("exists", folder=folder))
    try:
        place(setting.judges.files(draft), root / folder)
        _write_schema(setting, root)
    except OSError as error:
        reason = error.strerror or str(error)
        raise GzgError(setting.say("not-written", folder=folder, reason=reason)) from None
    drafts.remove(draft, root)
    typer.echo(_next_steps(setting, draft, folder))


def _write_schema(setting: Setting, root: Path) -> None:
    """The schema that the file's first line names; mostly it is there, and left alone."""
    file = root / compiled.path_of(setting.call.id)
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(compiled.rendered(setting.call, setting.programme).encode())


def _next_steps(setting: Setting, draft: Draft, folder: str) -> str:
    pieces = [setting.say("written", folder=folder)]
    if waiting := setting.still_open(draft):
        pieces += [setting.say("still-to-do"), *(f"  - {each}" for each in waiting)]
    elif (report := setting.judges.report(draft)).diagnostics:
        pieces += [setting.say("check-says"), text.render(report, setting.language).rstrip()]
    else:
        pieces.append(setting.say("all-good"))
    branch = shlex.quote(f"{draft.call}-{draft.id}")
    pieces += [
        setting.say("next-steps", folder=shlex.quote(folder), branch=branch),
        setting.warning,
    ]
    return "\n".join(pieces)
