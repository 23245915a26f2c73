"""GZG307: an official figure that differs from the records although every record is there."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gzg.diagnostics import Finding, Severity
from gzg.model.call import Call
from gzg.model.facts import Sourced
from gzg.model.kinds import Kind
from gzg.model.programme import Programme
from gzg.model.project import Project
from gzg.repository.catalogue import Catalogue
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule
from gzg.texts import Language
from gzg.texts.formats import Phrase

if TYPE_CHECKING:
    from gzg.figures.figure import Figure


def check(record: Record, model: Sourced, context: Context) -> Iterator[Finding]:
    if not isinstance(model, Call | Programme) or not model.official_figures:
        return
    # Loaded where somebody stated a figure: most records state none.
    from gzg.figures.compute import compute

    call = model.id if isinstance(model, Call) else None
    figures = {id(figure.official): figure for figure in compute(context.catalogue)}
    for index, official in enumerate(model.official_figures):
        figure = figures.get(id(official))
        if figure is None or official.difference or not figure.disagrees:
            continue
        if not has_unread_projects(context.catalogue, call):
            place = record.at("official_figures", index, "value")
            yield Finding(place, values_of(figure))


def values_of(figure: "Figure") -> dict[str, object]:
    """What the message tells: the figure's name, both numbers, and how many projects are known."""
    assert figure.official is not None
    assert figure.coverage is not None
    return {
        "figure": Phrase(nl=figure.title(Language.NL), en=figure.title(Language.EN)),
        "official": figure.official.value,
        "computed": figure.computed,
        "known": figure.coverage.known,
    }


def has_unread_projects(catalogue: Catalogue, call: str | None) -> bool:
    """Whether a project that may count cannot be read, lacks a value, or names what is not there.

    Such a project has its own diagnostic; the count that lacks it is no second fault.
    """
    for record in catalogue.repository.records(Kind.PROJECT):
        project = record.model
        if not isinstance(project, Project):
            return True
        if record.source.without_value:
            return True
        if call in (None, project.call) and catalogue.unresolved(record):
            return True
    return False


RULE = RecordRule(code="GZG307", severity=Severity.ERROR, model=Sourced, check=check)
