"""The page of one dossier: what was handed in, by whom, and what became of it."""

from collections.abc import Iterator

from gzg.model.base import MAIN_LANGUAGE
from gzg.model.kinds import Kind
from gzg.model.submission import Submission
from gzg.repository.repository import Record
from gzg.site.addresses import Section
from gzg.site.dossiers import course_of
from gzg.site.edition import Edition, unique
from gzg.site.filters import regions
from gzg.site.page import Data, Page, link
from gzg.site.pages.submission_course import course, next_step, state_of
from gzg.site.pages.submission_parts import (
    agreement,
    blueprints,
    budget,
    building_blocks,
    consortium,
    success_plan,
)
from gzg.site.pages.submission_ties import answers, chain
from gzg.site.readme import ANNEXES, downloads, language_of_text, text_of
from gzg.site.wording import Citations, Row, fact_table, period


def submission_page(edition: Edition, record: Record, submission: Submission, address: str) -> Page:
    """All that a consortium handed in, and all that the office's side recorded of it."""
    files = downloads(edition, record, ANNEXES)
    recorded = course_of(edition.catalogue, record.id)
    call = record.id.partition("/")[0]
    return Page(
        address=address,
        language=edition.language,
        title=submission.title,
        template="submission.html",
        section=Section.CALLS,
        record={
            "title": edition.own(submission.title),
            "summary": edition.own(submission.summary),
            "demo": is_practice(edition, record.id),
            "state": state_of(edition, recorded),
            "next": next_step(edition, recorded),
            "course": course(edition, recorded),
            "facts": fact_table(edition, _facts(edition, call, submission), {}, Citations(edition)),
            **_parts(edition, record, submission),
            "files": [link(name.removeprefix(f"{ANNEXES}/"), f"{address}{name}") for name in files],
        },
        title_language=edition.other_language({MAIN_LANGUAGE: submission.title}),
        body=text_of(edition, record, address),
        body_language=language_of_text(edition, record),
        source=record.path,
        description=submission.summary,
        crumbs=(*edition.crumbs(Section.CALLS), edition.record_link(Kind.CALL, call)),
        filters=_filters(edition, record, submission),
        changed=edition.changed(
            record.folder, f"content/calls/{call}/advice.yml", f"content/calls/{call}/decision.yml"
        ),
        files=files,
    )


def is_practice(edition: Edition, id: str) -> bool:
    """Whether a dossier was handed in for a call that is there to practise."""
    call = edition.catalogue.calls.get(id.partition("/")[0])
    return call is not None and call.demo


def _parts(edition: Edition, record: Record, submission: Submission) -> Data:
    when = edition.catalogue.date_of_submission(record.id, submission)
    return {
        "parties": consortium(edition, submission, when),
        "budget": budget(edition, submission, when),
        "success_plan": success_plan(edition, submission),
        "blueprints": blueprints(edition, submission),
        "building_blocks": building_blocks(edition, submission),
        "standards": [edition.own(each) for each in submission.standards],
        "agreement": agreement(edition, submission, when),
        "chain": chain(edition, record.id, submission),
        "answers": answers(edition, submission),
    }


def _facts(edition: Edition, call: str, submission: Submission) -> Iterator[Row]:
    yield Row("call", (edition.record_link(Kind.CALL, call),))
    yield Row("focus", (edition.term_link("focus", submission.focus),))
    if submission.domains:
        yield Row("domains", tuple(edition.term_link("domain", id) for id in submission.domains))
    yield Row("period", (period(edition, submission.begins, submission.ends),))
    yield Row("requested", (edition.say("amount.exact", value=submission.requested),))
    if submission.own_contribution is not None:
        own = edition.say("amount.exact", value=submission.own_contribution)
        yield Row("own_contribution", (own,))
    contact = submission.contact
    yield Row("contact", (edition.own(contact.service), contact.mailbox))


def _filters(
    edition: Edition, record: Record, submission: Submission
) -> dict[str, tuple[str, ...]]:
    """What the search narrows by; practice stands apart and under nothing else."""
    if is_practice(edition, record.id):
        return {"kind": (edition.say("kind.practice"),)}
    call = edition.catalogue.calls.get(record.id.partition("/")[0])
    when = edition.catalogue.date_of_submission(record.id, submission)
    towns = edition.municipalities((each.organisation for each in submission.parties), when)
    return {
        "kind": (edition.say("kind.submission"),),
        "focus": (edition.term("focus", submission.focus),),
        "type": (edition.term("type", call.type),) if call else (),
        "call": (edition.text(call.title),) if call else (),
        "municipality": unique(each.name for each in towns),
        "region": regions(edition, towns),
    }
