"""What each kind of page says of its record."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

import pytest

from gzg.site.edition import is_addressable
from gzg.site.pages.amendments import field_label
from gzg.site.pages.kinds import all_pages
from gzg.texts import Language
from tests.site.programmes import edition, page_at, real_edition

PROJECT = "content/projects/voorbeeld/project.yml"
CALL = "content/calls/voorbeeldoproep/call.yml"
BLUEPRINT = "content/blueprints/voorbeeld/blueprint.yml"
TOWNS = "content/organisations/municipalities.csv"

PROJECT_START = """\
id: voorbeeld
title: Voorbeeld
call: voorbeeldoproep
status: granted
summary: Kort.
"""
CALL_START = """\
id: voorbeeldoproep
number: 1
title: Voorbeeldoproep
type: concept
focuses: [nabij]
"""


def project(text: str, language: Language = Language.NL) -> Any:
    """The record of the page of a project with these fields besides."""
    address = {Language.NL: "projecten/voorbeeld/", Language.EN: "en/projects/voorbeeld/"}
    found = edition({PROJECT: PROJECT_START + text}, language=language)
    return page_at(address[language], found).record


def call(text: str) -> Any:
    return page_at("oproepen/voorbeeldoproep/", edition({CALL: CALL_START + text})).record


def facts(record: Mapping[str, Any]) -> dict[str, object]:
    return {row["label"]: row["values"] for row in record["facts"]}


def every_value(value: object) -> Iterator[object]:
    if isinstance(value, Mapping):
        for inner in value.values():
            yield from every_value(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from every_value(inner)
    else:
        yield value


def test_an_inferred_lead_is_a_presumed_lead() -> None:
    party = "parties:\n  - organisation: voorbeeldstad\n    role: trekker\n    basis: inferred\n"
    assert project(party)["parties"][0]["role"] == "Vermoedelijk trekker"
    assert project(party, Language.EN)["parties"][0]["role"] == "Presumed trekker"


@pytest.mark.parametrize(
    ("kind", "words"),
    [("press", "volgens de pers"), ("party", "volgens een politieke partij")],
)
def test_a_reported_amount_says_by_whom(kind: str, words: str) -> None:
    files = {
        PROJECT: PROJECT_START
        + "amounts:\n  granted:\n    value: 90000\n    basis: reported\n    sources: [krant]\n",
        "content/sources.yml": f"sources:\n  krant:\n    title: Krant\n    kind: {kind}\n",
    }
    record: Any = page_at("projecten/voorbeeld/", edition(files)).record
    row = next(row for row in record["facts"] if row["label"] == "Toegekend bedrag")
    assert row["values"] == ["90.000 euro"]
    assert (row["known"]["basis"], row["known"]["cites"]) == (words, [1])


def test_provenance_stands_with_its_own_field() -> None:
    record = project("provenance:\n  call:\n    basis: inferred\n    note: Volgt uit de datum.\n")
    row = next(row for row in record["facts"] if row["label"] == "Oproep")
    assert row["known"] == {"basis": "vermoedelijk", "note": "Volgt uit de datum.", "cites": []}


def test_an_approximate_amount_and_a_partial_date_say_so() -> None:
    record = project(
        "amounts:\n  paid:\n    value: 1100000\n    approximate: true\nstarted: 2022-12\n"
    )
    assert facts(record)["Uitbetaald bedrag"] == ["ongeveer 1.100.000 euro"]
    assert facts(record)["Begonnen"] == ["december 2022"]


def test_a_granted_project_without_an_end_has_an_unknown_outcome() -> None:
    assert facts(project(""))["Stand"] == ["toegekend, afloop onbekend"]
    assert facts(project("ended: 2024\n"))["Stand"] == ["toegekend"]


def test_a_chain_is_shown_on_both_its_ends() -> None:
    files = {
        "content/projects/vervolg/project.yml": PROJECT_START.replace(
            "id: voorbeeld\ntitle: Voorbeeld", "id: vervolg\ntitle: Vervolg"
        )
        + "relations:\n  - kind: continues\n    project: voorbeeld\n"
    }
    found = edition(files)
    later: Any = page_at("projecten/vervolg/", found).record
    earlier: Any = page_at("projecten/voorbeeld/", found).record
    assert [(tie["how"], tie["project"]["text"]) for tie in later["relations"]] == [
        ("Vervolg op", "Voorbeeld")
    ]
    assert [(tie["how"], tie["project"]["text"]) for tie in earlier["relations"]] == [
        ("Voortgezet in", "Vervolg")
    ]


def test_a_blueprint_that_names_its_project_is_a_result_of_it() -> None:
    shown = [result["blueprint"] for result in project("")["results"]]
    assert shown == [{"text": "Handleiding bij het voorbeeld", "href": "herbruikbaar/voorbeeld/"}]


def test_a_text_in_another_language_says_which() -> None:
    assert project("", Language.EN)["summary"] == {"text": "Kort.", "lang": "nl"}


def test_an_unknown_old_value_and_day_stay_unknown() -> None:
    (row,) = call("amendments:\n  - field: closes\n    new: 2022-07-01\n")["amendments"]
    assert (row["field"], row["old"], row["new"], row["date"]) == (
        "Sluit op",
        None,
        "1 juli 2022",
        None,
    )


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("closes", "2022-07-01T12:00", "1 juli 2022 om 12:00 uur"),
        ("maximum_grant", "150000", "150.000 euro"),
        ("focuses", "[nabij, open]", "Nabij en Open"),
        ("type", "concept", "Concept"),
        ("eligibility.lead_kinds", "[gemeente]", "Gemeente"),
        ("eligibility.minimum_other_local_governments", "1", "1"),
        ("eligibility.territory", "Overal", "Overal"),
        ("geen.veld", "iets", "iets"),
    ],
)
def test_an_amended_value_is_read_as_its_field_means_it(field: str, value: str, words: str) -> None:
    (row,) = call(f"amendments:\n  - field: {field}\n    new: {value}\n")["amendments"]
    assert row["new"] == words


def test_a_field_inside_another_has_its_own_title() -> None:
    found = edition()
    assert field_label(found, "eligibility.territory") == "Werkingsgebied"
    assert field_label(found, "no.such.field") == "no.such.field"


def test_a_deadline_is_told_as_precisely_as_it_is_known() -> None:
    assert facts(call("closes: 2022-07-01\n"))["Indienen"] == ["tot en met 1 juli 2022"]
    assert facts(call("closes: 2022-07-01T12:00\n"))["Indienen"] == ["tot 1 juli 2022 om 12:00 uur"]


def test_a_call_carries_its_instants_for_the_script() -> None:
    record = call("opens: 2022-03-21\ncloses: 2022-07-01\n")
    assert record["opens_at"] == "2022-03-21T00:00:00+01:00"
    assert record["closes_at"] == "2022-07-01T23:59:59+02:00"


def test_a_draft_has_no_page() -> None:
    found = edition({CALL: CALL_START + "draft: true\n"})
    assert "oproepen/voorbeeldoproep/" not in {page.address for page in all_pages(found)}


def test_a_call_for_practice_is_not_among_the_latest_calls() -> None:
    record: Any = page_at("", edition({CALL: CALL_START + "demo: true\n"})).record
    assert record["calls"] == []


def test_no_link_leads_to_a_call_that_is_a_draft() -> None:
    found = edition({CALL: CALL_START + "draft: true\n"})
    values = {value for page in all_pages(found) for value in every_value(page.record)}
    assert "oproepen/voorbeeldoproep/" not in values


def test_a_licence_that_is_unknown_says_so() -> None:
    start = "id: voorbeeld\ntitle: Gids\nkinds: [handleiding]\nproject: voorbeeld\nsummary: Kort.\n"
    found = edition({BLUEPRINT: start})
    record: Any = page_at("herbruikbaar/voorbeeld/", found).record
    absent = [row["label"] for row in record["facts"] if row.get("absent")]
    assert absent == ["Licentie"]


def test_a_call_begins_with_what_was_published_of_its_result() -> None:
    official = (
        "official_figures:\n  - figure: granted\n    value: 5\n"
        "  - figure: amount\n    value: 1100000\n    approximate: true\n"
    )
    record = page_at("oproepen/voorbeeldoproep/", edition({CALL: CALL_START + official})).record
    assert next(iter(facts(record))) == "Resultaat"
    assert facts(record)["Resultaat"] == ["5 projecten toegekend", "ongeveer 1.100.000 euro"]


def test_a_blueprint_says_how_far_it_is_beside_its_kinds() -> None:
    start = "id: voorbeeld\ntitle: Gids\nkinds: [handleiding]\nproject: voorbeeld\nsummary: Kort.\n"
    found = edition({BLUEPRINT: f"{start}availability: in-use\n"})
    record = page_at("herbruikbaar/voorbeeld/", found).record
    assert (record["state"], record["availability"]) == ("in-use", "in gebruik")


def test_the_words_of_a_project_lead_to_all_that_has_them() -> None:
    record = page_at("projecten/voorbeeld/", edition()).record
    assert facts(record)["Type"] == [{"text": "Concept", "href": "types/concept/"}]


def test_a_known_licence_leads_to_its_text() -> None:
    record = page_at("herbruikbaar/voorbeeld/", edition()).record
    assert facts(record)["Licentie"] == [
        {"text": "CC-BY-4.0", "href": "https://spdx.org/licenses/CC-BY-4.0.html"}
    ]


def test_a_municipality_shows_its_code_role_and_merger() -> None:
    towns = (
        "nis,name,province,valid_from,valid_to,successor_nis,tile_col,tile_row\n"
        "11111,Voorbeeldstad,Oost,,2024-12-31,33333,1,1\n"
        "33333,Nieuwstad,Oost,2025-01-01,,,2,1\n"
    )
    record: Any = page_at("organisaties/voorbeeldstad/", edition({TOWNS: towns})).record
    assert record["region"] == {"text": "Oost", "href": "organisaties/#region-oost"}
    assert record["registered"] == [
        {
            "nis": "11111",
            "begins": None,
            "ends": "31 december 2024",
            "successor": {
                "text": "Nieuwstad",
                "href": "organisaties/nieuwstad/",
                "nis": "33333",
            },
            "predecessors": [],
        }
    ]
    assert [role["text"] for role in record["projects"][0]["roles"]] == ["Trekker"]


def test_a_municipality_has_a_page_if_a_record_names_it_or_it_still_exists() -> None:
    towns = (
        "nis,name,province,valid_from,valid_to,successor_nis,tile_col,tile_row\n"
        "11111,Voorbeeldstad,Oost,,2024-12-31,33333,1,1\n"
        "22222,Oudstad,Oost,,2024-12-31,33333,,\n"
        "33333,Nieuwstad,Oost,2025-01-01,,,2,1\n"
    )
    found = {page.address for page in all_pages(edition({TOWNS: towns}))}
    assert "organisaties/voorbeeldstad/" in found
    assert "organisaties/nieuwstad/" in found
    assert "organisaties/oudstad/" not in found


def test_the_search_narrows_a_project_by_what_it_is() -> None:
    assert page_at("projecten/voorbeeld/", edition()).filters == {
        "kind": ("Project",),
        "focus": ("Nabij",),
        "type": ("Concept",),
        "call": ("Voorbeeldoproep",),
        "municipality": ("Voorbeeldstad",),
        "region": ("Oost",),
        "status": ("toegekend",),
        "amount": ("bedrag niet bekend",),
        "year": ("2022",),
    }


def test_a_page_has_the_day_of_the_latest_change_of_its_folder() -> None:
    folder = "content/projects/voorbeeld"
    changes = {
        f"{folder}/project.yml": datetime(2024, 1, 1, tzinfo=UTC),
        f"{folder}/README.md": datetime(2024, 3, 31, 22, 30, tzinfo=UTC),
        "content/projects/voorbeeld-2/project.yml": datetime(2025, 1, 1, tzinfo=UTC),
    }
    assert str(page_at("projecten/voorbeeld/", edition(changes=changes)).changed) == "2024-04-01"
    assert str(page_at("projecten/", edition(changes=changes)).changed) == "2025-01-01"
    assert page_at("oproepen/", edition(changes=changes)).changed is None


@pytest.mark.parametrize("id", ["..", "a b", "A", "é", "", "a" * 201, "a/b", "a\n", "<b>"])
def test_a_name_that_cannot_stand_in_an_address_has_no_page(id: str) -> None:
    assert not is_addressable(id)


def test_a_folder_with_an_odd_name_has_no_page() -> None:
    found = edition({"content/projects/a%b <c>/project.yml": PROJECT_START})
    assert not [page for page in all_pages(found) if "%" in page.address]


def test_a_translation_of_a_news_item_is_on_no_dutch_page() -> None:
    files = {"content/news/voorbeeld.en.md": "---\ntitle: N\ndate: 2022-03-21\nlanguage: en\n---\n"}
    dutch = {page.address for page in all_pages(edition(files))}
    english = {page.address for page in all_pages(edition(files, language=Language.EN))}
    assert "nieuws/voorbeeld/" in dutch
    assert "en/news/voorbeeld/" in english
    assert not {address for address in dutch if "voorbeeld.en" in address}


def test_every_rule_has_its_page() -> None:
    found = page_at("regels/GZG101/", edition())
    assert found.title.startswith("GZG101: ")
    assert "## Waarom" in found.body


def test_the_coverage_of_the_real_programme_is_said_in_words() -> None:
    record = page_at("onbekend/", real_edition()).record
    assert record["coverage"] == "De bronnen noemen 30 van de 61 toegekende projecten bij naam."


@pytest.mark.parametrize("language", Language)
def test_records_for_templates_are_plain_data(language: Language) -> None:
    plain = (str, int, type(None))
    strange = {
        type(value)
        for page in all_pages(real_edition(language))
        for value in every_value(page.record)
        if not isinstance(value, plain)
    }
    assert strange == set()
