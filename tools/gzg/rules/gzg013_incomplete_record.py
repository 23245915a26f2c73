"""GZG013: the folder of a record without its data, or without the text that people read."""

from collections.abc import Iterator

from gzg.diagnostics import FILE_START, Finding, Place, Severity
from gzg.rules.places import nearest_place, required_files
from gzg.rules.rule import CatalogueRule, Context


def check(context: Context) -> Iterator[Finding]:
    repository = context.catalogue.repository
    for folder, paths in repository.files_by_folder.items():
        for wanted in required_files(folder):
            if wanted not in repository.known_paths:
                yield finding(wanted, paths)


def finding(wanted: str, paths: tuple[str, ...]) -> Finding:
    """At the file that was meant, where its name is only a little wrong; else at the first one."""
    misnamed = next((path for path in paths if nearest_place(path) == wanted), None)
    values = {
        "file": wanted.rpartition("/")[2],
        "misnamed": misnamed and misnamed.rpartition("/")[2],
    }
    return Finding(Place(misnamed or paths[0], span=FILE_START), values)


RULE = CatalogueRule(code="GZG013", severity=Severity.ERROR, check=check)
