"""Dates, amounts, sources and how a fact is known, in words for the page."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from babel.numbers import format_decimal

from gzg.model.dates import Moment, PartialDate
from gzg.model.facts import Amount, Basis, Conflict, Fact, Sourced
from gzg.model.project import Party
from gzg.site.addresses import Section
from gzg.site.edition import Edition
from gzg.site.page import Data
from gzg.texts.formats import LOCALES, readable


class Citations:
    """The sources of one page, numbered in the order in which they are first named."""

    def __init__(self, edition: Edition, ids: Iterable[str] = ()) -> None:
        self._edition = edition
        self._numbers: dict[str, int] = {}
        self.numbers(ids)

    def numbers(self, ids: Iterable[str]) -> list[int]:
        """The numbers of these sources; a source that does not exist has none."""
        known = [id for id in ids if id in self._edition.catalogue.sources]
        return [self._numbers.setdefault(id, len(self._numbers) + 1) for id in known]

    def listed(self) -> list[Data]:
        """Every source named so far, by number."""
        return [
            {"number": number, **source_data(self._edition, id)}
            for id, number in self._numbers.items()
        ]


def source_data(edition: Edition, id: str) -> Data:
    """Title, publisher, kind, date and address of a source."""
    source = edition.catalogue.sources[id]
    return {
        "id": id,
        "title": source.title,
        "publisher": source.publisher,
        "kind": edition.label(source.kind) if source.kind else None,
        "url": source.url,
        "date": partial_date(edition, source.date) if source.date else None,
        "note": edition.said(source.note),
        "href": f"{edition.address(Section.SOURCES)}#{id}",
    }


def known(
    edition: Edition, fact: Fact | None, citations: Citations, *, basis_shown: bool = True
) -> Data | None:
    """How a fact is known, beyond its being stated in the record's sources; None if only that."""
    if fact is None:
        return None
    basis = basis_words(edition, fact) if basis_shown else None
    cited = citations.numbers(fact.sources)
    if not (basis or fact.note or cited):
        return None
    return {"basis": basis, "note": edition.said(fact.note), "cites": cited}


def known_role(edition: Edition, party: Party, citations: Citations) -> Data | None:
    """How a party's role is known; that it is presumed is said in the role itself."""
    shown = party.basis is not Basis.INFERRED
    return known(edition, party, citations, basis_shown=shown)


class Row(NamedTuple):
    """A row of a table of facts; `fact` says how it is known where the record's own does not."""

    name: str
    values: tuple[object, ...]
    fact: Fact | None = None


def fact_table(
    edition: Edition,
    rows: Iterable[Row],
    provenance: Mapping[str, Fact],
    citations: Citations,
    subject: str = "fact",
) -> list[Data]:
    """The rows as the page shows them, each with its label and how it is known."""
    return [
        {
            "label": edition.say(f"{subject}.{row.name}"),
            "values": list(row.values),
            "known": known(edition, row.fact or provenance.get(row.name), citations),
        }
        for row in rows
        if row.values
    ]


def basis_words(edition: Edition, fact: Fact) -> str | None:
    """“vermoedelijk”, “afgeleid”, “volgens de pers”; None for what a source simply states."""
    if fact.basis is None or fact.basis is Basis.STATED:
        return None
    if fact.basis is Basis.REPORTED:
        kinds = {
            source.kind
            for id in fact.sources
            if (source := edition.catalogue.sources.get(id)) and source.kind
        }
        if len(kinds) == 1:
            return edition.say(f"reported.{kinds.pop()}")
    return edition.label(fact.basis)


def presumed(edition: Edition, word: str, fact: Fact) -> str:
    """The word itself, or “vermoedelijk …” where it is inferred."""
    if fact.basis is Basis.INFERRED:
        return edition.say("presumed", word=word[:1].lower() + word[1:])
    return word


def day(edition: Edition, value: date) -> str:
    """12 november 2021."""
    return readable(value, edition.language)


def partial_date(edition: Edition, value: PartialDate) -> str:
    """2022, december 2022 or 1 december 2022."""
    if value.month is None:
        return str(value.year)
    if value.day is None:
        month = LOCALES[edition.language].months["stand-alone"]["wide"][value.month]
        return f"{month} {value.year}"
    return day(edition, value.first_day)


def opening(edition: Edition, moment: Moment) -> str:
    """The day from which, with the hour where it is known."""
    return _moment(edition, moment, "from")


def closing(edition: Edition, moment: Moment) -> str:
    """The day up to and including which, or the hour until which."""
    return _moment(edition, moment, "until")


def _moment(edition: Edition, moment: Moment, which: str) -> str:
    if moment.clock is None:
        return edition.say(f"moment.{which}-day", day=moment.day)
    clock = moment.clock.strftime("%H:%M")
    return edition.say(f"moment.{which}-hour", day=moment.day, clock=clock)


def period(edition: Edition, begins: date | None, ends: date | None) -> str | None:
    """A stretch of days; one day where both are the same."""
    if begins and ends:
        if begins == ends:
            return day(edition, begins)
        return edition.say("period.both", begins=begins, ends=ends)
    if begins:
        return edition.say("period.begins", begins=begins)
    return edition.say("period.ends", ends=ends) if ends else None


def amount(edition: Edition, value: Amount) -> str:
    """150.000 euro; “ongeveer” where it is rounded."""
    key = "amount.approximate" if value.approximate else "amount.exact"
    return edition.say(key, value=value.value)


def percent(edition: Edition, value: Decimal) -> str:
    """78 %; one decimal where there is one."""
    shown = format_decimal(value, "#,##0.#", locale=LOCALES[edition.language])
    return edition.say("percent", value=shown)


def conflicts(edition: Edition, found: Sequence[Conflict], citations: Citations) -> list[Data]:
    """Sources that disagree: what each says, what was taken, and why."""
    return [
        {
            "about": edition.said(conflict.about),
            "claims": [
                {"says": edition.said(claim.says), "cites": citations.numbers(claim.sources)}
                for claim in conflict.claims
            ],
            "taken": edition.said(conflict.taken),
            "why": edition.said(conflict.why),
        }
        for conflict in found
    ]


def sourced(edition: Edition, record: Sourced, citations: Citations) -> Data:
    """The end of every record's page: conflicts, what is unknown, and the sources."""
    disagreements = conflicts(edition, record.conflicts, citations)
    return {
        "conflicts": disagreements,
        "unknown": [edition.said(text) for text in record.unknown],
        "sources": citations.listed(),
    }
