"""GZG402: a record that was published is no longer there.

What belongs to a record in the same folder, such as a dossier's receipt, goes unsaid when the
record itself is gone: that is told once.
"""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Place, Severity
from gzg.model.kinds import Kind
from gzg.repository.layout import Owner, folder_of, record_at
from gzg.repository.source_file import SourceFile
from gzg.rules.pull_requests import is_of_office
from gzg.rules.rule import CatalogueRule, Context

WHOLE = {Kind.PROGRAMME, Kind.SOURCES}
"""Files of which there is one: a programme without them is not read at all."""

BESIDE = {
    Kind.RECEIPT: "submission.yml",
    Kind.ADMISSIBILITY: "submission.yml",
    Kind.ADVICE: "call.yml",
    Kind.DECISION: "call.yml",
}
"""Kinds that stand in the folder of another record, and the file of that one."""


def check(context: Context) -> Iterator[Finding]:
    known = context.catalogue.repository.known_paths
    for path, before in context.history.before.items():
        if path in known or before.data.get("draft") is True:
            continue
        owner = record_at(path)
        if owner and owner.kind not in WHOLE and not is_told(path, owner, context):
            values = {"place": named(path), "new_place": moved_to(owner, before, context)}
            yield Finding(Place(path), values)


def is_told(path: str, owner: Owner, context: Context) -> bool:
    """Whether the record it belongs to is gone too, or GZG424 says that it is the office's."""
    main = f"{folder_of(path)}/{BESIDE.get(owner.kind)}"
    if main in context.history.before and main not in context.catalogue.repository.known_paths:
        return owner.kind in BESIDE
    pull_request = context.pull_request
    return pull_request is not None and not pull_request.is_maintainer and is_of_office(path)


def named(path: str) -> str:
    """What a person sees go away: a record's folder, or its file where that is not the folder's."""
    owner = record_at(path)
    is_folder = path.count("/") > 2 and owner is not None and owner.kind not in BESIDE
    return folder_of(path) if is_folder else path


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
