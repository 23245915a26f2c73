"""GZG012: a file in a place where no file is expected, or with a name that cannot be shown."""

from collections.abc import Iterator

from gzg.diagnostics import FILE_START, Finding, Place, Severity
from gzg.repository.layout import is_expected
from gzg.rules.places import nearest_place, required_files
from gzg.rules.rule import CatalogueRule, Context


def check(context: Context) -> Iterator[Finding]:
    repository = context.catalogue.repository
    records = {path for paths in repository.index.values() for path in paths.values()}
    for path in repository.paths:
        if path.isprintable() and (path in records or is_expected(path)):
            continue
        if repository.tree.size(path) < 0:
            continue  # a link: GZG010 speaks
        suggestion = nearest_place(path)
        if suggestion in repository.known_paths:
            suggestion = None
        if suggestion in required_files(path.rpartition("/")[0]):
            continue  # a record without its file: GZG013 speaks
        values = {"odd_name": not path.isprintable(), "suggestion": suggestion}
        yield Finding(Place(path, span=FILE_START), values)


RULE = CatalogueRule(code="GZG012", severity=Severity.WARNING, check=check)
