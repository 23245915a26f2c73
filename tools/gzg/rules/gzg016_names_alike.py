"""GZG016: two names that some computers take for one."""

from collections.abc import Iterator

from gzg.diagnostics import FILE_START, Finding, Place, Severity
from gzg.rules.file_names import collisions
from gzg.rules.rule import CatalogueRule, Context


def check(context: Context) -> Iterator[Finding]:
    repository = context.catalogue.repository
    found = collisions(sorted(repository.known_paths))
    told: set[str] = set()
    for path in repository.paths if found else ():
        above = path
        while above and above not in found:
            above = above.rpartition("/")[0]
        if above and above not in told:
            told.add(above)
            name = found[above].rpartition("/")[2]
            yield Finding(Place(path, span=FILE_START), {"other": name})


RULE = CatalogueRule(code="GZG016", severity=Severity.ERROR, check=check)
