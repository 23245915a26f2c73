"""Which files the folder of a record must have, and which place a misnamed file was meant for.

The layout itself stands in `repository.layout`; here it is only compared with what was found.
"""

from gzg.model.kinds import Kind
from gzg.repository import layout
from gzg.rules.suggestion import nearest

RECORD_FOLDERS = {"calls": Kind.CALL, "projects": Kind.PROJECT, "blueprints": Kind.BLUEPRINT}
"""Folders of `content/` in which each record has a folder of its own."""

_SUFFIXES = {"organisations": ".yml", "news": ".md", "pages": ".md"}
_AT_THE_TOP = ("programme.yml", "sources.yml")


def required_files(folder: str) -> tuple[str, ...]:
    """The data file and the text that the folder of a record must have; none for other folders."""
    parts = folder.split("/")
    if len(parts) != 3 or parts[0] != "content" or parts[1] not in RECORD_FOLDERS:
        return ()
    return (f"{folder}/{RECORD_FOLDERS[parts[1]]}.yml", f"{folder}/README.md")


def nearest_place(path: str) -> str | None:
    """The path with a place in the layout that looks most like this one; None where none does."""
    parts = path.split("/")
    if len(parts) < 2 or not path.isprintable():
        return None
    if len(parts) > 2:
        folder = _nearest(parts[1], (*RECORD_FOLDERS, *_SUFFIXES))
        if folder is None:
            return None
        parts[1] = folder
    known = _names_in(parts)
    name = _nearest(parts[-1], known)
    if name is None:
        return None
    found = "/".join(("content", *parts[1:-1], name))
    return found if found != path and layout.is_expected(found) else None


def _names_in(parts: list[str]) -> tuple[str, ...]:
    """The names of files that the layout knows in the folder of a path."""
    stem = parts[-1].rpartition(".")[0] or parts[-1]
    match len(parts):
        case 2:
            return _AT_THE_TOP
        case 3 if parts[1] in _SUFFIXES:
            return (f"{stem}{_SUFFIXES[parts[1]]}",)
        case 4 if parts[1] in RECORD_FOLDERS:
            return (f"{RECORD_FOLDERS[parts[1]]}.yml", "README.md", "README.en.md")
        case _:
            return ()


def _nearest(name: str, known: tuple[str, ...]) -> str | None:
    """The known name nearest to this one, capitals aside."""
    by_lower = {each.lower(): each for each in known}
    found = nearest(name.lower(), by_lower)
    return by_lower[found] if found else None
