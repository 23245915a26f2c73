"""The schemas: complete in both languages, valid by the standard, and as committed."""

import json
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from gzg import schemas
from gzg.call_schema import compiled
from gzg.model.base import Model
from gzg.model.kinds import Kind
from gzg.model.models import MODELS
from gzg.model.schema import Schema, declaring, field_texts, parts, rendered, schema_of
from gzg.repository.catalogue import Catalogue
from gzg.repository.repository import Repository
from gzg.repository.tree import WorkingTree
from gzg.texts import Language, entries

ROOT = Path(__file__).parents[2]
PARTS = sorted(set().union(*map(parts, MODELS.values())), key=lambda part: part.__name__)
PART_MODELS = [part for part in PARTS if issubclass(part, Model)]
PART_VALUES = [part for part in PARTS if issubclass(part, StrEnum)]


def test_no_two_parts_share_a_name() -> None:
    names = [part.__name__ for part in PARTS]

    assert len(names) == len(set(names))


def test_every_model_and_field_has_its_texts_and_no_text_is_left_over() -> None:
    models = {model.__name__ for model in PART_MODELS}
    fields = {declaring(model, field) for model in PART_MODELS for field in model.model_fields}

    assert field_texts().keys() == models | fields


@pytest.mark.parametrize("language", Language)
def test_every_text_of_a_field_has_a_title_and_a_description(language: Language) -> None:
    for key, text in field_texts().items():
        assert text.keys() == set(Language), key
        assert text[language].keys() == {"title", "description"}, key
        assert all(part.strip() == part != "" for part in text[language].values()), key
        assert text[language]["description"].endswith((".", "`")), key


def test_a_title_is_short() -> None:
    for key, text in field_texts().items():
        assert all(len(text[language]["title"].split()) <= 5 for language in Language), key


def test_every_value_has_its_labels_and_no_label_is_left_over() -> None:
    values = {f"{part.__name__}.{value}" for part in PART_VALUES for value in part}

    assert entries("values").keys() == values
    for key, labels in entries("values").items():
        assert labels.keys() == set(Language), key
        assert all(isinstance(label, str) and label for label in labels.values()), key


def test_labels_of_one_list_differ_from_each_other() -> None:
    for part in PART_VALUES:
        for language in Language:
            labels = [entries("values")[f"{part.__name__}.{value}"][language] for value in part]
            assert len(labels) == len(set(labels)), part.__name__


@pytest.mark.parametrize("kind", Kind)
def test_a_schema_is_valid_by_its_own_dialect(kind: Kind) -> None:
    Draft202012Validator.check_schema(schema_of(kind))


@pytest.mark.parametrize("kind", Kind)
def test_every_property_of_a_schema_speaks_both_languages(kind: Kind) -> None:
    for name, schema in _properties(schema_of(kind)):
        assert schema["title"], name
        assert schema["description"], name
        assert schema["x-en"].keys() == {"title", "description"}, name


@pytest.mark.parametrize("kind", Kind)
def test_every_object_of_a_schema_refuses_keys_it_does_not_know(kind: Kind) -> None:
    schema = schema_of(kind)
    for name, part in {kind: schema, **schema["$defs"]}.items():
        if "properties" in part:
            assert part["additionalProperties"] is False, name


def test_a_choice_tells_what_each_value_means() -> None:
    status = schema_of(Kind.PROJECT)["$defs"]["Status"]

    assert dict(zip(status["enum"], status["enumDescriptions"], strict=True))["running"] == (
        "in uitvoering"
    )
    assert status["x-en"]["enumDescriptions"][1] == "running"


def test_a_hover_speaks_dutch_and_keeps_the_english_beside_it() -> None:
    closes = schema_of(Kind.CALL)["properties"]["closes"]

    assert closes["title"] == "Sluit op"
    assert closes["x-en"]["title"] == "Closes on"


def test_a_schema_is_readable_text_that_ends_its_last_line() -> None:
    text = rendered(Kind.SOURCES)

    assert text.endswith("}\n")
    assert "officiële bron" in text
    assert json.loads(text)["$id"] == "sources.schema.json"


def test_the_committed_schemas_are_those_of_the_models_and_calls() -> None:
    catalogue = Catalogue(Repository(WorkingTree(ROOT)))
    of_calls = compiled.schema_files(catalogue.calls, catalogue.programme)

    assert schemas.stale(ROOT, of_calls) == []


def test_a_changed_a_missing_and_a_strange_schema_are_stale(tmp_path: Path) -> None:
    schemas.write(tmp_path, {})
    folder = tmp_path / "schemas"
    (folder / "call.schema.json").write_text("{}")
    (folder / "news.schema.json").unlink()
    (folder / "strange.schema.json").write_text("{}")

    assert schemas.stale(tmp_path, {}) == [
        "schemas/call.schema.json",
        "schemas/news.schema.json",
        "schemas/strange.schema.json",
    ]


def test_written_schemas_are_not_stale(tmp_path: Path) -> None:
    schemas.write(tmp_path, {})

    assert schemas.stale(tmp_path, {}) == []


def _properties(schema: Schema) -> Iterator[tuple[str, Schema]]:
    for part in (schema, *schema["$defs"].values()):
        yield from part.get("properties", {}).items()
