"""The schemas that the site publishes."""

import json

import pytest

from gzg.model.kinds import Kind
from gzg.site.schema_files import schema_files
from tests.site.programmes import edition, page_at, real_edition
from tests.site.test_pages import CALL, CALL_START

OWN = "schemas/calls/voorbeeldoproep.schema.json"


def test_every_kind_of_record_has_its_schema() -> None:
    found = schema_files(edition().catalogue)
    assert {f"schemas/{kind}.schema.json" for kind in Kind} <= found.keys()


def test_a_call_has_the_schema_of_its_dossiers_and_its_page_leads_there() -> None:
    found = edition({CALL: CALL_START + "maximum_grant: 12345\n"})
    schema = json.loads(schema_files(found.catalogue)[OWN])
    assert schema["title"] == "Voorbeeldoproep"
    assert "12345" in json.dumps(schema)
    assert page_at("oproepen/voorbeeldoproep/", found).record["schema"] == OWN


@pytest.mark.parametrize("text", ["origin: sources\n", "draft: true\n"])
def test_a_call_that_nobody_can_hand_in_for_has_no_schema(text: str) -> None:
    assert OWN not in schema_files(edition({CALL: CALL_START + text}).catalogue)


def test_no_call_takes_the_place_of_a_kind_of_record() -> None:
    call = CALL_START.replace("id: voorbeeldoproep", "id: project")
    found = edition({"content/calls/project/call.yml": call})
    expected = schema_files(edition().catalogue)["schemas/project.schema.json"]
    assert schema_files(found.catalogue)["schemas/project.schema.json"] == expected
    assert (
        page_at("oproepen/project/", found).record["schema"] == "schemas/calls/project.schema.json"
    )


def test_of_the_real_programme_only_the_calls_for_practice_have_one() -> None:
    kinds = {f"schemas/{kind}.schema.json" for kind in Kind}
    calls = schema_files(real_edition().catalogue).keys() - kinds
    assert calls == {
        "schemas/calls/oefenoproep.schema.json",
        "schemas/calls/oefenoproep-vorig.schema.json",
    }
