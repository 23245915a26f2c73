"""GZG016: two names that some computers take for one."""

from collections import Counter
from collections.abc import Iterator, Sequence, Set

from gzg.diagnostics import FILE_START, Finding, Place, Severity
from gzg.repository.layout import paths_in
from gzg.rules.file_names import are_apart, are_distinct, collisions, rivals
from gzg.rules.rule import Context, PathRule


def check(paths: Sequence[str], context: Context) -> Iterator[Finding]:
    repository = context.catalogue.repository
    if len(paths) == len(repository.paths):
        judged: Set[str] = repository.known_paths
        is_clear = are_distinct(judged)
    else:
        judged = with_folders(paths, repository.paths)
        is_clear = are_apart(judged, repository.paths)
    if is_clear:
        return
    found = collisions(sorted(judged), rivals(judged, repository.known_paths))
    told: set[str] = set()
    for path in paths if found else ():
        above = path
        while above and above not in found:
            above = above.rpartition("/")[0]
        if above and above not in told:
            told.add(above)
            name = found[above].rpartition("/")[2]
            yield Finding(Place(path, span=FILE_START), {"other": name})


def with_folders(paths: Sequence[str], known: Sequence[str]) -> frozenset[str]:
    """Files and the folders that hold nothing else: a folder that is shared was there before."""
    inside = Counter(folder for path in paths for folder in folders_above(path))
    own = (folder for folder, count in inside.items() if count == len(paths_in(folder, known)))
    return frozenset(paths).union(own)


def folders_above(path: str) -> Iterator[str]:
    """Every folder that a file is in."""
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


RULE = PathRule(code="GZG016", severity=Severity.ERROR, check=check)
