"""What `gzg receive` says: a name from a zip is shown as a line of a dossier is."""

import shlex
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from gzg.errors import GzgError
from gzg.intake.receipt_file import facts_of
from gzg.model.receipt import Receipt
from gzg.reporters.text import shown
from gzg.texts import Language, say
from gzg.texts.formats import readable
from gzg.zipped.differences import Difference
from gzg.zipped.dossier import Dossier, Told
from gzg.zipped.receiving import Received
from gzg.zipped.refusal import RefusalError

SUBJECT = "receive"
MOST_SHOWN = 20
"""How many files of a list are told by name."""

LONGEST_SHOWN = 200
"""Signs of a name that came out of a zip."""


@contextmanager
def refused(language: Language) -> Iterator[None]:
    """Turn a refusal into a message for the person at the keyboard."""
    try:
        yield
    except RefusalError as refusal:
        values = {key: _safe(value) for key, value in refusal.values.items()}
        raise GzgError(say(SUBJECT, refusal.problem, language, **values)) from None


def _safe(value: object) -> str:
    text = str(value)
    short = text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
    return shown(short)


def taken_from(file: Path, dossier: Dossier, language: Language) -> str:
    """What was in the zip, where it belongs, and what was left out."""
    size = sum(map(len, dossier.files.values()))
    values = {
        "file": _safe(file.name),
        "count": readable(len(dossier.files), language),
        "size": readable(max(1, size // 1000), language),
        "folder": dossier.folder,
        "call": _told(dossier.call, language),
        "id": _told(dossier.id, language),
    }
    lines = [say(SUBJECT, "taken-from", language, **values)]
    if dossier.left_out:
        lines += [say(SUBJECT, "left-out", language), *_listed(dossier.left_out, language)]
    return "\n".join(lines)


def _told(told: Told, language: Language) -> str:
    return f"{_safe(told.name)} ({say(SUBJECT, f'told-by-{told.where}', language)})"


def _listed(lines: tuple[str, ...], language: Language) -> Iterator[str]:
    yield from (f"  {_safe(each)}" for each in lines[:MOST_SHOWN])
    if len(lines) > MOST_SHOWN:
        count = readable(len(lines) - MOST_SHOWN, language)
        yield f"  {say(SUBJECT, 'more', language, count=count)}"


def changes_told(received: Received, language: Language) -> str:
    """What the new version changes of the one that is there."""
    if not received.changes:
        return say(SUBJECT, "nothing-changes", language)
    lines = tuple(_line(each, language) for each in received.changes)
    folder = received.dossier.folder
    first = say(SUBJECT, "changes", language, folder=folder)
    return "\n".join([first, *_listed(lines, language)])


def _line(change: Difference, language: Language) -> str:
    text = f"{change.sign} {change.path}"
    if change.added is None:
        return text
    counts: Mapping[str, object] = {"added": change.added, "removed": change.removed}
    return f"{text} {say(SUBJECT, 'lines', language, **counts)}"


def not_taken_in(language: Language) -> str:
    """That nothing was written because of the faults above."""
    return say(SUBJECT, "not-taken-in", language)


def receipt_told(receipt: Receipt, language: Language) -> str:
    """The receipt, to be sent to whoever mailed the zip."""
    facts = facts_of(receipt)
    return say(SUBJECT, "receipt", language, **facts)


def ending(
    received: Received, branch: str | None, language: Language, *, has_receipt: bool = False
) -> str:
    """Where the dossier is now, and what comes next."""
    folder = received.dossier.folder
    lines = []
    if branch is None:
        quoted = shlex.quote(folder)
        lines.append(say(SUBJECT, "in-folder", language, folder=folder, quoted=quoted))
    else:
        quoted = shlex.quote(branch)
        lines.append(say(SUBJECT, "on-branch", language, branch=branch, quoted=quoted))
    if received.is_faulty:
        lines.append(say(SUBJECT, "kept-faulty", language))
    elif not has_receipt:
        lines.append(say(SUBJECT, "no-receipt", language))
    if received.before:
        lines.append(say(SUBJECT, "accounts", language))
    return "\n".join(lines)
