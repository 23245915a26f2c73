"""GZG017: a hidden file or folder, such as one that steers Git."""

from collections.abc import Iterator, Sequence

from gzg.diagnostics import FILE_START, Finding, Place, Severity
from gzg.rules.file_names import hidden_part, problem_of
from gzg.rules.rule import Context, PathRule


def check(paths: Sequence[str], context: Context) -> Iterator[Finding]:
    told: set[str] = set()
    for path in paths:
        name = hidden_part(path)
        if name is None or problem_of(path):
            continue
        place = path[: path.index(f"/{name}")] + f"/{name}"
        if place not in told:
            told.add(place)
            values = {"name": name, "git": name.lower().startswith(".git")}
            yield Finding(Place(path, span=FILE_START), values)


RULE = PathRule(code="GZG017", severity=Severity.ERROR, check=check)
