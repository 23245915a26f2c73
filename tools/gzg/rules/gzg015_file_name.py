"""GZG015: a name of a file or folder that does not work on every computer, or hides something."""

from collections.abc import Iterator, Sequence

from gzg.diagnostics import FILE_START, Finding, Place, Severity
from gzg.rules.file_names import are_usual, problem_of
from gzg.rules.rule import Context, PathRule


def check(paths: Sequence[str], context: Context) -> Iterator[Finding]:
    for path in () if are_usual(paths) else paths:
        if problem := problem_of(path):
            yield Finding(Place(path, span=FILE_START), {problem: True})


RULE = PathRule(code="GZG015", severity=Severity.ERROR, check=check)
