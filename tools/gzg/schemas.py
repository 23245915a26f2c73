"""The schema files of a repository: written, and compared with what models and calls say now.

What stands in the schema of a kind is for `model.schema`; those of calls are handed to it.
"""

from collections.abc import Mapping
from pathlib import Path

from gzg.model.kinds import Kind
from gzg.model.schema import file_name, rendered

FOLDER = "schemas"


def write(root: Path, of_calls: Mapping[str, bytes]) -> None:
    """Write the schema of every kind of record and of every call, to the folder `schemas`."""
    for path, raw in wanted(of_calls).items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(raw)


def stale(root: Path, of_calls: Mapping[str, bytes]) -> list[str]:
    """The schema files, relative to `root`, that are absent, outdated or of nothing; sorted."""
    right = wanted(of_calls)
    found = (path for path in (root / FOLDER).rglob("*.schema.json") if path.is_file())
    present = {path.relative_to(root).as_posix(): path.read_bytes() for path in found}
    names = right.keys() | present.keys()
    return [name for name in sorted(names) if right.get(name) != present.get(name)]


def wanted(of_calls: Mapping[str, bytes]) -> dict[str, bytes]:
    """Every schema file that must be there: its path → its bytes."""
    of_kinds = {f"{FOLDER}/{file_name(kind)}": rendered(kind).encode() for kind in Kind}
    return {**of_kinds, **of_calls}
