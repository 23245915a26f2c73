"""GZG307: an official figure that differs from the records although every record is there."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Severity
from gzg.figures.compute import compute
from gzg.figures.figure import Figure
from gzg.model.call import Call
from gzg.model.figures import OfficialFigure
from gzg.model.kinds import Kind
from gzg.model.programme import Programme
from gzg.rules.rule import CatalogueRule, Context


def check(context: Context) -> Iterator[Finding]:
    for figure in compute(context.catalogue):
        official = figure.official
        if official is None or official.difference or not figure.disagrees:
            continue
        values = {
            "figure": official.figure,
            "official": official.value,
            "computed": figure.computed,
            "known": figure.coverage.known if figure.coverage else 0,
        }
        yield finding_at(figure, official, values, context)


def finding_at(
    figure: Figure, official: OfficialFigure, values: dict[str, object], context: Context
) -> Finding:
    """The finding at the official figure's own entry in the programme or the call."""
    call = figure.subject.call
    repository = context.catalogue.repository
    record = (
        repository.record(Kind.CALL, call)
        if call
        else repository.record(Kind.PROGRAMME, "programme")
    )
    assert record is not None
    model = record.model
    assert isinstance(model, Call | Programme)
    index = next(i for i, each in enumerate(model.official_figures) if each is official)
    return Finding(record.at("official_figures", index, "value"), values)


RULE = CatalogueRule(code="GZG307", severity=Severity.ERROR, check=check)
