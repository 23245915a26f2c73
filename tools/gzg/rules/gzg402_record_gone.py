"""GZG402: a record that was published is no longer there."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Place, Severity
from gzg.model.kinds import Kind
from gzg.repository.layout import Owner, folder_of, record_at
from gzg.repository.source_file import SourceFile
from gzg.rules.rule import CatalogueRule, Context

WHOLE = {Kind.PROGRAMME, Kind.SOURCES}
"""Files of which there is one: a programme without them is not read at all."""


def check(context: Context) -> Iterator[Finding]:
    known = context.catalogue.repository.known_paths
    for path, before in context.history.before.items():
        if path in known or before.data.get("draft") is True:
            continue
        owner = record_at(path)
        if owner and owner.kind not in WHOLE:
            values = {"place": named(path), "new_place": moved_to(owner, before, context)}
            yield Finding(Place(path), values)


def named(path: str) -> str:
    """What a person sees go away: a record's folder, or its file where it has no folder."""
    return folder_of(path) if path.count("/") > 2 else path


def moved_to(owner: Owner, before: SourceFile, context: Context) -> str | None:
    """The new record of the same kind and title, which is most likely the same one renamed."""
    repository = context.catalogue.repository
    title = before.data.get("title", before.data.get("name"))
    for path in sorted(context.history.touched - context.history.before.keys()):
        other = record_at(path)
        if other and other.kind == owner.kind and path in repository.known_paths:
            data = repository.source(path).data
            if title is not None and data.get("title", data.get("name")) == title:
                return named(path)
    return None


RULE = CatalogueRule(code="GZG402", severity=Severity.ERROR, check=check)
