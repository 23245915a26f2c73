"""Which files the folder of a record must have, and which place a misnamed file was meant for.

The layout itself stands in `repository.layout`; here it is only compared with what was found.
"""

from gzg.model.kinds import Kind
from gzg.repository import layout
from gzg.rules.suggestion import nearest

RECORD_FOLDERS = {"calls": Kind.CALL, "projects": Kind.PROJECT, "blueprints": Kind.BLUEPRINT}
"""Folders of `content/` in which each record has a folder of its own."""

_BESIDE = {
    Kind.CALL: ("advice.yml", "decision.yml"),
    Kind.SUBMISSION: ("receipt.yml", "admissibility.yml"),
}
"""Files that the folder of a record may hold as well."""

_FOLDERS = {Kind.BLUEPRINT: "files", Kind.SUBMISSION: "annexes"}
"""The folder for all other files, by the kind of record that has one."""

_SUFFIXES = {"organisations": ".yml", "news": ".md", "pages": ".md"}
_AT_THE_TOP = ("programme.yml", "sources.yml")


def required_files(folder: str) -> tuple[str, ...]:
    """The data file and the text that the folder of a record must have; none for other folders."""
    kind = _kind_of_folder(folder)
    return (f"{folder}/{kind}.yml", f"{folder}/README.md") if kind else ()


def _kind_of_folder(folder: str) -> Kind | None:
    match folder.split("/"):
        case ["content", place, _] if folder.isprintable():
            return RECORD_FOLDERS.get(place)
        case ["submissions", _, _] if folder.isprintable():
            return Kind.SUBMISSION
        case _:
            return None


def nearest_place(path: str) -> str | None:
    """The path with a place in the layout that looks most like this one; None where none does."""
    if "/" not in path or not path.isprintable():
        return None
    top, *folders, name = path.split("/")
    if top == "content" and folders:
        place = _nearest(folders[0], (*RECORD_FOLDERS, *_SUFFIXES))
        folders = [place or "", *folders[1:]]
    if inside := _in_folder_for_files(top, folders, name):
        return inside if inside != path and layout.is_expected(inside) else None
    folder = "/".join((top, *folders))
    near = _nearest(name, _names_in(folder, name))
    found = f"{folder}/{near}"
    return found if near and found != path and layout.is_expected(found) else None


def _in_folder_for_files(top: str, folders: list[str], name: str) -> str | None:
    """The same file below `annexes` or `files`, for one in a folder of almost that name."""
    record = "/".join((top, *folders[:2]))
    kind = _kind_of_folder(record)
    wanted = _FOLDERS.get(kind) if kind and len(folders) > 2 else None
    near = wanted and _nearest(folders[2], (wanted,))
    return "/".join((record, near, *folders[3:], name)) if near else None


def _names_in(folder: str, name: str) -> tuple[str, ...]:
    """The names of files that the layout knows in a folder, for a file of about this name."""
    if kind := _kind_of_folder(folder):
        return (f"{kind}.yml", "README.md", "README.en.md", *_BESIDE.get(kind, ()))
    if folder == "content":
        return _AT_THE_TOP
    suffix = _SUFFIXES.get(folder.removeprefix("content/"))
    return (f"{name.rpartition('.')[0] or name}{suffix}",) if suffix else ()


def _nearest(name: str, known: tuple[str, ...]) -> str | None:
    """The known name nearest to this one, capitals aside."""
    by_lower = {each.lower(): each for each in known}
    found = nearest(name.lower(), by_lower)
    return by_lower[found] if found else None
