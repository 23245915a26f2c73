"""The pages of dossiers: who may see them when, what they tell, and how far each has come."""

from collections.abc import Mapping
from typing import Any

import pytest

from gzg.site.pages.kinds import all_pages
from gzg.texts import Language
from tests.site.programmes import edition, page_at, real_edition
from tests.site.test_pages import CALL, CALL_START, every_value, facts

FOLDER = "submissions/voorbeeldoproep"
LATER = f"{FOLDER}/later/submission.yml"
ADDRESS = "oproepen/voorbeeldoproep/dossiers/voorbeeld/"
RECEIPT = f"""\
number: voorbeeldoproep-7
received: 2022-06-15T10:00:09Z
head: {"0123456789" * 4}
digest: {"ab" * 32}
"""
INADMISSIBLE = """\
date: 2022-07-04
outcome: inadmissible
body: {nl: Programmateam, en: Programme office}
grounds:
  - rule: GZG412
  - rule: GZG412
    text: Het kwam om één uur.
  - rule: GZG000
  - text: Er ontbreekt een handtekening.
"""
ADMISSIBLE = "date: 2022-07-04\noutcome: admissible\nbody: Programmateam\n"
ADVICE = """\
date: 2022-09-05
submissions:
  - submission: voorbeeldoproep/voorbeeld
    text: Goed idee.
    recommendations:
      - id: meten
        text: Meet het eerst.
      - id: beheer
        text: Zeg wie het beheert.
"""
GRANTED = """\
date: 2022-10-01
granted:
  - submission: voorbeeldoproep/voorbeeld
    amount: 9000
"""
REFUSED = """\
date: 2022-10-01
refused:
  - submission: voorbeeldoproep/voorbeeld
    reason: Te duur.
"""
OF_ANOTHER = GRANTED.replace("voorbeeldoproep/voorbeeld", "voorbeeldoproep/ander")
CLOSED = CALL_START + "openness: at_decision\n"


def submission(text: str = "", id: str = "voorbeeld", title: str = "Voorbeeld") -> str:
    return (
        f"id: {id}\ncall: voorbeeldoproep\ntitle: {title}\nsummary: Kort.\nfocus: nabij\n"
        "begins: 2022-10-01\nends: 2023-09-30\nrequested: 10000\n"
        "contact:\n  service: Loket\n  mailbox: loket@voorbeeldstad.example\n"
    ) + (text if "parties:" in text else text + "parties: []\n")


def files(text: str = "", **others: str) -> dict[str, str]:
    """A dossier, and what the office recorded of it: `receipt`, `advice`, `decision`, `call`."""
    places = {
        "receipt": f"{FOLDER}/voorbeeld/receipt.yml",
        "admissibility": f"{FOLDER}/voorbeeld/admissibility.yml",
        "advice": "content/calls/voorbeeldoproep/advice.yml",
        "decision": "content/calls/voorbeeldoproep/decision.yml",
        "call": CALL,
    }
    own = {places[name]: text for name, text in others.items()}
    return {f"{FOLDER}/voorbeeld/submission.yml": submission(text), **own}


def record(text: str = "", **others: str) -> Any:
    return page_at(ADDRESS, edition(files(text, **others))).record


def steps(record: Any) -> dict[str, Any]:
    return {step["name"]: step for step in record["course"]}


def addresses(found: Mapping[str, str]) -> set[str]:
    return {page.address for page in all_pages(edition(found))}


def test_the_page_of_a_call_lists_its_dossiers() -> None:
    call: Any = page_at("oproepen/voorbeeldoproep/", edition()).record
    (row,) = call["submissions"]
    assert (row["href"], row["requested"]) == (ADDRESS, "10.000 euro")
    assert row["state"] == {"name": "received", "text": "Ontvangen"}
    assert [lead["text"] for lead in row["leads"]] == ["Voorbeeldstad"]


def test_a_dossier_of_a_closed_call_has_no_page_before_its_decision() -> None:
    found = files(call=CLOSED, receipt=RECEIPT, advice=ADVICE)
    assert ADDRESS not in addresses(found)
    call: Any = page_at("oproepen/voorbeeldoproep/", edition(found)).record
    assert (call["submissions"], call["closed"]) == ([], True)


def test_nothing_of_a_closed_dossier_is_told_on_any_page() -> None:
    hidden = {
        f"{FOLDER}/voorbeeld/submission.yml": submission(title="Geheim plan"),
        f"{FOLDER}/voorbeeld/README.md": "# Geheim plan\n\nGeheime tekst.\n",
        "content/news/voorbeeld.md": "---\ntitle: N\ndate: 2022-03-21\n---\n"
        "[x](../../submissions/voorbeeldoproep/voorbeeld/README.md)\n",
        "submissions/anders/later/submission.yml": submission(
            "resubmission_of: voorbeeldoproep/voorbeeld\n", "later"
        ),
        "content/calls/anders/call.yml": CALL_START.replace("id: voorbeeldoproep", "id: anders"),
        CALL: CLOSED,
    }
    found = list(all_pages(edition(hidden)))
    assert "oproepen/anders/dossiers/later/" in {page.address for page in found}
    values = [str(value) for page in found for value in every_value(page.record)]
    told = [*values, *(page.title for page in found), *(page.body for page in found)]
    assert [text for text in told if "Geheim" in text or "dossiers/voorbeeld/" in text] == []


@pytest.mark.parametrize(("decision", "is_shown"), [(REFUSED, True), (OF_ANOTHER, False)])
def test_a_dossier_of_a_closed_call_opens_with_the_decision_on_it(
    decision: str, is_shown: bool
) -> None:
    assert (ADDRESS in addresses(files(call=CLOSED, decision=decision))) is is_shown


def test_what_a_dossier_says_of_its_call_does_not_open_it() -> None:
    found = files(call=CLOSED)
    own = f"{FOLDER}/voorbeeld/submission.yml"
    found[own] = found[own].replace("call: voorbeeldoproep", "call: anders")
    found["content/calls/anders/call.yml"] = CALL_START.replace("voorbeeldoproep", "anders")
    assert not {address for address in addresses(found) if "dossiers" in address}


@pytest.mark.parametrize("call", [CALL_START + "draft: true\n", "geen: oproep\n"])
def test_a_dossier_of_a_call_without_a_page_has_none(call: str) -> None:
    assert ADDRESS not in addresses(files(call=call))


def test_a_receipt_is_shown_with_number_time_and_digest() -> None:
    found = record(receipt=RECEIPT)
    assert found["state"]["text"] == "Ontvangen"
    assert steps(found)["receipt"] == {
        "name": "receipt",
        "title": "Ontvangen",
        "done": True,
        "when": "15 juni 2022 om 12:00:09 uur",
        "number": "voorbeeldoproep-7",
        "digest": "ab" * 32,
    }


@pytest.mark.parametrize(
    ("recorded", "state"),
    [
        ({"receipt": RECEIPT}, "received"),
        ({"receipt": RECEIPT, "admissibility": ADMISSIBLE}, "admissible"),
        ({"receipt": RECEIPT, "admissibility": INADMISSIBLE}, "inadmissible"),
        ({"receipt": RECEIPT, "admissibility": ADMISSIBLE, "advice": ADVICE}, "advised"),
        ({"receipt": RECEIPT, "advice": ADVICE}, "advised"),
        ({"receipt": RECEIPT, "advice": ADVICE, "decision": GRANTED}, "granted"),
        ({"receipt": RECEIPT, "decision": REFUSED}, "refused"),
        ({"receipt": RECEIPT, "decision": OF_ANOTHER}, "received"),
    ],
)
def test_the_state_is_the_latest_step_that_is_recorded(
    recorded: dict[str, str], state: str
) -> None:
    assert record(**recorded)["state"]["name"] == state


def test_a_dossier_without_a_receipt_is_not_yet_received() -> None:
    found = edition({LATER: submission(id="later")})
    later: Any = page_at("oproepen/voorbeeldoproep/dossiers/later/", found).record
    assert later["state"]["text"] == "Nog niet ontvangen"
    assert steps(later)["receipt"]["text"] == "Er is nog geen ontvangstbewijs."


def test_advice_and_decision_are_told_with_their_day_and_words() -> None:
    found = steps(record(receipt=RECEIPT, advice=ADVICE, decision=REFUSED))
    assert (found["assessment"]["when"], found["assessment"]["text"]) == (
        "5 september 2022",
        "Goed idee.",
    )
    assert found["assessment"]["recommendations"] == ["Meet het eerst.", "Zeg wie het beheert."]
    assert (found["decision"]["text"], found["decision"]["reason"]) == ("Geweigerd.", "Te duur.")
    assert found["admissibility"]["text"] == "Niet apart vastgelegd."


def test_the_formal_check_is_told_with_its_day_body_and_grounds() -> None:
    found = record(receipt=RECEIPT, admissibility=INADMISSIBLE)
    step = steps(found)["admissibility"]
    assert (step["done"], step["when"], step["body"]) == (True, "4 juli 2022", "Programmateam")
    assert step["text"] == "Het dossier is niet ontvankelijk."
    late = {"text": "Te laat ingediend", "href": "regels/GZG412/"}
    assert step["grounds"] == [
        {"rule": late, "text": None},
        {"rule": late, "text": "Het kwam om één uur."},
        {"rule": {"text": "GZG000"}, "text": None},
        {"rule": None, "text": "Er ontbreekt een handtekening."},
    ]
    assert found["next"] == "De jury beoordeelt dit dossier niet."


def test_after_the_formal_check_comes_the_jury() -> None:
    found = record(call=DATED, receipt=RECEIPT, admissibility=ADMISSIBLE)
    assert steps(found)["admissibility"]["grounds"] == []
    assert found["next"] == (
        "Het dossier is ontvankelijk. Nu beoordeelt de jury het: "
        "van 4 juli 2022 tot en met 22 juli 2022."
    )


def test_a_grant_is_told_with_its_amount() -> None:
    found = steps(record(decision=GRANTED))
    assert found["decision"]["text"] == "Toegekend: 9.000 euro."
    assert found["assessment"]["text"] == "Geen advies vastgelegd."


def test_a_decision_that_is_silent_about_a_dossier_is_no_decision_on_it() -> None:
    found = steps(record(decision=OF_ANOTHER))
    assert not found["decision"]["done"]
    assert found["decision"]["text"] == "De beslissing over de oproep noemt dit dossier niet."


DATED = CALL_START + (
    "opens: 2022-03-21\ncloses: 2022-07-01T12:00\n"
    "assessment:\n  begins: 2022-07-04\n  ends: 2022-07-22\ndecision:\n  date: 2022-09-01\n"
)


def test_what_comes_next_has_the_dates_of_the_call() -> None:
    assert record(call=DATED, receipt=RECEIPT)["next"] == (
        "Indienen kan tot 1 juli 2022 om 12:00 uur. Daarna volgt de controle of het dossier "
        "ontvankelijk is. Dan beoordeelt de jury het: van 4 juli 2022 tot en met 22 juli 2022."
    )
    assert record(call=DATED, receipt=RECEIPT, advice=ADVICE)["next"] == (
        "De jury gaf advies. Nu volgt de beslissing: 1 september 2022."
    )


def test_a_date_that_the_call_does_not_give_stays_unknown() -> None:
    assert record(call=CALL_START, receipt=RECEIPT)["next"].endswith(
        "Dan beoordeelt de jury het: nog niet bekend."
    )
    assert "closing" not in steps(record(call=CALL_START))


def test_after_a_refusal_the_rule_on_handing_in_again_is_told() -> None:
    call = CALL_START + "eligibility:\n  resubmission: Dat mag één keer.\n"
    assert record(call=call, decision=REFUSED)["next"] == "Dat mag één keer."


PARTIES = """\
parties:
  - organisation: voorbeeldstad
    role: trekker
    task: Leidt.
    share: 7000
    own_contribution: 500.50
  - organisation: dienst
    role: uitvoerder
budget:
  - {year: 2023, organisation: voorbeeldstad, title: Bouw, amount: 4000}
  - {year: 2022, organisation: voorbeeldstad, title: Plan, amount: 1000}
  - {year: 2023, organisation: voorbeeldstad, title: Proef, amount: 2000.50}
  - {year: 2022, organisation: dienst, title: Advies, amount: 500}
"""


def test_each_party_has_its_role_share_and_task() -> None:
    lead, other = record(PARTIES)["parties"]
    assert (lead["text"], lead["role"], lead["task"]) == ("Voorbeeldstad", "Trekker", "Leidt.")
    assert (lead["share"], lead["own"]) == ("7.000 euro", "500,50 euro")
    assert (other["role"], other["share"], other["own"]) == ("Uitvoerder", None, None)


def test_the_budget_is_summed_by_year_and_party() -> None:
    budget = record(PARTIES)["budget"]
    assert budget["years"] == ["2022", "2023"]
    shown = {
        row["text"]: ([each["amount"] for each in row["amounts"]], row["total"])
        for row in budget["rows"]
    }
    assert list(shown.values()) == [
        (["1.000 euro", "6.000,50 euro"], "7.000,50 euro"),
        (["500 euro", None], "500 euro"),
    ]
    whole = budget["whole"]
    assert [each["amount"] for each in whole["amounts"]] == ["1.500 euro", "6.000,50 euro"]
    assert whole["total"] == budget["total"] == "7.500,50 euro"
    assert [line["title"] for line in budget["lines"]] == ["Bouw", "Plan", "Proef", "Advies"]


def test_a_budget_of_very_many_years_is_a_list_of_costs() -> None:
    lines = "".join(
        f"  - {{year: {year}, organisation: voorbeeldstad, title: Kost, amount: 1}}\n"
        for year in range(2022, 2122)
    )
    budget = record(f"budget:\n{lines}")["budget"]
    assert "rows" not in budget
    assert (len(budget["lines"]), budget["total"]) == (100, "100 euro")


def test_promises_and_agreement_are_told() -> None:
    found = record(
        "success_plan:\n  - {title: Tijd, baseline: 41 dagen, target: 20 dagen, date: 2023-06-30}\n"
        "blueprints:\n  - {title: Gids, kinds: [handleiding], licence: EUPL-1.2, summary: Hoe.}\n"
        "building_blocks:\n  - {title: Deel, blueprint: voorbeeld}\n"
        "  - {title: Register, url: 'https://register.test/'}\n"
        "  - {title: Ander, blueprint: geen}\n"
        "standards: [OSLO]\n"
        f"agreement:\n  date: 2022-06-01\n  sha256: {'cd' * 32}\n  kept_by: voorbeeldstad\n"
        "  decisions:\n    - {organisation: voorbeeldstad, body: Raad, date: 2022-05-30}\n"
    )
    assert found["success_plan"][0]["date"] == "30 juni 2023"
    assert found["blueprints"][0]["kinds"] == ["Handleiding"]
    assert found["building_blocks"] == [
        {"text": "Deel", "href": "herbruikbaar/voorbeeld/"},
        {"text": "Register", "href": "https://register.test/"},
        {"text": "Ander"},
    ]
    assert found["standards"] == ["OSLO"]
    agreement = {row["label"]: row["values"] for row in found["agreement"]}
    assert agreement["Ondertekend op"] == ["1 juni 2022"]
    assert agreement["Controlegetal (SHA-256)"] == ["cd" * 32]
    assert agreement["Goedgekeurd door"] == ["Voorbeeldstad: Raad, 30 mei 2022"]


def test_a_resubmission_is_tied_to_the_earlier_dossier_both_ways() -> None:
    found = edition(
        files() | {LATER: submission("resubmission_of: voorbeeldoproep/voorbeeld\n", "later", "L")}
    )
    later: Any = page_at("oproepen/voorbeeldoproep/dossiers/later/", found).record
    earlier: Any = page_at(ADDRESS, found).record
    (back,), (forth,) = later["chain"], earlier["chain"]
    assert (back["how"], back["submission"]["href"]) == ("Nieuwe indiening van", ADDRESS)
    assert (forth["how"], forth["submission"]["text"]) == ("Opnieuw ingediend als", "L")


def test_every_recommendation_stands_beside_its_answer() -> None:
    answers = (
        "resubmission_of: voorbeeldoproep/voorbeeld\n"
        "answers:\n  - {recommendation: meten, answer: Gedaan.}\n"
        "  - {recommendation: verzonnen, answer: Toch.}\n"
    )
    found = edition(files(advice=ADVICE) | {LATER: submission(answers, "later")})
    later: Any = page_at("oproepen/voorbeeldoproep/dossiers/later/", found).record
    assert [(row["recommendation"], row["answer"]) for row in later["answers"]] == [
        ("Meet het eerst.", "Gedaan."),
        ("Zeg wie het beheert.", None),
        ("verzonnen", "Toch."),
    ]


def test_in_english_a_dossier_has_its_own_address_and_says_what_is_dutch() -> None:
    found = edition(files(receipt=RECEIPT), language=Language.EN)
    record: Any = page_at("en/calls/voorbeeldoproep/submissions/voorbeeld/", found).record
    assert record["summary"] == {"text": "Kort.", "lang": "nl"}
    assert record["state"]["text"] == "Received"
    assert facts(record)["Amount requested"] == ["10,000 euro"]


def test_the_search_narrows_a_dossier_by_what_it_is() -> None:
    assert page_at(ADDRESS, edition()).filters == {
        "kind": ("Dossier",),
        "focus": ("Nabij",),
        "type": ("Concept",),
        "call": ("Voorbeeldoproep",),
        "municipality": ("Voorbeeldstad",),
        "region": ("Oost",),
    }


def test_practice_is_marked_and_stands_apart_in_the_search() -> None:
    found = edition(files(call=CALL_START + "demo: true\n", receipt=RECEIPT))
    page: Any = page_at(ADDRESS, found)
    assert page.record["demo"] is True
    assert page.filters == {"kind": ("Oefening",)}
    assert page_at("oproepen/voorbeeldoproep/", found).filters == {"kind": ("Oefening",)}
    assert page.record["next"].startswith("Deze oefenoproep sluit niet")


def test_an_organisation_made_up_for_practice_is_nowhere_in_the_programme() -> None:
    files = {
        "content/organisations/dienst.yml": "id: dienst\nname: D\nkind: overheid\ndemo: true\n"
    }
    project: Any = page_at("projecten/voorbeeld/", edition(files)).record
    assert "organisaties/dienst/" not in set(every_value(project)) | addresses(files)
    real = {page.address for page in all_pages(real_edition())}
    assert not {address for address in real if address.startswith("organisaties/demo-")}


def test_a_link_between_dossiers_leads_from_page_to_page() -> None:
    text = "[eerder](../voorbeeld/) [bijlage](../voorbeeld/annexes/plan.pdf)\n"
    found = files() | {
        LATER: submission(id="later"),
        f"{FOLDER}/later/README.md": text,
        f"{FOLDER}/voorbeeld/annexes/plan.pdf": "%PDF",
    }
    page = page_at("oproepen/voorbeeldoproep/dossiers/later/", edition(found))
    assert page.body == "[eerder](../voorbeeld/index.md) [bijlage](../voorbeeld/annexes/plan.pdf)\n"


def test_an_annex_is_published_beside_the_page() -> None:
    found = edition(files() | {f"{FOLDER}/voorbeeld/annexes/plan.pdf": "%PDF"})
    page = page_at(ADDRESS, found)
    assert page.files == {"annexes/plan.pdf": f"{FOLDER}/voorbeeld/annexes/plan.pdf"}
    assert page.record["files"] == [{"text": "plan.pdf", "href": f"{ADDRESS}annexes/plan.pdf"}]


@pytest.mark.parametrize("id", ["a%b", "<b>", "A"])
def test_a_dossier_with_an_odd_name_has_no_page(id: str) -> None:
    found = files() | {f"{FOLDER}/{id}/submission.yml": submission()}
    assert {address for address in addresses(found) if "dossiers" in address} == {ADDRESS}
