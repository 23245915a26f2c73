"""The kit of a form says what the terminal says, in the same words, and nothing of its own."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from gzg.call_schema.pieces import SECTIONS
from gzg.model.call import Asked
from gzg.model.submission import Submission
from gzg.rules.card import card_of
from gzg.rules.registry import rules
from gzg.site import form_kit
from gzg.site.edition import Edition
from gzg.site.form_shared import SHARED_FILE, shared_file
from gzg.site.form_words import CODES
from gzg.site.pages.hand_in import taking_dossiers
from gzg.texts import Language, entries
from gzg.texts.formats import readable
from gzg.wizard.agenda import Agenda
from gzg.wizard.draft import Draft
from gzg.wizard.presentation import more, opening
from gzg.wizard.question_list import question_list
from gzg.wizard.questions import Form
from tests.conftest import SUB_PATH
from tests.site.programmes import edition, page_at, real_edition

PRACTICE = "oefenoproep"
CALL = "content/calls/voorbeeldoproep/call.yml"
SMALL_CALL = """\
id: voorbeeldoproep
number: 1
title: Voorbeeldoproep
type: concept
focuses: [nabij]
"""
HOSTILE = "</script><script>alert(1)</script> {0} {title.__class__} {} \"'\\ <!--"

each_language = pytest.mark.parametrize("language", Language)


@cache
def real(language: Language = Language.NL) -> Edition:
    """The real content, which no test changes."""
    return real_edition(language)


def kit_of(found: Edition, call: str = PRACTICE) -> Any:
    """The kit as a browser reads it."""
    record, model = next(each for each in taking_dossiers(found) if each[0].id == call)
    files = form_kit.form_files(found, [(record, model)])
    (raw,) = files.values()
    return json.loads(raw)


def agenda_of(found: Edition) -> Agenda:
    programme = found.catalogue.programme
    assert programme
    return Agenda(found.catalogue, found.catalogue.calls[PRACTICE], programme, found.language)


def every_question(kit: Mapping[str, Any]) -> Iterator[Any]:
    for section in kit["sections"]:
        for part in filter(None, (section, section["nested"])):
            yield from part["questions"]


@each_language
def test_the_kit_has_every_sentence_of_the_list_of_questions(language: Language) -> None:
    found = real(language)
    agenda = agenda_of(found)
    blocks = question_list(agenda.call, agenda.programme, language)
    listed = "\n".join(f"{block.lead} {block.text}" for block in blocks)
    kit = kit_of(found)
    said = [
        *(part[name] for part in (*kit["sections"],) for name in ("title", "help", "example")),
        *(demand for section in kit["sections"] for demand in section["demands"]),
        *(each[name] for each in every_question(kit) for name in ("title", "help", "example")),
        *(choice["title"] for each in every_question(kit) for choice in each["choices"]),
        *(each[name] for each in kit["chapters"] for name in ("said", "help", "example", "wanted")),
        *(each["part_help"] for each in kit["chapters"]),
    ]
    assert len(said) > 200
    assert [text for text in said if text not in listed] == []


@each_language
def test_the_terminal_asks_in_the_order_and_with_the_words_of_the_kit(language: Language) -> None:
    agenda, kit = agenda_of(real(language)), kit_of(real(language))
    asked = list(dict.fromkeys(step.section for step in agenda.steps(Draft(PRACTICE, "x"))))
    sections = [each["field"] for each in kit["sections"] if each["field"] != "answers"]
    parts = list(dict.fromkeys(f"README/{each['part']}" for each in kit["chapters"]))
    assert asked == [*sections, *parts]
    first = {each["field"]: each["questions"][0] for each in kit["sections"]}
    for step in agenda.steps(Draft(PRACTICE, "x")):
        if not step.chapter and step.section not in {"answers", "agreement", "contact"}:
            lines = [line for line, _ in opening(step, Draft(PRACTICE, "x"), agenda, (1, 1))]
            question = first[step.section]
            assert question["help"] in lines
            assert (question["title"] in lines[1]) or (kit["names"][step.section] in lines[1])


@each_language
def test_every_choice_of_the_terminal_is_in_the_kit(language: Language) -> None:
    agenda, kit = agenda_of(real(language)), kit_of(real(language))
    given = {each["texts"]: each for each in every_question(kit)}
    lists = {
        "earlier": [each["id"] for each in kit["earlier"]],
        "blueprints": [each["id"] for each in kit["blueprints"]],
    }
    seen = 0
    for step in agenda.steps(Draft(PRACTICE, "x")):
        question = given.get(step.question.texts)
        if question and step.question.choices:
            ids = lists.get(question["choices_from"] or "") or [
                each["id"] for each in question["choices"]
            ]
            assert ids == [each.id for each in step.question.choices]
            last = [line for line, _ in more(step, agenda)][-1]
            assert step.question.choices[-1].title in last
            seen += 1
    assert seen >= 3


def test_a_party_is_asked_what_its_role_calls_for_as_in_the_terminal() -> None:
    agenda, kit = agenda_of(real()), kit_of(real())
    parties = next(each for each in kit["sections"] if each["field"] == "parties")["questions"]
    for role in kit["programme"]["roles"]:
        item = {"organisation": "gent", "role": role["id"]}
        draft = Draft(PRACTICE, "x", {"parties": [item]}, passed=frozenset({("parties",)}))
        asked = {
            str(step.path[-1]): step.question.required
            for step in agenda.steps(draft)
            if step.section == "parties"
        }
        assert asked == {
            each["field"]: each["required"]
            and (each["required_of"] is None or role["id"] in each["required_of"])
            for each in parties
            if role["id"] not in each["not_of"]
        }


def test_the_decisions_are_those_of_the_parties_that_sign_as_in_the_terminal() -> None:
    agenda, kit = agenda_of(real()), kit_of(real())
    roles = [role["id"] for role in kit["programme"]["roles"]]
    items = [{"organisation": f"partij-{role}", "role": role} for role in roles]
    draft = Draft(PRACTICE, "x", {"parties": items})
    asked = [step.key[2] for step in agenda.steps(draft) if step.key[1:2] == ("decisions",)]
    agreement = next(each for each in kit["sections"] if each["field"] == "agreement")
    each = agreement["nested"]["each"]
    assert dict.fromkeys(asked) == {f"partij-{role}": None for role in each["roles"]}
    assert (each["key"], each["of"]) == ("organisation", "parties")


@each_language
def test_each_card_in_the_kit_is_the_card_of_its_rule(language: Language) -> None:
    cards = kit_of(real(language))["cards"]
    severities = {rule.code: rule.severity for rule in rules()}
    assert tuple(cards) == CODES
    for code, card in cards.items():
        text = card_of(code).texts[language]
        own = (text.title, text.message, text.remedy, dict(text.remedy_with))
        assert (card["title"], card["message"], card["remedy"], card["remedy_with"]) == own
        assert card["severity"] == severities[code]


@each_language
def test_days_amounts_and_lists_can_be_written_with_what_the_kit_gives(language: Language) -> None:
    formats = kit_of(real(language))["formats"]
    listed = formats["list"]["end"].format(formats["list"]["start"].format("a", "b"), "c")
    assert listed == readable(["a", "b", "c"], language)
    assert formats["list"]["two"].format("a", "b") == readable(["a", "b"], language)
    assert formats["truth"] == [readable(each, language) for each in (False, True)]
    for text, name in (("1.107", "group"), ("0.5", "decimal")):
        whole, _, rest = text.partition(".")
        value: object = 1107 if name == "group" else 0.5
        assert f"{whole}{formats[name]}{rest}" == readable(value, language)


def test_every_sentence_of_the_form_is_in_the_kit_in_its_language() -> None:
    for language in Language:
        texts = kit_of(real(language))["texts"]
        own = {key: text for key, text in texts.items() if not key.startswith("wizard.")}
        assert own == {key: text[language] for key, text in entries("form").items()}
        for key in texts.keys() - own.keys():
            assert texts[key] == entries("wizard")[key.removeprefix("wizard.")][language]


def test_the_module_tells_of_every_key_of_a_kit() -> None:
    told = re.findall(r"^    ([a-z_]+) {2,}\S", form_kit.__doc__ or "", re.MULTILINE)
    assert list(kit_of(real())) == told


def test_a_name_that_a_dossier_has_is_taken_where_everybody_may_know_it() -> None:
    assert kit_of(real())["taken"] == ["digitaal-loket", "digitaal-loket-verbeterd"]
    for openness, taken in (("public", ["voorbeeld"]), ("at_decision", [])):
        found = edition({CALL: f"{SMALL_CALL}openness: {openness}\n"})
        assert kit_of(found, "voorbeeldoproep")["taken"] == taken


def test_what_a_call_does_not_ask_is_not_in_its_form() -> None:
    found = edition({CALL: SMALL_CALL})
    kit = kit_of(found, "voorbeeldoproep")
    fields = {each["field"] for each in kit["sections"]}
    assert fields.isdisjoint({*SECTIONS.values(), "resubmission_of", "answers"})
    assert "share" not in {each["field"] for each in every_question(kit)}
    assert kit["chapters"] == []
    asking = edition({CALL: f"{SMALL_CALL}asks: [{', '.join(Asked)}]\n"})
    fields = {each["field"] for each in kit_of(asking, "voorbeeldoproep")["sections"]}
    assert set(SECTIONS.values()) <= fields


def test_an_answer_that_is_asked_for_no_more_still_has_a_name() -> None:
    names = kit_of(edition({CALL: SMALL_CALL}), "voorbeeldoproep")["names"]
    assert set(Submission.model_fields) <= set(names)
    assert names["agreement.decisions[].body"]
    assert names["parties[].share"] == "Aandeel"


def test_every_kind_of_question_is_one_that_the_terminal_knows() -> None:
    forms = {each["form"] for each in every_question(kit_of(real()))}
    assert forms <= set(Form)


def test_a_call_that_has_closed_keeps_its_form_and_says_when() -> None:
    kit = kit_of(edition({CALL: f"{SMALL_CALL}closes: 2021-03-28T12:00\n"}), "voorbeeldoproep")
    assert kit["call"]["opens"] is None
    assert kit["call"]["closes"] == {
        "day": "2021-03-28",
        "clock": "12:00:00",
        "first_instant": "2021-03-28T12:00:00+02:00",
        "last_instant": "2021-03-28T12:00:00+02:00",
        "text": "tot 28 maart 2021 om 12:00 uur",
    }
    assert kit["call"]["zone"] == "Europe/Brussels"


def test_only_an_exercise_may_do_without_accounts() -> None:
    for more_lines, required in (("", True), ("demo: true\n", False)):
        kit = kit_of(edition({CALL: SMALL_CALL + more_lines}), "voorbeeldoproep")
        section = next(each for each in kit["sections"] if each["field"] == "accounts")
        assert (section["required"], kit["call"]["demo"]) == (required, not required)


@pytest.mark.parametrize("line", ["draft: true", "origin: sources"])
def test_a_call_that_takes_no_dossiers_has_no_form(line: str) -> None:
    found = edition({CALL: f"{SMALL_CALL}{line}\n"})
    assert form_kit.form_files(found, taking_dossiers(found)) == {}


def test_text_of_a_stranger_stays_text() -> None:
    title = json.dumps(HOSTILE)
    files = {
        CALL: SMALL_CALL.replace("title: Voorbeeldoproep", f"title: {title}")
        + f"cofinancing: {{description: {title}}}\n"
        + f"eligibility: {{territory: {title}, already_running: {title}}}\n",
        "content/organisations/vreemd.yml": f"id: vreemd\nname: {title}\nkind: gemeente\n",
    }
    found = edition(files)
    kit = kit_of(found, "voorbeeldoproep")
    assert kit["call"]["title"] == HOSTILE
    demands = {each["field"]: each["demands"] for each in kit["sections"]}
    assert demands["own_contribution"] == demands["begins"] == demands["parties"] == [HOSTILE]
    shared = json.loads(shared_file(found.catalogue)[SHARED_FILE])
    assert HOSTILE in {each["name"] for each in shared["organisations"]}
    page = page_at("indienen/voorbeeldoproep/", found)
    assert HOSTILE not in page.body


def test_the_register_is_whole_in_what_forms_share() -> None:
    catalogue = real().catalogue
    shared = json.loads(shared_file(catalogue)[SHARED_FILE])
    by_code = {each["nis"]: each for each in shared["organisations"] if "nis" in each}
    register = catalogue.register
    assert by_code.keys() == register.by_nis.keys()
    for nis, municipality in register.by_nis.items():
        one = by_code[nis]
        assert (one["id"], one["name"]) == (municipality.id, municipality.name)
        assert one.get("valid_to") == (municipality.valid_to and str(municipality.valid_to))
        assert one.get("successor") == municipality.successor_nis
    others = {each["id"] for each in shared["organisations"] if "nis" not in each}
    assert others == catalogue.organisations.keys()
    kinds = {each["id"] for each in kit_of(real())["programme"]["organisation_kinds"]}
    assert {each["kind"] for each in shared["organisations"]} <= kinds


def test_the_same_content_gives_the_same_bytes() -> None:
    once, again = real_edition(), real_edition()
    made = [form_kit.form_files(each, taking_dossiers(each)) for each in (once, again)]
    assert made[0] == made[1]
    assert shared_file(once.catalogue) == shared_file(again.catalogue)


@each_language
def test_every_address_in_a_kit_leads_to_a_file_of_the_site(site: Path, language: Language) -> None:
    page = {Language.NL: "indienen/oefenoproep", Language.EN: "en/submit/oefenoproep"}[language]
    kit = json.loads((site / page / form_kit.NAME).read_text("utf-8"))
    files = (kit["schema"], kit["shared"], *(each["files"] for each in kit["earlier"]))
    pages = (kit["call"]["href"], *(card["href"] for card in kit["cards"].values()))
    assert site.name == SUB_PATH
    assert [each for each in files if not (site / page / each).is_file()] == []
    assert [each for each in pages if not (site / page / each / "index.html").is_file()] == []
