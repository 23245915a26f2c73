"""GZG012: a file in a place where no file is expected."""

from collections.abc import Iterator, Mapping, Sequence

from gzg.diagnostics import FILE_START, Finding, Place, Severity
from gzg.repository.layout import is_expected
from gzg.rules.file_names import collisions, hidden_part, problem_of, rivals
from gzg.rules.places import nearest_place, required_files
from gzg.rules.pull_requests import is_misplaced
from gzg.rules.rule import Context, PathRule


def check(paths: Sequence[str], context: Context) -> Iterator[Finding]:
    repository = context.catalogue.repository
    alike: Mapping[str, str] | None = None
    for path in paths:
        if is_expected(path):
            continue
        if problem_of(path) or hidden_part(path):
            continue  # its name: GZG015 or GZG017 speaks
        if repository.tree.size(path) < 0:
            continue  # a link: GZG010 speaks
        if is_misplaced(path, context):
            continue  # GZG428 speaks
        suggestion = nearest_place(path)
        if suggestion in repository.known_paths:
            suggestion = None
        if suggestion in required_files(path.rpartition("/")[0]):
            continue  # a record without its file: GZG013 speaks
        if alike is None:
            alike = collisions(paths, rivals(paths, repository.paths))
        if path in alike:
            continue  # its name: GZG016 speaks
        yield Finding(Place(path, span=FILE_START), {"suggestion": suggestion})


RULE = PathRule(code="GZG012", severity=Severity.WARNING, check=check)
