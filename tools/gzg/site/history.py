"""The past of every record in plain words: on which day which of its fields changed.

No author is named and no old value is shown; `repository.past` says what differs, and this module
which record it belongs to and how it reads.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, tzinfo
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from gzg.model.base import Model
from gzg.model.kinds import Kind
from gzg.model.models import MODELS
from gzg.model.schema import declaring, field_texts, part_of
from gzg.repository import layout
from gzg.repository.past import BODY, Difference, Versions, by_day, differences
from gzg.texts import Language, say
from gzg.texts.formats import readable

MOST = 5
"""How many changes of a record are told; of the others only how many days there were."""

_IN_A_FOLDER = frozenset({Kind.CALL, Kind.PROJECT, Kind.BLUEPRINT, Kind.SUBMISSION})
_ALONE = frozenset({Kind.PROGRAMME, Kind.SOURCES, Kind.ORGANISATION, Kind.NEWS, Kind.PAGE})
_TEXT, _FILES = "text", "files"

Pair = tuple[str, str]
"""The ids of a content and of the one that came after it."""


class Subject(NamedTuple):
    """What changed: a field of a kind of record, a whole record, its text or its files."""

    name: str
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What one day did to a record."""

    day: date
    is_new: bool = False
    added: tuple[Subject, ...] = ()
    changed: tuple[Subject, ...] = ()
    removed: tuple[Subject, ...] = ()


@dataclass(frozen=True, slots=True)
class History:
    """The latest changes of a record, latest first, and on how many days it changed before."""

    changes: tuple[Change, ...]
    earlier: int = 0


Days = dict[date, str]
"""Day → the id of a file's content at the end of it, latest first."""


def histories(root: Path, versions: Versions, zone: tzinfo) -> Mapping[str, History]:
    """The file of a record → its past, for every record that Git knows."""
    records: dict[str, dict[str, Days]] = {}
    for path, owner in _owners(versions).items():
        records.setdefault(owner, {})[path] = by_day(versions[path], zone)
    pairs = [pair for path, files in records.items() for pair in _pairs(files[path])]
    known = dict(differences(root, pairs))
    return {path: _history(path, files, known) for path, files in records.items()}


def sentences(history: History, language: Language) -> tuple[str, ...]:
    """`12 november 2026: toegekend bedrag en partijen gewijzigd`, latest first."""
    told = [
        say("history", "change", language, day=readable(change.day, language), what=what)
        for change in history.changes
        if (what := _what(change, language))
    ]
    if history.earlier:
        key = "earlier-one" if history.earlier == 1 else "earlier-many"
        told.append(say("history", key, language, count=history.earlier))
    return tuple(told)


def _owners(versions: Versions) -> dict[str, str]:
    """Path → the file of the record that it belongs to."""
    records = {path: owner.kind for path in versions if (owner := layout.record_at(path))}
    folders = {
        layout.folder_of(path): path for path, kind in records.items() if kind in _IN_A_FOLDER
    }
    owners = {
        path: path if records.get(path) in _ALONE else folders.get(layout.folder_of(path))
        for path in versions
    }
    return {path: owner for path, owner in owners.items() if owner}


def _pairs(days: Days) -> Iterator[tuple[str, str]]:
    """The contents of a record's own file before and after each of its latest changes."""
    contents = list(days.values())[: MOST + 1]
    for new, old in pairwise(contents):
        if old and new:
            yield old, new


def _history(path: str, files: Mapping[str, Days], known: Mapping[Pair, Difference]) -> History:
    """The changes of a record of which its own file and all others are given by day."""
    own = files[path]
    first = min(own)
    days = sorted({day for days in files.values() for day in days if day > first}, reverse=True)
    changes = [_change(path, files, day, known) for day in days[:MOST]]
    if len(days) <= MOST:
        changes.append(Change(first, is_new=True))
    return History(tuple(changes), max(0, len(days) - MOST))


def _change(
    path: str, files: Mapping[str, Days], day: date, known: Mapping[Pair, Difference]
) -> Change:
    added: list[Subject] = []
    changed: list[Subject] = []
    removed: list[Subject] = []
    if day in files[path]:
        kind = _kind(path)
        old, new = _before(files[path], day), files[path][day]
        if new and not old:
            return Change(day, is_new=True)
        found = known.get((old, new), Difference())
        for names, told in zip(found, (added, changed, removed), strict=True):
            told += [Subject(name, kind) for name in names]
    for other in sorted(files.keys() - {path}):
        if day in files[other]:
            new, old = files[other][day], _before(files[other], day)
            told = removed if not new else changed if old else added
            told.append(_subject(other))
    return Change(day, False, _once(added), _once(changed), _once(removed))


def _before(days: Days, day: date) -> str:
    """The content on the day before; empty where there was none."""
    return next((blob for each, blob in days.items() if each < day), "")


def _once(subjects: Iterable[Subject]) -> tuple[Subject, ...]:
    return tuple(dict.fromkeys(subjects))


def _kind(path: str) -> Kind | None:
    owner = layout.record_at(path)
    return owner.kind if owner else None


def _subject(path: str) -> Subject:
    """A file of a record that is not its own: another record, its text, or one for download."""
    kind = _kind(path)
    if kind:
        return Subject("", kind)
    return Subject(_TEXT if layout.reading_text_at(path) else _FILES)


def _what(change: Change, language: Language) -> str:
    """Everything that a day did, in a sentence; nothing where it did nothing that can be told."""
    if change.is_new:
        return say("history", "new", language)
    parts = [
        say("history", key, language, what=readable(words, language))
        for key, subjects in (
            ("added", change.added),
            ("changed", change.changed),
            ("removed", change.removed),
        )
        if (words := tuple(dict.fromkeys(_word(each, language) for each in subjects)))
    ]
    return "; ".join(parts)


def _word(subject: Subject, language: Language) -> str:
    """The title that the record format gives a field, as it stands within a sentence."""
    if subject.kind is None or (subject.name == BODY and subject.kind in (Kind.NEWS, Kind.PAGE)):
        return say("history", f"subject.{subject.name or _TEXT}", language)
    title = _title(MODELS[subject.kind], subject.name, language)
    return title or say("history", "subject.other", language)


def _title(model: type[Model], name: str, language: Language) -> str | None:
    """`bedragen (toegekend)` for `amounts.granted`; None for a field that there no longer is."""
    if not name:
        return _within(field_texts()[model.__name__][language]["title"])
    field, _, part = name.partition(".")
    if field not in model.model_fields:
        return None
    title = _within(field_texts()[declaring(model, field)][language]["title"])
    inner = part_of(model, field) if part else None
    shown = _title(inner, part, language) if inner else None
    return f"{title} ({shown})" if shown else title


def _within(title: str) -> str:
    """A title as it stands within a sentence; an abbreviation keeps its capitals."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]
