"""The table of facts of a project; what is unknown has no row, but its grant says so."""

from collections.abc import Iterator

from gzg.model.kinds import Kind
from gzg.model.project import Project, Status
from gzg.site.edition import Edition
from gzg.site.page import Data, link
from gzg.site.wording import Citations, Row, amount, day, fact_table, partial_date

AMOUNTS = ("requested", "granted", "committed", "paid")


def project_facts(edition: Edition, project: Project, citations: Citations) -> list[Data]:
    """Each fact with its label and how it is known."""
    rows = [
        *_place(edition, project),
        *_course(edition, project),
        *_amounts(edition, project),
    ]
    if project.website:
        rows.append(Row("website", (link(project.website, project.website),)))
    found = fact_table(edition, rows, project.provenance, citations)
    if all(row.name != "granted" for row in rows):
        found.append({"label": edition.say("fact.granted"), "values": [], "absent": True})
    return found


def _place(edition: Edition, project: Project) -> Iterator[Row]:
    """Where it belongs: call, type, focus and domains."""
    call = edition.catalogue.calls.get(project.call or "")
    if project.call:
        yield Row("call", (edition.record_link(Kind.CALL, project.call),))
    if type_ := project.type or (call.type if call else None):
        yield Row("type", (edition.term_link("type", type_),))
    if project.focus:
        yield Row("focus", (edition.term_link("focus", project.focus),))
    if project.domains:
        yield Row("domains", tuple(edition.term_link("domain", id) for id in project.domains))


def _course(edition: Edition, project: Project) -> Iterator[Row]:
    """How it went: its status and its dates."""
    yield Row("status", (_status(edition, project),))
    if project.decided:
        yield Row("decided", (day(edition, project.decided),))
    if project.started:
        yield Row("started", (partial_date(edition, project.started),))
    if project.ended:
        yield Row("ended", (partial_date(edition, project.ended),))


def _status(edition: Edition, project: Project) -> str:
    label = edition.label(project.status)
    if project.status is Status.GRANTED and project.ended is None:
        return edition.say("status.outcome-unknown", status=label)
    return label


def _amounts(edition: Edition, project: Project) -> Iterator[Row]:
    for name in AMOUNTS:
        if value := getattr(project.amounts, name, None):
            fact = project.provenance.get(f"amounts.{name}", value)
            yield Row(name, (amount(edition, value),), fact)
