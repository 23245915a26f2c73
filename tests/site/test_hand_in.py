"""The pages that say how to hand in: which calls take dossiers, the steps and the questions."""

import io
from typing import Any

from docx import Document

from gzg.site.pages.hand_in import taking_dossiers
from gzg.site.pages.kinds import all_pages
from gzg.site.question_files import question_files
from gzg.texts import Language
from tests.rules.examples import smallest_files
from tests.site.programmes import edition, page_at, real_edition

PROGRAMME = "content/programme.yml"
CALL = "content/calls/voorbeeldoproep/call.yml"
FROM_SOURCES = """\
id: voorbeeldoproep
number: 1
title: Voorbeeldoproep
type: concept
focuses: [nabij]
origin: sources
"""
DEMO = FROM_SOURCES.replace("origin: sources", "demo: true")


def test_a_call_made_from_sources_takes_no_dossiers() -> None:
    addresses = {page.address for page in all_pages(edition({CALL: FROM_SOURCES}))}
    assert "indienen/" in addresses
    assert "indienen/voorbeeldoproep/" not in addresses


def test_the_page_of_a_call_leads_to_its_first_steps() -> None:
    record: Any = page_at("oproepen/oefenoproep/", real_edition()).record
    assert record["start"] == "indienen/oefenoproep/"
    closed: Any = page_at("oproepen/oproep-5/", real_edition()).record
    assert closed["start"] is None


def test_a_call_that_is_decided_takes_no_more_dossiers() -> None:
    found = real_edition()
    assert "oefenoproep-vorig" in found.catalogue.decisions
    assert [record.id for record, _ in taking_dossiers(found)] == ["oefenoproep"]
    assert page_at("oproepen/oefenoproep-vorig/", found).record["start"] is None


def test_the_form_of_a_decided_call_stays_for_whoever_has_a_draft() -> None:
    assert page_at("indienen/oefenoproep-vorig/", real_edition()).record["kit"]


def test_practice_calls_stand_apart() -> None:
    record: Any = page_at("indienen/", edition({CALL: DEMO})).record
    assert (len(record["calls"]), len(record["practice"])) == (0, 1)


def test_a_step_names_the_command_for_this_call() -> None:
    record: Any = page_at("en/submit/oefenoproep/", real_edition(Language.EN)).record
    commands = [step["command"] for step in record["steps"] if step["command"]]
    assert ".venv/bin/gzg new submission oefenoproep" in commands


def test_where_the_form_does_not_work_there_are_other_ways_as_far_as_there_are_any() -> None:
    call = FROM_SOURCES.replace("origin: sources\n", "")
    alone: Any = page_at("indienen/voorbeeldoproep/", edition({CALL: call})).record
    assert (alone["help"], alone["issue_form"]) == (None, None)
    addresses = "{repository: https://github.com/o/r, mailbox: loket@stad.example}"
    programme = smallest_files()[PROGRAMME].decode() + f"addresses: {addresses}\n"
    given: Any = page_at(
        "indienen/voorbeeldoproep/", edition({CALL: call, PROGRAMME: programme})
    ).record
    assert given["help"] == "mailto:loket@stad.example"
    assert given["issue_form"].startswith("https://github.com/o/r/issues/new?template=")


def test_the_questions_stand_on_the_page_and_beside_it() -> None:
    found = real_edition()
    page = page_at("indienen/oefenoproep/", found)
    assert "### 1. Projectnaam" in page.body
    files = question_files(found, taking_dossiers(found))
    offered: Any = page.record["questions"]
    assert {each["href"] for each in offered} <= set(files)
    words = Document(io.BytesIO(files["indienen/oefenoproep/vragen.docx"]))
    assert any("Projectnaam" in each.text for each in words.paragraphs)


def test_the_same_questions_are_the_same_bytes() -> None:
    made = [
        question_files(each, taking_dossiers(each)) for each in (real_edition(), real_edition())
    ]
    assert made[0] == made[1]
