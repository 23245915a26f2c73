"""Puts the files of a dossier in its folder: all of them or none, also when it is interrupted."""

import tempfile
from collections.abc import Mapping
from pathlib import Path

from gzg.init.folder import place
from gzg.zipped.refusal import Problem, RefusalError


def put(files: Mapping[str, bytes], root: Path, folder: str) -> None:
    """Make `folder` below `root` hold exactly these files, by their path in it.

    Raises RefusalError, with all as it was, where that cannot be.
    """
    refuse_links(root, folder)
    target = root / folder
    try:
        if target.is_dir():
            _replace(files, target)
        else:
            place(files, target)
    except OSError as error:
        reason = error.strerror or str(error)
        raise RefusalError(Problem.NOT_WRITTEN, folder=folder, reason=reason) from None


def refuse_links(root: Path, folder: str) -> None:
    """Raise RefusalError where a link, or a file, stands in the way to the folder."""
    place = root
    for part in folder.split("/"):
        place /= part
        if place.is_symlink() or (place.exists() and not place.is_dir()):
            raise RefusalError(Problem.LINKED_FOLDER, folder=place.relative_to(root).as_posix())


def _replace(files: Mapping[str, bytes], target: Path) -> None:
    """The new folder is made beside the old one, and takes its place by a rename."""
    with tempfile.TemporaryDirectory(prefix=f".{target.name}.", dir=target.parent) as temporary:
        new, old = Path(temporary) / "new", Path(temporary) / "old"
        place(files, new)
        target.rename(old)
        try:
            new.rename(target)
        except BaseException:
            old.rename(target)
            raise
