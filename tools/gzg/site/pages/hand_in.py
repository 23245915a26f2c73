"""How to hand in a dossier: an index of the calls that take one, and for each its form.

What the form needs is for `site.form_kit`, what it does for `tools/form`. Below it stand the
questions, and the steps for whoever works with Git.
"""

from collections.abc import Iterator

from gzg.model.call import Call, Openness
from gzg.model.kinds import Kind
from gzg.repository.repository import Record
from gzg.site.addresses import Section
from gzg.site.edition import Edition
from gzg.site.form_kit import NAME
from gzg.site.issue_forms import address_of
from gzg.site.page import Data, Page, link
from gzg.site.pages.call import moments, takes_dossiers
from gzg.site.pages.calls import call_row, calls
from gzg.site.pages.submissions import submissions_of_call
from gzg.site.question_files import STEM, questions_of
from gzg.site.schema_files import schema_of_call
from gzg.wizard import question_list_markdown

STEPS = ("read", "agree", "write", "check", "send", "after")
"""What is done one after the other; each has a title and a text."""


def pages(edition: Edition) -> Iterator[Page]:
    """The index, and a page for every call that takes dossiers."""
    found = taking_dossiers(edition)
    rows = [
        {
            **call_row(edition, record, call),
            **link(edition.text(call.title), edition.address(Section.HAND_IN, record.id)),
        }
        for record, call in found
    ]
    yield Page(
        address=edition.address(Section.HAND_IN),
        language=edition.language,
        title=edition.say("section.hand-in"),
        template="hand-in.html",
        section=Section.HAND_IN,
        record={
            "calls": [row for row in rows if not row["demo"]],
            "practice": [row for row in rows if row["demo"]],
            "calls_href": edition.address(Section.CALLS),
        },
        description=edition.say("hand-in.lead"),
        crumbs=edition.crumbs(),
        changed=edition.changed("content/calls"),
    )
    for record, call in having_a_form(edition):
        yield _page(edition, record, call)


def taking_dossiers(edition: Edition) -> list[tuple[Record, Call]]:
    """The calls that somebody can hand in for, whether they are open at this moment or not."""
    return [each for each in calls(edition) if takes_dossiers(edition, each[0].id)]


def having_a_form(edition: Edition) -> list[tuple[Record, Call]]:
    """The calls that dossiers are written for, also those that are decided.

    Addresses stay, and whoever has a draft for such a call finds every word of it.
    """
    return [each for each in calls(edition) if schema_of_call(edition.catalogue, each[0].id)]


def _page(edition: Edition, record: Record, call: Call) -> Page:
    title = edition.text(call.title)
    address = edition.address(Section.HAND_IN, record.id)
    return Page(
        address=address,
        language=edition.language,
        title=edition.say("hand-in.title", call=title),
        template="hand-in-call.html",
        section=Section.HAND_IN,
        record={
            "call": edition.record_link(Kind.CALL, record.id),
            "demo": call.demo,
            "is_later": call.openness is Openness.AT_DECISION,
            **moments(edition, call),
            "kit": NAME,
            "help": _help(edition),
            "issue_form": address_of(edition.catalogue, record.id, edition.language),
            "steps": [_step(edition, record.id, name) for name in STEPS],
            "questions": [
                link(edition.say(f"hand-in.questions-{kind}"), f"{address}{_file(edition, kind)}")
                for kind in ("docx", "txt")
            ],
            "examples": submissions_of_call(edition, record.id, call)["submissions"]
            if call.demo
            else [],
        },
        body=_questions(edition, call),
        description=edition.say("hand-in.lead"),
        crumbs=edition.crumbs(Section.HAND_IN),
        changed=edition.changed(record.folder),
    )


def _help(edition: Edition) -> str | None:
    """Whom to turn to where the form does not work; nothing where the programme does not say."""
    programme = edition.catalogue.programme
    if programme is None:
        return None
    mailbox = programme.addresses.mailbox
    return f"mailto:{mailbox}" if mailbox else programme.addresses.contact


def _file(edition: Edition, kind: str) -> str:
    return f"{STEM[edition.language]}.{kind}"


def _step(edition: Edition, call: str, name: str) -> Data:
    """A step in words, with the command that does it where there is one."""
    commands = {
        "read": f".venv/bin/gzg questions {call}",
        "write": f".venv/bin/gzg new submission {call}",
        "check": ".venv/bin/gzg check",
    }
    return {
        "id": name,
        "title": edition.say(f"hand-in.{name}-title"),
        "text": edition.say(f"hand-in.{name}"),
        "command": commands.get(name),
        "command_words": edition.say(f"hand-in.{name}-command") if name in commands else None,
    }


def _questions(edition: Edition, call: Call) -> str:
    """The questions as the page's own text; the title of the list goes, the page has one."""
    return question_list_markdown.rendered(questions_of(edition, call)[1:])
