"""The figures as a table for a person, and as versioned JSON for a program."""

import json
from collections.abc import Iterable
from decimal import Decimal

from rich.box import SIMPLE_HEAD
from rich.table import Table

from gzg.figures.figure import Figure, Unit
from gzg.model.base import localised
from gzg.repository.catalogue import Catalogue
from gzg.texts import Language, say
from gzg.texts.formats import readable

VERSION = 1


def as_json(figures: Iterable[Figure], catalogue: Catalogue, language: Language) -> str:
    """`{"version": 1, "figures": […]}`, with a line break at the end."""
    rows = [
        {
            "id": figure.id,
            "title": heading(figure, catalogue, language),
            "definition": figure.definition(language),
            "official": _number(figure.official.value if figure.official else None),
            "approximate": figure.official is not None and figure.official.approximate,
            "computed": _number(figure.computed),
            "coverage": _coverage(figure),
            "sources": _sources(figure, catalogue),
        }
        for figure in figures
    ]
    whole = {"version": VERSION, "figures": rows}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def as_table(figures: Iterable[Figure], catalogue: Catalogue, language: Language) -> Table:
    """A table for the screen: what, official, ours, and of how many projects ours is known."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for column in ("title", "official", "computed", "coverage"):
        is_title = column == "title"
        table.add_column(
            say("figure-words", column, language), justify="left" if is_title else "right"
        )
    for figure in figures:
        table.add_row(
            heading(figure, catalogue, language),
            official_amount(figure, language),
            amount(figure.computed, figure.unit, language),
            coverage_words(figure, language),
        )
    return table


def heading(figure: Figure, catalogue: Catalogue, language: Language) -> str:
    """The figure's title with the call and the term that it is about."""
    parts = [figure.title(language)]
    subject = figure.subject
    programme = catalogue.programme
    main = programme.main_language if programme else str(language)
    if subject.dimension and subject.term:
        term = catalogue.terms(subject.dimension).get(subject.term)
        parts.append(localised(term.title, language, main)[0] if term else subject.term)
    call = catalogue.calls.get(subject.call or "")
    if call:
        parts.append(localised(call.title, language, main)[0])
    return " – ".join(parts)


def official_amount(figure: Figure, language: Language) -> str:
    """The official number, which says so when it is rounded; a dash where there is none."""
    official = figure.official
    number = amount(official.value if official else None, figure.unit, language)
    if official and official.approximate:
        return say("figure-words", "approximate", language, value=number)
    return number


def amount(value: Decimal | None, unit: Unit, language: Language) -> str:
    """A number with its unit; a dash where it is not known."""
    if value is None:
        return "–"
    number = readable(float(value) if unit is Unit.PERCENT else value, language)
    return say("figure-words", f"unit.{unit}", language, value=number)


def coverage_words(figure: Figure, language: Language) -> str:
    """ "30 van 61", or a dash where nobody said of how many the records are a part."""
    if figure.coverage is None or figure.computed is None:
        return "–"
    known, of = figure.coverage.known, figure.coverage.of
    return say("figure-words", "of", language, known=known, of=of)


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return float(value) if value % 1 else int(value)


def _coverage(figure: Figure) -> dict[str, object] | None:
    if figure.coverage is None:
        return None
    coverage = figure.coverage
    return {"known": coverage.known, "of": coverage.of, "full": coverage.is_full}


def _sources(figure: Figure, catalogue: Catalogue) -> list[dict[str, object]]:
    ids = figure.official.sources if figure.official else ()
    known = [(id, catalogue.sources[id]) for id in ids if id in catalogue.sources]
    return [
        {
            "id": id,
            "title": source.title,
            "publisher": source.publisher,
            "kind": source.kind,
            "url": source.url,
        }
        for id, source in known
    ]
