"""What every file was before: its versions from one pass over Git's log, and how they differ.

Only the names of fields are told, never their old values, and never who changed them. A version
is that of the main line: what came in with a merge counts from the day of the merge.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, tzinfo
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from gzg.repository import yaml_text
from gzg.repository.git import blobs, git
from gzg.repository.source_file import FENCE
from gzg.repository.tree import CONTENT_FOLDERS, LARGEST_FILE

BODY = ""
"""Stands among the fields for the text below the front matter of a Markdown file."""

_FIELD = re.compile(r"^([A-Za-z_][A-Za-z0-9_-]*) *:", re.MULTILINE)
_REMOVED = b"D"
_AT_ONCE = 4000
"""How many old versions are held in memory at a time."""


class Version(NamedTuple):
    """A file from this moment on: the id of its content, which is empty where it was removed."""

    when: datetime
    blob: str


class Difference(NamedTuple):
    """Between two versions of a file: the names of its fields, in the order in which they stand."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


Versions = Mapping[str, Sequence[Version]]
"""Path → its versions, latest first."""


def versions(root: Path) -> Versions:
    """Every version of every file below the content folders: one call of Git."""
    form = ("--raw", "--no-abbrev", "--no-renames", "--relative", "--format=%x00%ct", "-z")
    log = git(root, "log", "--first-parent", "-m", *form, "--", *CONTENT_FOLDERS)
    found: dict[str, list[Version]] = {}
    fields, when = iter(log.split(b"\0")), datetime.fromtimestamp(0, UTC)
    for field in fields:
        if field:
            *_, blob, letter = field.split()
            version = Version(when, "" if letter == _REMOVED else blob.decode())
            found.setdefault(os.fsdecode(next(fields)), []).append(version)
        elif time := next(fields, b""):
            when = datetime.fromtimestamp(int(time), UTC)
    return found


def by_day(found: Sequence[Version], zone: tzinfo) -> dict[date, str]:
    """Day → the content that the file had at the end of it, latest first."""
    days: dict[date, str] = {}
    for version in found:
        days.setdefault(version.when.astimezone(zone).date(), version.blob)
    return days


def differences(
    root: Path, pairs: Iterable[tuple[str, str]]
) -> Iterator[tuple[tuple[str, str], Difference]]:
    """How the second of two contents differs from the first, for each pair of ids, a few calls."""
    wanted = list(dict.fromkeys(pairs))
    for start in range(0, len(wanted), _AT_ONCE):
        part = wanted[start : start + _AT_ONCE]
        texts = blobs(root, sorted({id for pair in part for id in pair}), LARGEST_FILE)
        for pair in part:
            old, new = (texts.get(id, b"").decode("utf-8", "replace") for id in pair)
            yield pair, difference(old, new)


def difference(old: str, new: str) -> Difference:
    """Which fields of a YAML text, or of a Markdown text with front matter, are not the same.

    Only fields whose text differs are parsed, so that a new layout or remark is no change. Of a
    field that consists of parts those that differ are named: `amounts.granted`.
    """
    before, after = _fields(old), _fields(new)
    both = [name for name in after if name in before]
    return Difference(
        tuple(name for name in after if name not in before),
        tuple(part for name in both for part in _changed(name, before[name], after[name])),
        tuple(name for name in before if name not in after),
    )


def _changed(name: str, old: str, new: str) -> Sequence[str]:
    if old == new:
        return ()
    if name == BODY:
        return (name,)
    (before, old_faults), (after, new_faults) = yaml_text.parse(old), yaml_text.parse(new)
    if old_faults or new_faults or not isinstance(before, dict) or not isinstance(after, dict):
        return (name,)
    one, other = before.get(name), after.get(name)
    if isinstance(one, dict) and isinstance(other, dict):
        parts = sorted(part for part in one | other if one.get(part) != other.get(part))
        return [f"{name}.{part}" for part in parts]
    return () if one == other else (name,)


def _fields(text: str) -> dict[str, str]:
    """Field → the lines that it takes, from its name to the next one."""
    found: dict[str, str] = {}
    text = text.replace("\r\n", "\n")
    if text.startswith(f"{FENCE}\n"):
        text, _, body = text.removeprefix(f"{FENCE}\n").partition(f"\n{FENCE}\n")
        if body.strip():
            found[BODY] = body.strip()
    names = [(each.start(), each[1]) for each in _FIELD.finditer(text)]
    for (start, name), (end, _) in pairwise([*names, (len(text), "")]):
        found[name] = text[start:end].strip()
    return found
