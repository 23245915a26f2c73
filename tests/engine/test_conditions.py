"""The list of a call's conditions: what is met, what is not, what a person judges, in words."""

from collections.abc import Callable, Mapping

import pytest

from gzg.engine.conditions import SUBJECT, Condition, Verdict, conditions
from gzg.rules.registry import module_by_code
from gzg.texts import Language, entries
from tests.call_schema.dossiers import CALL_ID, PATH, README, Data, context_with, dossier, real

NL, EN = Language.NL, Language.EN
CALL = f"content/calls/{CALL_ID}/call.yml"
Change = Callable[[Data], object]


def listed(data: Data, files: Mapping[str, bytes] | None = None) -> tuple[Condition, ...]:
    context = context_with(data, files)
    return conditions(context.catalogue.repository.record_at(PATH), context)


def not_met(data: Data, files: Mapping[str, bytes]) -> list[tuple[str | None, str, str, str]]:
    return [
        (each.code, each.title[NL], each.wanted[NL], each.found[NL])
        for each in listed(data, files)
        if each.verdict is Verdict.NOT_MET
    ]


def test_of_the_model_dossier_everything_is_met_that_no_person_judges() -> None:
    found = listed(dossier())

    assert {each.verdict for each in found} == {Verdict.MET, Verdict.PERSON}
    assert [each.title[EN] for each in found if each.verdict is Verdict.PERSON] == [
        "Territory",
        "Projects that run already",
        "What the grant pays for",
    ]


def test_a_condition_tells_what_is_wanted_and_what_was_found_in_both_languages() -> None:
    (maximum,) = (each for each in listed(dossier()) if each.code == "GZG221")

    assert maximum.wanted == {NL: "ten hoogste 150.000 euro", EN: "at most 150,000 euro"}
    assert maximum.found == {NL: "120.000 euro", EN: "120,000 euro"}


def test_every_part_of_the_text_is_a_condition_of_its_own() -> None:
    parts = [each for each in listed(dossier()) if each.code == "GZG241"]

    assert [(each.title[EN], each.wanted[NL], each.found[NL]) for each in parts] == [
        ("Part Pitch", "tussentitels: 3; 150 tot 400 woorden", "177 woorden"),
        ("Part Impactmap", "tussentitels: 3; 150 tot 400 woorden", "170 woorden"),
        ("Part Blauwdruk", "tussentitels: 3; 150 tot 400 woorden", "212 woorden"),
        ("Part Succesmeting", "tussentitels: 3; 150 tot 400 woorden", "174 woorden"),
    ]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            lambda data: data.update(requested=180000),
            [
                ("GZG221", "Hoogste bedrag", "ten hoogste 150.000 euro", "180.000 euro"),
                (
                    "GZG235",
                    "Eigen inbreng",
                    "minstens 20 procent van alle kosten",
                    "40.000 euro, 18,2 procent",
                ),
                (
                    "GZG231",
                    "Bedragen die kloppen",
                    "kosten, aandelen en eigen inbreng komen overeen met wat gevraagd is",
                    "kosten 160.000 euro; gevraagd 180.000 euro en eigen inbreng 40.000 euro",
                ),
            ],
        ),
        (
            lambda data: data.update(ends="2028-09-01"),
            [
                (
                    "GZG237",
                    "Duur",
                    "ten hoogste 24 maanden",
                    "1 september 2026 tot en met 1 september 2028",
                )
            ],
        ),
        (
            lambda data: data.pop("standards"),
            [("GZG225", "Gevraagd: standaarden", "ingevuld", "0 ingevuld")],
        ),
        (
            lambda data: data.update(focus="onbekend"),
            [
                (
                    "GZG301",
                    "Focus",
                    "een van: Innovatieve dienstverlening; Digitale democratie",
                    "onbekend",
                )
            ],
        ),
    ],
)
def test_what_is_not_met_has_its_rule_and_both_values(
    change: Change, expected: list[tuple[str, str, str, str]]
) -> None:
    data = dossier()
    change(data)
    text = real().repository.source(CALL).text
    two_focuses = text.replace(", werkplek-van-de-toekomst]", "]")

    assert not_met(data, {CALL: two_focuses.encode()}) == expected


def test_one_missing_part_leaves_the_others_met() -> None:
    text = real().repository.source(README).text.replace("## Pitch\n", "## Inleiding\n")
    found = listed(dossier(), {README: text.encode()})

    assert [
        (each.code, each.title[NL], each.found[NL])
        for each in found
        if each.verdict is Verdict.NOT_MET
    ] == [("GZG241", "Onderdeel Pitch", "niet gevonden")]


def test_a_dossier_that_cannot_be_read_has_conditions_of_which_nothing_is_known() -> None:
    data = dossier()
    del data["title"]
    found = listed(data)

    assert {each.verdict for each in found} == {Verdict.UNKNOWN, Verdict.PERSON}
    assert {each.found[NL] for each in found} == {""}
    assert "ten hoogste 150.000 euro" in {each.wanted[NL] for each in found}


def test_who_must_approve_is_told_by_role_where_the_parties_cannot_be_read() -> None:
    data = dossier()
    del data["title"]
    (agreement,) = (each for each in listed(data) if each.code == "GZG245")

    assert agreement.wanted == {
        NL: "een orgaan van de penhouder en elke initiatiefnemer, voor de handtekening en voor het "
        "indienen",
        EN: "a body of the lead and each initiator, before the signature and before handing in",
    }


def test_a_dossier_for_another_call_than_its_folders_is_not_compared() -> None:
    found = listed({**dossier(), "call": "oefenoproep-vorig"})

    assert {each.verdict for each in found} == {Verdict.UNKNOWN, Verdict.PERSON}


def test_a_call_that_cannot_be_read_has_no_conditions() -> None:
    assert listed(dossier(), {CALL: b"id: [\n"}) == ()


def test_a_resubmission_is_asked_for_its_answers() -> None:
    data = dossier()
    data["resubmission_of"] = "oefenoproep-vorig/digitaal-loket"
    found = {each.title[NL]: each for each in listed(data)}

    assert found["Antwoorden op het juryadvies"].verdict is Verdict.NOT_MET
    assert found["Antwoorden op het juryadvies"].found[NL].endswith("antwoorden: 0")


def test_every_code_exists_and_every_text_stands_in_both_languages() -> None:
    codes = {each.code for each in listed(dossier())} - {None}

    assert codes <= module_by_code().keys()
    for key, text in entries(SUBJECT).items():
        assert text.keys() == {str(each) for each in Language}, key


def test_without_an_agreement_nothing_is_said_of_its_approval() -> None:
    data = dossier()
    del data["agreement"]
    found = {each.title[NL]: each.verdict for each in listed(data)}

    assert found["Gevraagd: samenwerkingsovereenkomst"] is Verdict.NOT_MET
    assert found["Goedkeuring van de overeenkomst"] is Verdict.UNKNOWN
