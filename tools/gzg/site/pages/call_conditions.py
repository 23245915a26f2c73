"""The conditions of a call: who may apply, with what, and how the jury judges."""

from gzg.model.call import Activity, AgendaItem, Call, DossierPart, Eligibility, Scoring, Support
from gzg.site.edition import Edition
from gzg.site.page import Data
from gzg.site.wording import Citations, known, period


def conditions(edition: Edition, call: Call, citations: Citations) -> Data:
    """Everything that somebody who wants to apply must know."""
    return {
        "eligibility": _eligibility(edition, call.eligibility, citations),
        **_lists(edition, call, citations),
        "scoring": _scoring(edition, call.scoring, citations),
    }


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
            {
                "label": edition.say("eligibility.minimum"),
                "values": [edition.say("count", value=minimum)],
            }
        )
    for name in ("territory", "already_running", "resubmission"):
        if text := getattr(eligibility, name):
            label = edition.say(f"eligibility.{name}")
            rows.append({"label": label, "values": [edition.said(text)]})
    return {"facts": rows, "known": known(edition, eligibility, citations)}


def _lists(edition: Edition, call: Call, citations: Citations) -> Data:
    """The lists of a call: each entry its words and how it is known."""
    return {
        "activities": [_titled(edition, each, citations) for each in call.eligible_activities],
        "emphasis": [_titled(edition, each, citations) for each in call.emphasis],
        "dossier_parts": [_part(edition, each, citations) for each in call.dossier_parts],
        "agenda": [
            {
                **_titled(edition, each, citations),
                "when": period(edition, each.begins, each.ends),
                "compulsory": each.compulsory,
            }
            for each in call.agenda
        ],
        "support": [
            {**_titled(edition, each, citations), "href": each.url} for each in call.support
        ],
    }


def _titled(edition: Edition, entry: Activity | AgendaItem | Support, citations: Citations) -> Data:
    return {"text": edition.said(entry.title), "known": known(edition, entry, citations)}


def _part(edition: Edition, entry: DossierPart, citations: Citations) -> Data:
    term = edition.catalogue.terms("dossier-part").get(entry.part)
    return {
        "text": edition.term("dossier-part", entry.part),
        "about": edition.said(term.description) if term else None,
        "known": known(edition, entry, citations),
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
