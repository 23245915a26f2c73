"""A call's own schema: its bytes, that it is a schema, and what a form finds in it."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from gzg.call_schema.compiled import compiled, file_name, rendered
from gzg.model.call import Asked
from gzg.model.kinds import Kind
from gzg.model.schema import Schema, schema_of
from gzg.model.submission import Submission
from gzg.rules.registry import module_by_code
from tests.call_schema.dossiers import call, programme, real
from tests.golden import same_as

GOLDEN = Path(__file__).parent / "golden"


def coded(node: object) -> list[Schema]:
    """Every part of a schema that names a rule."""
    if isinstance(node, list):
        return [found for item in node for found in coded(item)]
    if not isinstance(node, dict):
        return []
    own = [node] if "x-gzg" in node else []
    return own + [found for value in node.values() for found in coded(value)]


def test_the_practice_calls_schema_is_as_it_was() -> None:
    assert same_as(GOLDEN / file_name("oefenoproep"), rendered(call(), programme()))


@pytest.mark.parametrize("id", sorted(real().calls))
def test_every_call_gives_a_schema_by_the_standard(id: str) -> None:
    schema = json.loads(rendered(real().calls[id], programme()))

    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"{id}.schema.json"


@pytest.mark.parametrize("id", sorted(real().calls))
def test_every_part_that_a_call_adds_names_a_rule_that_exists(id: str) -> None:
    schema = compiled(real().calls[id], programme())
    codes = {part["x-gzg"] for part in coded(schema)}
    codes |= {rule["code"] for rule in schema["x-gzg-rules"]}

    assert codes >= {"GZG220", "GZG223", "GZG224", "GZG236"}
    assert codes <= module_by_code().keys()


def test_what_is_left_without_the_parts_of_the_call_is_the_schema_of_every_submission() -> None:
    schema, general = compiled(call(), programme()), schema_of(Kind.SUBMISSION)
    for name in general["properties"]:
        schema["properties"][name].pop("allOf", None)

    assert schema["properties"] == general["properties"]
    assert schema["required"] == general["required"]


def test_an_amount_is_exact_to_the_cent() -> None:
    schema = json.loads(rendered(call(maximum_grant=Decimal("1107397.55")), programme()))
    parts = {part["x-gzg"]: part for part in schema["properties"]["requested"]["allOf"]}

    assert parts["GZG221"]["maximum"] == 1107397.55
    assert parts["GZG222"]["minimum"] == 20000


def test_a_call_without_amounts_limits_none() -> None:
    schema = compiled(call(maximum_grant=None, minimum_grant=None), programme())

    assert "allOf" not in schema["properties"]["requested"]


def test_the_questions_are_all_fields_in_the_order_of_the_model_but_what_is_not_asked() -> None:
    every = compiled(call(), programme())
    few = compiled(call(asks=(Asked.STANDARDS,)), programme())

    assert every["x-order"] == list(Submission.model_fields)
    assert set(every["x-order"]) - set(few["x-order"]) == {
        *("budget", "success_plan", "blueprints", "building_blocks", "agreement"),
    }
    assert "share" in every["$defs"]["ConsortiumParty"]["x-order"]
    assert "share" not in few["$defs"]["ConsortiumParty"]["x-order"]


def test_a_choice_shows_the_programmes_titles_in_both_languages() -> None:
    schema = compiled(call(focuses=("digitale-democratie",)), programme())
    (focus,) = schema["properties"]["focus"]["allOf"]

    assert focus["enum"] == ["digitale-democratie"]
    assert focus["enumDescriptions"] == ["Digitale democratie"]
    assert focus["x-en"]["enumDescriptions"] == ["Digital democracy"]


def test_compiling_one_call_leaves_nothing_behind_in_the_next() -> None:
    first = rendered(call(), programme())
    rendered(call(asks=(), maximum_grant=Decimal(1)), programme())

    assert rendered(call(), programme()) == first
