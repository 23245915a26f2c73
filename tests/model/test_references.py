"""What a record names: which fields are ids, of what, and in which languages its texts are."""

import pytest

from gzg.model.base import Model
from gzg.model.blueprint import Blueprint
from gzg.model.call import Call
from gzg.model.organisation import Organisation
from gzg.model.page import News
from gzg.model.project import Project
from gzg.model.references import TEXT, TEXT_LANGUAGE, Reference, names, references, text_languages

PROJECT = Project.model_validate(
    {
        "id": "loket",
        "title": {"nl": "Loket", "en": "Desk"},
        "call": "oproep-1",
        "domains": ["parkeren", "begraven"],
        "status": "granted",
        "summary": "Een loket.",
        "parties": [
            {"organisation": "gent", "role": "penhouder", "sources": ["krant"]},
            {"organisation": "aalst", "role": "partner", "note": {"fr": "Une note."}},
        ],
        "other_parties": [{"name": "De pers"}, {"organisation": "vvsg"}],
        "relations": [{"kind": "continues", "project": "proef"}],
        "amounts": {"granted": {"value": 1000, "sources": ["besluit"]}},
        "results": [{"title": "Een handleiding", "blueprint": "handleiding"}],
        "provenance": {"focus": {"basis": "inferred", "sources": ["krant", "verslag"]}},
        "conflicts": [
            {
                "about": "Wie leidt",
                "claims": [{"says": "Gent.", "sources": ["verslag"]}],
                "why": "Daarom.",
            }
        ],
    }
)


def test_every_reference_is_found_with_its_field_and_kind() -> None:
    assert set(references(PROJECT)) == {
        Reference(("call",), "call", "oproep-1"),
        Reference(("domains", 0), "domain", "parkeren"),
        Reference(("domains", 1), "domain", "begraven"),
        Reference(("parties", 0, "organisation"), "organisation", "gent"),
        Reference(("parties", 0, "role"), "role", "penhouder"),
        Reference(("parties", 0, "sources", 0), "source", "krant"),
        Reference(("parties", 1, "organisation"), "organisation", "aalst"),
        Reference(("parties", 1, "role"), "role", "partner"),
        Reference(("other_parties", 1, "organisation"), "organisation", "vvsg"),
        Reference(("relations", 0, "project"), "project", "proef"),
        Reference(("amounts", "granted", "sources", 0), "source", "besluit"),
        Reference(("results", 0, "blueprint"), "blueprint", "handleiding"),
        Reference(("provenance", "focus", "sources", 0), "source", "krant"),
        Reference(("provenance", "focus", "sources", 1), "source", "verslag"),
        Reference(("conflicts", 0, "claims", 0, "sources", 0), "source", "verslag"),
    }


def test_names_are_the_ids_of_the_references_and_the_languages_of_the_texts() -> None:
    expected: dict[str, set[str]] = {TEXT_LANGUAGE: {"", "nl", "en", "fr"}}
    expected[TEXT] = {each.id for each in text_languages(PROJECT) if each.kind == TEXT}
    for reference in references(PROJECT):
        expected.setdefault(reference.kind, set()).add(reference.id)
    assert names(PROJECT) == expected


def test_the_language_of_a_text_stands_at_the_text() -> None:
    found = {reference.field: reference.id for reference in text_languages(PROJECT)}
    assert found["title", "en"] == "en"
    assert found["parties", 1, "note", "fr"] == "fr"
    assert found["parties", 1, "note"] == "fr"


@pytest.mark.parametrize(
    ("model", "data", "expected"),
    [
        (Call, {"type": "concept", "focuses": ["open"]}, {"type", "focus"}),
        (Call, {"eligibility": {"lead_kinds": ["gemeente"]}}, {"organisation-kind"}),
        (Call, {"dossier_parts": [{"part": "plan"}]}, {"dossier-part"}),
        (Call, {"follow_up_calls": ["oproep-2"]}, {"call"}),
        (Call, {"official_figures": [{"figure": "granted", "value": 1, "focus": "x"}]}, {"focus"}),
        (Organisation, {"region": "oost", "part_of": "abb"}, {"region", "organisation"}),
        (Blueprint, {"kinds": ["handleiding"], "owners": ["gent"]}, {"blueprint-kind"}),
        (News, {"language": "nl", "projects": ["loket"]}, {"language", "project"}),
    ],
)
def test_each_kind_of_record_names_what_its_fields_say(
    model: type[Model], data: dict[str, object], expected: set[str]
) -> None:
    least: dict[type[Model], dict[str, object]] = {
        Call: {"id": "c", "number": 1, "title": "C", "type": "t", "focuses": []},
        Organisation: {"id": "o", "name": "O", "kind": "k"},
        Blueprint: {"id": "b", "title": "B", "kinds": [], "project": "p", "summary": "S"},
        News: {"title": "N", "date": "2022-01-01"},
    }
    assert expected <= names(model.model_validate(least[model] | data)).keys()
