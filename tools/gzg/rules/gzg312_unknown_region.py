"""GZG312: a province of the register that is not a region of the programme."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Place, Severity, Span
from gzg.repository import layout
from gzg.rules.rule import CatalogueRule, Context


def check(context: Context) -> Iterator[Finding]:
    regions = context.catalogue.terms("region")
    if not regions:
        return
    lines = context.catalogue.repository.source(layout.REGISTER).text.splitlines()
    said: set[str] = set()
    for municipality in context.catalogue.register.municipalities:
        province = municipality.province
        if province not in regions and province not in said:
            said.add(province)
            place = Place(layout.REGISTER, span=_row(lines, municipality.nis))
            yield Finding(place, {"region": province, "known": sorted(regions)})


def _row(lines: list[str], nis: str) -> Span:
    """The row of the register that begins with this code."""
    rows = enumerate(lines, start=1)
    number, text = next((n, row) for n, row in rows if row.lstrip('" ').startswith(nis))
    return Span(number, 1, number, len(text) + 1)


RULE = CatalogueRule(code="GZG312", severity=Severity.ERROR, check=check)
