"""The page of one call."""

from collections.abc import Iterator

from gzg.model.call import Call, Cofinancing, Duration
from gzg.model.facts import Origin
from gzg.model.kinds import Kind
from gzg.model.project import Project
from gzg.repository.repository import Record
from gzg.site.addresses import Section
from gzg.site.edition import Edition
from gzg.site.filters import call_filters
from gzg.site.page import Data, Page
from gzg.site.pages.amendments import amendment_rows
from gzg.site.pages.call_conditions import conditions
from gzg.site.pages.figures import figure_rows, figures_of_call, published_result
from gzg.site.pages.projects import by_title, project_row
from gzg.site.pages.submissions import submissions_of_call
from gzg.site.readme import language_of_text, text_of
from gzg.site.schema_files import schema_of_call
from gzg.site.wording import (
    Citations,
    Row,
    amount,
    closing,
    day,
    fact_table,
    opening,
    period,
    sourced,
)


def call_page(edition: Edition, record: Record, call: Call) -> Page:
    """All that is known of one call: its conditions, its changes and its results."""
    address = edition.address(Section.CALLS, record.id)
    citations = Citations(edition, call.sources)
    return Page(
        address=address,
        language=edition.language,
        title=edition.text(call.title),
        template="call.html",
        section=Section.CALLS,
        record={
            "summary": edition.said(call.summary),
            "demo": call.demo,
            "from_sources": call.origin is Origin.SOURCES,
            **moments(edition, call),
            "facts": _known_facts(edition, record.id, call, citations),
            "amendments": amendment_rows(edition, call, citations),
            **conditions(edition, call, citations),
            "figures": figure_rows(edition, figures_of_call(edition, record.id), citations),
            "projects": [project_row(edition, each.id) for each, _ in _projects(edition, record)],
            "follow_up": [edition.record_link(Kind.CALL, id) for id in call.follow_up_calls],
            **submissions_of_call(edition, record.id, call),
            **_handing_in(edition, record.id),
            **sourced(edition, call, citations),
        },
        title_language=edition.other_language(call.title),
        body=text_of(edition, record, address),
        body_language=language_of_text(edition, record),
        source=record.path,
        description=edition.text(call.summary) if call.summary else "",
        crumbs=edition.crumbs(Section.CALLS),
        filters=call_filters(edition, call, [each for _, each in _projects(edition, record)]),
        changed=edition.changed(record.folder),
    )


def _handing_in(edition: Edition, id: str) -> Data:
    """Where somebody starts who wants to hand in, and the schema of the dossier."""
    start = edition.address(Section.HAND_IN, id) if takes_dossiers(edition, id) else None
    return {"schema": schema_of_call(edition.catalogue, id), "start": start}


def takes_dossiers(edition: Edition, id: str) -> bool:
    """Whether somebody can hand in for a call, open at this moment or not: until it is decided."""
    is_decided = id in edition.catalogue.decisions
    return not is_decided and schema_of_call(edition.catalogue, id) is not None


def _projects(edition: Edition, record: Record) -> list[tuple[Record, Project]]:
    """The projects of this call, by title."""
    links = edition.catalogue.incoming("call", record.id)
    return by_title(edition, (link.record for link in links if link.reference.field == ("call",)))


def moments(edition: Edition, call: Call) -> Data:
    """The dates in words, and as instants for the script that says whether it is open."""
    return {
        "opens": opening(edition, call.opens) if call.opens else None,
        "closes": closing(edition, call.closes) if call.closes else None,
        "opens_at": call.opens.first_instant(edition.zone).isoformat() if call.opens else None,
        "closes_at": call.closes.last_instant(edition.zone).isoformat() if call.closes else None,
    }


def _known_facts(edition: Edition, id: str, call: Call, citations: Citations) -> list[Data]:
    """What the call brought, where that was published, and then its conditions."""
    result = published_result(edition, id, citations)
    facts = fact_table(edition, _facts(edition, call), call.provenance, citations)
    return [result, *facts] if result else facts


def _facts(edition: Edition, call: Call) -> Iterator[Row]:
    yield Row("type", (edition.term_link("type", call.type),))
    focuses = tuple(edition.term_link("focus", id) for id in call.focuses)
    yield Row("focus", focuses, call.provenance.get("focuses"))
    if call.opens:
        yield Row("opens", (opening(edition, call.opens),))
    if call.closes:
        yield Row("closes", (closing(edition, call.closes),))
    if assessed := call.assessment and period(
        edition, call.assessment.begins, call.assessment.ends
    ):
        yield Row("assessment", (assessed,), call.assessment)
    if decision := call.decision:
        decided = day(edition, decision.date) if decision.date else edition.say("day-unknown")
        yield Row("decision", (decided,), decision)
    yield from _money(edition, call)
    for name, duration in (("term", call.term), ("start_rule", call.start_rule)):
        if duration and (words := _duration(edition, duration, name)):
            yield Row(name, (words,), duration)


def _money(edition: Edition, call: Call) -> Iterator[Row]:
    if call.maximum_grant is not None:
        yield Row("maximum_grant", (edition.say("amount.exact", value=call.maximum_grant),))
    if call.budget:
        yield Row("budget", (amount(edition, call.budget),), call.budget)
    if call.cofinancing and (words := _cofinancing(edition, call.cofinancing)):
        yield Row("cofinancing", (words,), call.cofinancing)


def _cofinancing(edition: Edition, cofinancing: Cofinancing) -> object:
    if cofinancing.minimum_percentage is None:
        return edition.said(cofinancing.description)
    return edition.say("cofinancing", percentage=cofinancing.minimum_percentage)


def _duration(edition: Edition, duration: Duration, name: str) -> str | None:
    if duration.until:
        return edition.say(f"{name}.until", day=duration.until)
    if duration.months is None:
        return None
    if duration.counts_from is None:
        return edition.say(f"{name}.months", months=duration.months)
    event = edition.label(duration.counts_from)
    return edition.say(f"{name}.months-from", months=duration.months, event=event)
