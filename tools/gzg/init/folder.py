"""Files put into a folder that is new or empty: all of them, or none.

They are first written to a temporary folder on the same disk, and then moved.
"""

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

MAY_BE_THERE = frozenset({".git"})
"""A folder that `git init` or `git clone` has just made still counts as empty."""


def is_free(folder: Path) -> bool:
    """Whether there is nothing at that place, or an empty folder."""
    if not os.path.lexists(folder):
        return True
    return folder.is_dir() and {each.name for each in folder.iterdir()} <= MAY_BE_THERE


def place(files: Mapping[str, bytes], folder: Path) -> None:
    """Write `files` into `folder`; raises OSError, with nothing left, where that cannot be.

    A folder that is there is filled rather than replaced: somebody may be standing in it.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}.", dir=folder.parent) as temporary:
        made = Path(temporary) / "made"
        for path, content in files.items():
            target = made / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        if folder.exists():
            _move_into(made, folder)
        else:
            made.rename(folder)


def _move_into(made: Path, folder: Path) -> None:
    """Move all that was made; what was moved is removed again where the rest cannot follow."""
    names = sorted(each.name for each in made.iterdir())
    try:
        for name in names:
            if os.path.lexists(folder / name):
                raise FileExistsError(folder / name)
            (made / name).rename(folder / name)
    except BaseException:
        for name in names:
            if not (made / name).exists():
                _remove(folder / name)
        raise


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
