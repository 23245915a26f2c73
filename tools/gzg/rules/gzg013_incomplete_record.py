"""GZG013: the folder of a record without its data, or without the text that people read."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from gzg.diagnostics import FILE_START, Finding, Place, Severity
from gzg.repository.layout import folder_of
from gzg.rules.places import nearest_place, required_files
from gzg.rules.rule import Context, PathRule


def check(paths: Sequence[str], context: Context) -> Iterator[Finding]:
    known = context.catalogue.repository.known_paths
    by_folder = defaultdict(list)
    for path in paths:
        by_folder[folder_of(path)].append(path)
    for folder, inside in by_folder.items():
        for wanted in required_files(folder):
            if wanted not in known:
                yield finding(wanted, inside)


def finding(wanted: str, paths: Sequence[str]) -> Finding:
    """At the file that was meant, where its name is only a little wrong; else at the first one."""
    misnamed = next((path for path in paths if nearest_place(path) == wanted), None)
    values = {
        "file": wanted.rpartition("/")[2],
        "misnamed": misnamed and misnamed.rpartition("/")[2],
    }
    return Finding(Place(misnamed or paths[0], span=FILE_START), values)


RULE = PathRule(code="GZG013", severity=Severity.ERROR, check=check)
