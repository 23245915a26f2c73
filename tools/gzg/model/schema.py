"""JSON Schemas made from the models, with the texts that an editor shows; no file is written here.

A schema accepts all that its model accepts. What only the model refuses stands in `MODEL_ONLY`.
Titles and descriptions are Dutch, because an editor's hover can show only one language; the
English ones stand under `x-en`.
"""

import inspect
import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any, cast, get_args

from pydantic import TypeAdapter

from gzg.model.base import Localised, Model
from gzg.model.kinds import Kind
from gzg.model.models import MODELS
from gzg.texts import Language, entries

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FIELD_SUBJECTS = (
    "fields/facts",
    "fields/programme",
    "fields/call",
    "fields/project",
    "fields/submission",
)
TEXT = "Text"
"""The name of the shared definition of a localised text."""

MODEL_ONLY: Mapping[str, str] = MappingProxyType(
    {
        "date": "a pattern does not know which days and hours exist",
        "money": "how many decimals a number was written with is not in its value",
        "kbo": "check digits need arithmetic",
        "licence": "the grammar of SPDX expressions and its hundreds of licences",
        "address": "host names and forbidden signs; the schema asks the first letters only",
        "int_type": "to a schema 1.0 is a whole number, to the model it is a decimal",
        "string_pattern_mismatch": "`$` lets a last line break pass where regular expressions are"
        " Python's",
    }
)
"""The kinds of error that only a model finds, each with the reason why its schema cannot."""

Schema = dict[str, Any]
"""A JSON Schema, or a part of one: its values are as varied as JSON."""

FieldText = Mapping[str, str]
"""`title` and `description` in one language."""


@cache
def field_texts() -> Mapping[str, Mapping[str, FieldText]]:
    """`Model` or `Model.field` → language → title and description."""
    texts: dict[str, Mapping[str, FieldText]] = {}
    for subject in FIELD_SUBJECTS:
        # These files are one level deeper than other texts: title and description per language.
        texts |= cast(Mapping[str, Mapping[str, FieldText]], entries(subject))
    return texts


def parts(model: type[Model]) -> set[type[Model] | type[StrEnum]]:
    """The model itself and every model and list of values that its fields are made of."""
    found: set[type[Model] | type[StrEnum]] = set()
    waiting: list[type[Model] | type[StrEnum]] = [model]
    while waiting:
        part = waiting.pop()
        if part not in found:
            found.add(part)
            if issubclass(part, Model):
                annotations = (field.annotation for field in part.model_fields.values())
                waiting += [named for item in annotations for named in _named_in(item)]
    return found


def part_of(model: type[Model], field: str) -> type[Model] | None:
    """The model that a field's value is made of; None for a plain value."""
    named = _named_in(model.model_fields[field].annotation)
    return next((each for each in named if issubclass(each, Model)), None)


def declaring(model: type[Model], field: str) -> str:
    """The key of a field's texts: `Class.field`, of the class that declares the field."""
    for ancestor in model.__mro__:
        if field in inspect.get_annotations(ancestor):
            return f"{ancestor.__name__}.{field}"
    raise KeyError(field)


def fields_by_title(model: type[Model]) -> Mapping[str, str]:
    """What a person calls a field, in either language and in small letters → its key."""
    texts = ((field, field_texts()[declaring(model, field)]) for field in model.model_fields)
    return {text[lang]["title"].lower(): field for field, text in texts for lang in Language}


def values_by_label(values: type[StrEnum]) -> Mapping[str, str]:
    """What a person calls a value, in either language and in small letters → the value."""
    labels = ((value, entries("values")[f"{values.__name__}.{value}"]) for value in values)
    return {label[lang].lower(): str(value) for value, label in labels for lang in Language}


def schema_of(kind: str) -> Schema:
    """The JSON Schema (2020-12) of a kind of record, its texts in place."""
    model = MODELS[Kind(kind)]
    raw = model.model_json_schema()
    definitions: Schema = raw.pop("$defs", {})
    described: Schema = {TEXT: {"anyOf": deepcopy(_text_alternatives())}}
    for part in parts(model):
        plain = raw if part is model else definitions[part.__name__]
        if issubclass(part, Model):
            described[part.__name__] = _shaped(_with_field_texts(part, plain))
        else:
            described[part.__name__] = _with_value_texts(part, plain)
    root = described.pop(model.__name__)
    ordered = {name: described[name] for name in sorted(described)}
    return {"$schema": DIALECT, "$id": file_name(kind), **root, "$defs": ordered}


def rendered(kind: str) -> str:
    """The schema of a kind as the text of its file: the same bytes for the same models."""
    return json.dumps(schema_of(kind), indent=2, ensure_ascii=False) + "\n"


def file_name(kind: str) -> str:
    """The name of the file that a kind's schema stands in."""
    return f"{Kind(kind)}.schema.json"


def _named_in(annotation: object) -> Iterator[type[Model] | type[StrEnum]]:
    if isinstance(annotation, type) and issubclass(annotation, Model | StrEnum):
        yield annotation
    for argument in get_args(annotation):
        yield from _named_in(argument)


def _with_field_texts(model: type[Model], schema: Schema) -> Schema:
    properties = {
        field: _with_text(declaring(model, field), property_)
        for field, property_ in schema["properties"].items()
    }
    return _with_text(model.__name__, {**schema, "properties": properties})


def _with_text(key: str, schema: Schema) -> Schema:
    text = field_texts()[key]
    dutch = {**text[Language.NL], "x-en": {**text[Language.EN]}}
    return dutch | {name: value for name, value in schema.items() if name not in dutch}


def _with_value_texts(values: type[StrEnum], schema: Schema) -> Schema:
    """With the descriptions that yaml-language-server and VS Code show beside each value."""
    texts = entries("values")
    labels = {
        language: [texts[f"{values.__name__}.{value}"][language] for value in values]
        for language in Language
    }
    return {
        "type": schema["type"],
        "enum": schema["enum"],
        "enumDescriptions": labels[Language.NL],
        "x-en": {"enumDescriptions": labels[Language.EN]},
    }


@cache
def _text_alternatives() -> list[Schema]:
    """What a localised text may be; asked for at every part of every schema."""
    alternatives: list[Schema] = TypeAdapter(Localised).json_schema()["anyOf"]
    return alternatives


def _shaped(node: Any) -> Any:
    """Without defaults that say nothing, texts by reference, and no key outside its pattern."""
    if isinstance(node, list):
        return [_shaped(item) for item in node]
    if not isinstance(node, dict):
        return node
    shaped = {
        name: _shaped(value)
        for name, value in node.items()
        if not (name == "default" and (value is None or isinstance(value, list | dict)))
    }
    return _closed(_text_by_reference(shaped))


def _text_by_reference(node: Schema) -> Schema:
    alternatives = _text_alternatives()
    if node.get("anyOf", [])[: len(alternatives)] != alternatives:
        return node
    others = node.pop("anyOf")[len(alternatives) :]
    reference: Schema = {"$ref": f"#/$defs/{TEXT}"}
    return node | ({"anyOf": [reference, *others]} if others else reference)


def _closed(node: Schema) -> Schema:
    """Pydantic lets keys that no pattern matches pass; its models do not."""
    if "patternProperties" not in node:
        return node
    ((pattern, value),) = node.pop("patternProperties").items()
    names = {**node.get("propertyNames", {}), "pattern": pattern}
    return node | {"propertyNames": names, "additionalProperties": value}
