"""GZG012: a file in a place where no file is expected, or with a name that cannot be shown."""

from collections.abc import Iterator

from gzg.diagnostics import FILE_START, Finding, Place, Severity
from gzg.repository.layout import folder_of, is_expected
from gzg.rules.places import nearest_place, required_files
from gzg.rules.rule import CatalogueRule, Context


def check(context: Context) -> Iterator[Finding]:
    repository = context.catalogue.repository
    for path in repository.paths:
        if path.isprintable() and is_expected(path):
            continue
        if repository.tree.size(path) < 0:
            continue  # a link: GZG010 speaks
        suggestion = nearest_place(path)
        is_there = suggestion in repository.known_paths
        if suggestion and not is_there and suggestion in required_files(folder_of(suggestion)):
            continue  # a record without its file: GZG013 speaks
        yield Finding(
            Place(path, span=FILE_START),
            {"path": path, "suggestion": None if is_there else suggestion},
        )


RULE = CatalogueRule(code="GZG012", severity=Severity.WARNING, check=check)
