"""GZG016: two names that some computers take for one."""

from collections.abc import Iterable, Iterator, Sequence

from gzg.diagnostics import FILE_START, Finding, Place, Severity
from gzg.rules.file_names import collisions, rivals
from gzg.rules.rule import Context, PathRule


def check(paths: Sequence[str], context: Context) -> Iterator[Finding]:
    repository = context.catalogue.repository
    judged = {*paths, *own_folders(paths, repository.paths)}
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


def own_folders(paths: Sequence[str], known: Sequence[str]) -> set[str]:
    """The folders that hold nothing but these files: what a folder shares was there before."""
    given = frozenset(paths)
    above = folders_of(given)
    return above - folders_of(path for path in known if path not in given) if above else above


def folders_of(paths: Iterable[str]) -> set[str]:
    """Every folder above these files."""
    found: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


RULE = PathRule(code="GZG016", severity=Severity.ERROR, check=check)
