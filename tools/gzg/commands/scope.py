"""Which files a check is about: those that were named, those that were touched, or all."""

import os
from collections.abc import Set
from pathlib import Path

from gzg.errors import GzgError
from gzg.repository.layout import folder_of, paths_in
from gzg.repository.tree import CONTENT_FOLDERS
from gzg.texts import Language, say

EVERYTHING = ""
"""The programme's own folder, as a path inside it."""


def relative(folder: Path, path: Path, language: Language) -> str:
    """A path from the command line as it runs from the programme's folder; links are not followed.

    Raises GzgError for what does not exist or is no part of the content.
    """
    absolute = Path(os.path.abspath(path))  # noqa: PTH100  resolve() would follow a link
    place = absolute.parent.resolve() / absolute.name
    if not place.is_relative_to(folder) or not os.path.lexists(place):
        raise GzgError(say("errors", "no-such-path", language, path=path, folder=folder))
    inside = place.relative_to(folder)
    if inside.parts and inside.parts[0] not in CONTENT_FOLDERS:
        raise GzgError(say("errors", "not-content", language, path=path))
    return inside.as_posix() if inside.parts else EVERYTHING


def scope(
    known: tuple[str, ...], given: Set[str], touched: Set[str] | None
) -> frozenset[str] | None:
    """The paths to judge, each with the rest of its record's folder; None for everything.

    `touched` is None where no earlier state is compared with. A file that is gone counts, where
    what was named includes it.
    """
    if touched is None:
        return _with_neighbours({p for p in known if _is_in(p, given)}, known) if given else None
    chosen = {path for path in touched if _is_in(path, given)}
    return _with_neighbours(chosen, known)


def _is_in(path: str, given: Set[str]) -> bool:
    """Whether a path is one of those given, or lies in one of them; all are where none is given."""
    return (
        not given
        or EVERYTHING in given
        or any(path == each or path.startswith(f"{each}/") for each in given)
    )


def _with_neighbours(paths: Set[str], known: tuple[str, ...]) -> frozenset[str]:
    """The paths, and every file of the record folders that they lie in."""
    folders = {folder_of(path) for path in paths if path.count("/") > 2}
    return frozenset(paths).union(*(paths_in(folder, known) for folder in folders))
