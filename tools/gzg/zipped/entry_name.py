"""The names in a zip file: from what a program wrote to a path that stays inside the folder.

Programs differ. Windows has written backslashes, and names in the signs of its own language; macOS
writes UTF-8 without saying so, and accents apart from their letter. What would lead out of the
folder is refused, never mended.
"""

import re
import unicodedata
from zipfile import ZipInfo

from gzg.zipped.refusal import Problem, RefusalError

_SAYS_UTF8 = 0x800
_WRITTEN_AS = "cp437"
"""How names are read that do not say to be UTF-8 (APPNOTE 6.3.10, appendix D)."""

LONGEST_PATH = 500
MOST_FOLDERS = 20
"""Far more than a dossier has, and little enough to look at every folder of every path."""

_DRIVE = re.compile(r"[A-Za-z]:")
_LEFT_BY_SYSTEM = frozenset({".ds_store", "thumbs.db", "desktop.ini", "__macosx"})
_LEFT_BY_PROGRAM = re.compile(r"\._.*|~\$.*|\.~lock\..*#", re.DOTALL)
"""Attributes that macOS keeps beside a file; marks of an office program that has a file open."""


def path_of(entry: ZipInfo) -> str:
    """The path of an entry with `/`, without one at the end of a folder's.

    Raises RefusalError where it leads out of the folder, or cannot be a path.
    """
    name = unicodedata.normalize("NFC", _read(entry)).replace("\\", "/")
    parts = [part for part in name.removesuffix("/").split("/") if part != "."]
    if ".." in parts or "" in parts or _DRIVE.match(name):
        raise RefusalError(Problem.OUTSIDE, file=name)
    if len(name) > LONGEST_PATH or len(parts) > MOST_FOLDERS:
        raise RefusalError(Problem.NAME, file=name)
    if "\0" in name or not (parts or name.endswith("/")):
        raise RefusalError(Problem.NAME, file=name)
    return "/".join(parts)


def _read(entry: ZipInfo) -> str:
    """The name as the program that made the zip most likely meant it."""
    name = entry.orig_filename
    if name.isascii() or entry.flag_bits & _SAYS_UTF8:
        return name
    try:
        return name.encode(_WRITTEN_AS).decode("utf-8")
    except UnicodeError:
        return name


def is_left_behind(path: str) -> bool:
    """Whether a file is one that a computer puts beside what people make."""
    parts = path.split("/")
    if any(part.casefold() in _LEFT_BY_SYSTEM for part in parts):
        return True
    return _LEFT_BY_PROGRAM.fullmatch(parts[-1]) is not None
