"""Calls: an index, and a page for each with its rules, its changes and its results."""

from collections.abc import Iterator

from gzg.model.call import Call, Duration, Eligibility, Scoring
from gzg.model.facts import Fact
from gzg.model.kinds import Kind
from gzg.model.project import Project
from gzg.repository.repository import Record
from gzg.site.addresses import Section
from gzg.site.edition import Edition, unique
from gzg.site.page import Data, Page
from gzg.site.pages.amendments import amendment_rows
from gzg.site.pages.figures import figure_rows, figures_of_call
from gzg.site.pages.projects import project_row, projects
from gzg.site.readme import text_of
from gzg.site.wording import (
    Citations,
    amount,
    closing,
    day,
    known,
    opening,
    period,
    sourced,
)


def pages(edition: Edition) -> Iterator[Page]:
    """The index and the page of every call."""
    yield Page(
        address=edition.address(Section.CALLS),
        language=edition.language,
        title=edition.say("section.calls"),
        template="calls.html",
        section=Section.CALLS,
        record={"calls": call_rows(edition)},
        crumbs=edition.crumbs(),
        changed=edition.changed("content/calls/"),
    )
    for record, call in calls(edition):
        yield _page(edition, record, call)


def calls(edition: Edition) -> list[tuple[Record, Call]]:
    """Every call by number; drafts are not shown."""
    found = [
        (record, record.model)
        for record in edition.records(Kind.CALL)
        if isinstance(record.model, Call) and not record.model.draft
    ]
    return sorted(found, key=lambda item: (item[1].number, item[0].id))


def call_rows(edition: Edition) -> list[Data]:
    """The calls as a list shows them."""
    return [
        {
            **edition.record_link(Kind.CALL, record.id),
            "summary": edition.said(call.summary),
            "type": edition.term("type", call.type),
            "focuses": [edition.term("focus", id) for id in call.focuses],
            "demo": call.demo,
            **_moments(edition, call),
        }
        for record, call in calls(edition)
    ]


def _moments(edition: Edition, call: Call) -> Data:
    """The dates in words, and as instants for the script that says whether it is open."""
    return {
        "opens": opening(edition, call.opens) if call.opens else None,
        "closes": closing(edition, call.closes) if call.closes else None,
        "opens_at": call.opens.first_instant(edition.zone).isoformat() if call.opens else None,
        "closes_at": call.closes.last_instant(edition.zone).isoformat() if call.closes else None,
    }


def _page(edition: Edition, record: Record, call: Call) -> Page:
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
            **_moments(edition, call),
            "facts": _facts(edition, call, citations),
            "amendments": amendment_rows(edition, call, citations),
            "eligibility": _eligibility(edition, call.eligibility, citations),
            **_lists(edition, call, citations),
            "scoring": _scoring(edition, call.scoring, citations),
            "figures": figure_rows(edition, figures_of_call(edition, record.id), citations),
            "projects": [
                project_row(edition, *each)
                for each in projects(edition)
                if each[1].call == record.id
            ],
            "follow_up": [edition.record_link(Kind.CALL, id) for id in call.follow_up_calls],
            **sourced(edition, call, citations),
        },
        body=text_of(edition, record, address),
        description=edition.text(call.summary) if call.summary else "",
        crumbs=edition.crumbs(Section.CALLS),
        filters=_filters(edition, record, call),
        changed=edition.changed(f"{record.folder}/"),
    )


def _filters(edition: Edition, record: Record, call: Call) -> dict[str, tuple[str, ...]]:
    return {
        "kind": (edition.say("kind.call"),),
        "focus": tuple(edition.term("focus", id) for id in call.focuses),
        "type": (edition.term("type", call.type),),
        "call": (edition.text(call.title),),
        "municipality": unique(_municipalities(edition, record)),
    }


def _municipalities(edition: Edition, record: Record) -> Iterator[str | None]:
    for link in edition.catalogue.incoming("call", record.id):
        project = link.record.model
        if isinstance(project, Project) and link.reference.field == ("call",):
            when = edition.catalogue.date_of_project(project)
            for party in project.parties:
                yield edition.municipality_name(party.organisation, when)


def _facts(edition: Edition, call: Call, citations: Citations) -> list[Data]:
    rows: list[tuple[str, object, Fact | None]] = [
        ("type", edition.term("type", call.type), None),
        ("opens", opening(edition, call.opens) if call.opens else None, None),
        ("closes", closing(edition, call.closes) if call.closes else None, None),
    ]
    assessment, decision = call.assessment, call.decision
    if assessment:
        rows.append(("assessment", period(edition, assessment.begins, assessment.ends), assessment))
    if decision:
        decided = day(edition, decision.date) if decision.date else edition.say("day-unknown")
        rows.append(("decision", decided, decision))
    if call.maximum_grant is not None:
        rows.append(
            ("maximum_grant", edition.say("amount.exact", value=call.maximum_grant), None)
        )
    if call.budget:
        rows.append(("budget", amount(edition, call.budget), call.budget))
    if call.cofinancing:
        rows.append(("cofinancing", _cofinancing(edition, call), call.cofinancing))
    for name, duration in (("term", call.term), ("start_rule", call.start_rule)):
        if duration:
            rows.append((name, _duration(edition, duration, name), duration))
    shown = [
        {
            "label": edition.say(f"fact.{name}"),
            "values": [value],
            "known": known(edition, fact or call.provenance.get(name), citations),
        }
        for name, value, fact in rows
        if value
    ]
    focuses: list[object] = [edition.term("focus", id) for id in call.focuses]
    shown.insert(
        1,
        {
            "label": edition.say("fact.focus"),
            "values": focuses,
            "known": known(edition, call.provenance.get("focuses"), citations),
        },
    )
    return shown


def _cofinancing(edition: Edition, call: Call) -> object:
    cofinancing = call.cofinancing
    if cofinancing is None or cofinancing.minimum_percentage is None:
        return edition.said(cofinancing.description) if cofinancing else None
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


def _eligibility(
    edition: Edition, eligibility: Eligibility | None, citations: Citations
) -> Data | None:
    """Who may hand in, as labels with values."""
    if eligibility is None:
        return None
    rows: list[Data] = []
    for name in ("lead_kinds", "partner_kinds", "subcontractor_kinds"):
        if kinds := getattr(eligibility, name):
            values = [edition.term("organisation-kind", id) for id in kinds]
            rows.append({"label": edition.say(f"eligibility.{name}"), "values": values})
    if minimum := eligibility.minimum_other_local_governments:
        rows.append(
            {"label": edition.say("eligibility.minimum"), "values": [edition.say("count", value=minimum)]}
        )
    for name in ("territory", "already_running", "resubmission"):
        if text := getattr(eligibility, name):
            label = edition.say(f"eligibility.{name}")
            rows.append({"label": label, "values": [edition.said(text)]})
    return {"facts": rows, "known": known(edition, eligibility, citations)}


def _lists(edition: Edition, call: Call, citations: Citations) -> dict[str, list[Data]]:
    """The lists of a call: each entry its words and how it is known."""
    terms = edition.catalogue.terms("dossier-part")
    return {
        "activities": [
            {"text": edition.said(each.title), "known": known(edition, each, citations)}
            for each in call.eligible_activities
        ],
        "emphasis": [
            {"text": edition.said(each.title), "known": known(edition, each, citations)}
            for each in call.emphasis
        ],
        "dossier_parts": [
            {
                "text": edition.term("dossier-part", each.part),
                "about": edition.said(term.description)
                if (term := terms.get(each.part))
                else None,
                "known": known(edition, each, citations),
            }
            for each in call.dossier_parts
        ],
        "agenda": [
            {
                "text": edition.said(each.title),
                "when": period(edition, each.begins, each.ends),
                "compulsory": each.compulsory,
                "known": known(edition, each, citations),
            }
            for each in call.agenda
        ],
        "support": [
            {
                "text": edition.said(each.title),
                "href": each.url,
                "known": known(edition, each, citations),
            }
            for each in call.support
        ],
    }


def _scoring(edition: Edition, scoring: Scoring | None, citations: Citations) -> Data | None:
    """The clusters with their criteria, and the rules of the jury."""
    if scoring is None:
        return None
    return {
        "total": scoring.total,
        "clusters": [
            {
                "title": edition.said(cluster.title),
                "weight": edition.say("weight", weight=cluster.weight) if cluster.weight else None,
                "criteria": [
                    {
                        "title": edition.said(criterion.title),
                        "about": edition.said(criterion.description),
                        "weight": edition.say("weight", weight=criterion.weight)
                        if criterion.weight
                        else None,
                    }
                    for criterion in cluster.criteria
                ],
            }
            for cluster in scoring.clusters
        ],
        "rules": [edition.said(rule) for rule in scoring.rules],
        "known": known(edition, scoring, citations),
    }
