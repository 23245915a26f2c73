"""Which names of files and folders work on every computer, and what is wrong with the others.

Windows forbids signs and names that other systems allow, and a name can hide how it ends. What
belongs where is not judged here.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from enum import StrEnum

LONGEST_NAME = 120
LONGEST_PATH = 220
"""Bytes. Windows allows 260 signs, of which the folder of the clone takes a part."""

FEW = 50
"""Names that are each looked for on their own."""

_FORBIDDEN = re.compile(r'[<>:"|?*\\]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
"""https://learn.microsoft.com/windows/win32/fileio/naming-a-file"""

_RESERVED_INSIDE = re.compile(r"/(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?=[./\n])", re.IGNORECASE)
_SELDOM = (*'<>:"|?*\\', "//", "/\n", "/.", "./", ".\n", "/ ", " /", " \n", "/-")
"""What stands in no usual path, each path followed by the end of its line."""


class NameProblem(StrEnum):
    """What is wrong with a name."""

    INVISIBLE = "invisible"
    LONG = "long"
    SIGN = "sign"
    DOTS = "dots"
    EDGE = "edge"
    RESERVED = "reserved"


def problem_of(path: str) -> NameProblem | None:
    """What is wrong with the name of a file or of a folder above it."""
    if not path.isprintable():
        return NameProblem.INVISIBLE
    parts = path.split("/")
    if _is_long(path, parts):
        return NameProblem.LONG
    if _FORBIDDEN.search(path):
        return NameProblem.SIGN
    for part in parts:
        if part in {"", ".", ".."}:
            return NameProblem.DOTS
        if part[0] in " -" or part[-1] in " .":
            return NameProblem.EDGE
        if _RESERVED.fullmatch(part):
            return NameProblem.RESERVED
    return None


def are_usual(paths: Sequence[str]) -> bool:
    """Whether nothing can be wrong with any of these names: told of ten thousands at a glance."""
    text = "\n".join([*paths, ""])
    return (
        text.isascii()
        and text.replace("\n", "").isprintable()
        and text.count("\n") == len(paths)
        and max(map(len, paths), default=0) <= LONGEST_NAME
        and not any(sign in text for sign in _SELDOM)
        and not _RESERVED_INSIDE.search(text)
    )


def _is_long(path: str, parts: list[str]) -> bool:
    if len(path) < LONGEST_NAME // 4:
        return False
    longest = max(len(part.encode()) for part in parts)
    return longest > LONGEST_NAME or len(path.encode()) > LONGEST_PATH


def hidden_part(path: str) -> str | None:
    """The first file or folder in a path whose name begins with a dot."""
    if "/." not in path:
        return None
    parts = path.split("/")
    return next((part for part in parts if part[:1] == "." and part not in {".", ".."}), None)


def collisions(paths: Iterable[str], others: Iterable[str] = ()) -> dict[str, str]:
    """Paths that differ from one of `others`, or from an earlier one, only as `_plain` says."""
    first: dict[str, str] = {}
    for other in others:
        first.setdefault(_plain(other), other)
    found = {}
    for path in paths:
        earlier = first.setdefault(_plain(path), path)
        if earlier != path:
            found[path] = earlier
    return found


def are_distinct(paths: Collection[str]) -> bool:
    """Whether no two names can be taken for one: told of ten thousands at a glance."""
    text = "\n".join(paths)
    lines = text.casefold().split("\n")
    return text.isascii() and len(lines) == len(paths) == len(set(lines))


def are_apart(judged: Collection[str], files: Sequence[str]) -> bool:
    """Whether nothing among all files and folders can be taken for one of a few: at a glance."""
    text = "".join(f"\n{path}\0" for path in files)
    if len(judged) > FEW or not text.isascii() or text.count("\n") > len(files):
        return False
    plain = text.casefold()
    return all(
        plain.count(f"\n{path.casefold()}{end}") == text.count(f"\n{path}{end}")
        for path in judged
        for end in ("\0", "/")
    )


def rivals(paths: Iterable[str], known: Iterable[str]) -> list[str]:
    """Which other paths some computers take for one of these."""
    given = frozenset(paths)
    plain = {_plain(path) for path in given}
    if not given.issuperset(known):
        others = (path for path in known if path not in given)
        # Ten thousands of names: most are ASCII, for which the plain name is made here at once.
        alike = (p for p in others if (p if p.isascii() else _plain(p)).casefold() in plain)
        return sorted(alike)
    return []


def _plain(path: str) -> str:
    """Without the difference of capitals, and of how an accent is written."""
    return (path if path.isascii() else unicodedata.normalize("NFC", path)).casefold()
