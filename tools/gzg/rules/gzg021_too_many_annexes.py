"""GZG021: more annexes beside a dossier than anybody reads, or larger than a repository keeps."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from gzg.annexes.fault import LARGEST_ANNEX
from gzg.diagnostics import FILE_START, Finding, Place, Severity
from gzg.repository.layout import paths_in
from gzg.rules.rule import Context, PathRule

MOST = 100
LARGEST_SUM = 80_000_000
"""Bytes of all annexes of one dossier together: four of the largest that are allowed."""

_MEGABYTE = 1_000_000


def check(paths: Sequence[str], context: Context) -> Iterator[Finding]:
    repository = context.catalogue.repository
    known = repository.paths
    for folder, first in sorted(_annexes(paths).items()):
        inside = paths_in(folder, known)
        count = len(inside)
        # Of very many files the number tells enough.
        sizes = map(repository.tree.size, inside) if count <= MOST else ()
        # What is too large by itself is GZG009's.
        size = sum(each for each in sizes if 0 <= each <= LARGEST_ANNEX)
        if count > MOST or size > LARGEST_SUM:
            values = {
                "count": count,
                "most": MOST,
                "largest": LARGEST_SUM // _MEGABYTE,
                "size": -(-size // _MEGABYTE) if size else None,
            }
            yield Finding(Place(first, span=FILE_START), values)


def _annexes(paths: Sequence[str]) -> dict[str, str]:
    """The folders with annexes of dossiers, each with its first file."""
    found: defaultdict[str, str] = defaultdict(str)
    for path in paths:
        if path.startswith("submissions/") and "/annexes/" in path:
            parts = path.split("/")
            if parts[3] == "annexes":
                folder = "/".join(parts[:4])
                found[folder] = min(found[folder] or path, path)
    return found


RULE = PathRule(code="GZG021", severity=Severity.ERROR, check=check)
