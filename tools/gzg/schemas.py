"""The schema files of a repository: written, and compared with what the models say now.

What stands in a schema is for `model.schema`.
"""

from pathlib import Path

from gzg.model.kinds import Kind
from gzg.model.schema import file_name, rendered

FOLDER = "schemas"


def write(root: Path) -> None:
    """Write the schema of every kind of record to the folder `schemas` in `root`."""
    folder = root / FOLDER
    folder.mkdir(exist_ok=True)
    for kind in Kind:
        (folder / file_name(kind)).write_bytes(rendered(kind).encode())


def stale(root: Path) -> list[str]:
    """The schema files, relative to `root`, that are absent, outdated or of no kind; sorted."""
    folder = root / FOLDER
    wanted = {file_name(kind): rendered(kind).encode() for kind in Kind}
    present = {path.name: path.read_bytes() for path in folder.glob("*.schema.json")}
    names = wanted.keys() | present.keys()
    return [f"{FOLDER}/{name}" for name in sorted(names) if wanted.get(name) != present.get(name)]
