"""After any field of any kind of record changed, no page is kept that would be another one.

The records are in memory and only the docs folder is on disk, so that every field can be changed
in turn. Whole builds are compared in `test_incremental.py`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from gzg.model.base import Model
from gzg.model.kinds import Kind
from gzg.repository import layout
from gzg.repository.catalogue import Catalogue
from gzg.repository.repository import Repository
from gzg.repository.tree import MemoryTree
from gzg.texts import Language
from tests.site.kept_pages import BASE, EVERY_CHANGE, RECORDS, built, edition

# The programme in which everything is changed has everything.


def test_every_field_of_a_record_is_filled_in() -> None:
    catalogue = Catalogue(Repository(MemoryTree(BASE)))
    records = [record for record in catalogue.all_records() if record.kind is not Kind.PROGRAMME]
    assert [record.path for record in records if record.model is None] == []
    assert {record.kind for record in records} == set(Kind) - {Kind.PROGRAMME}
    models = [model for record in records for model in within(record.model)]
    filled = {(type(model), name) for model in models for name in model.model_fields_set}
    every = {(type(model), name) for model in models for name in type(model).model_fields}
    assert every - filled == set()


def within(value: object) -> Iterator[Model]:
    if isinstance(value, Model):
        yield value
        value = dict(value)
    inner = value.values() if isinstance(value, Mapping) else value
    if isinstance(inner, list | tuple | type({}.values())):
        for each in inner:
            yield from within(each)


# Every change of a field.

SWAPS = {
    "voorbeeld": "vervolg",
    "vervolg": "voorbeeld",
    "voorbeeldoproep": "tweede",
    "tweede": "voorbeeldoproep",
    "nabij": "open",
    "open": "nabij",
    "trekker": "partner",
    "partner": "trekker",
    "voorbeeldstad": "nieuwstad",
    "nieuwstad": "bureau",
    "oudedorp": "voorbeeldstad",
    "bureau": "dienst",
    "bericht": "krant",
    "krant": "bericht",
    "inferred": "derived",
    "reported": "inferred",
    "running": "finished",
    "granted": "in-use",
    "published": "withdrawn",
    "linked-with": "continues",
    "continues": "resubmission-of",
    "official": "press",
    "public": "at_decision",
    "inadmissible": "admissible",
    "overheid": "bedrijf",
    "nl": "en",
    "en": "nl",
    "GZG412": "GZG411",
    "shares": "budget",
    "CC-BY-4.0": "EUPL-1.2",
    "voorbeeldoproep/ander": "tweede/beter",
    "voorbeeldoproep/voorbeeld": "voorbeeldoproep/ander",
}
"""A word of a closed list, or an id → another one that is there."""

_DATE = re.compile(r"(\d{4})(-.*)?", re.DOTALL)


def other(value: object) -> object:
    """Another value of the same kind."""
    match value:
        case bool():
            return not value
        case int() | Decimal():
            return value + 1
        case str() if value in SWAPS:
            return SWAPS[value]
        case str() if found := _DATE.fullmatch(value):
            return f"{int(found[1]) - 1}{found[2] or ''}"
        case _:
            return f"{value}x"


def changes_of(data: Any) -> Iterator[Any]:
    """The same data with one value taken away or replaced, in turn; both where all are asked."""
    for number, place in enumerate(places(data)):
        is_value = not isinstance(reached(data, place), dict | list)
        if not is_value or number % 2 or EVERY_CHANGE:
            changed = deepcopy(data)
            del reached(changed, place[:-1])[place[-1]]
            yield changed
        if is_value and (not number % 2 or EVERY_CHANGE):
            changed = deepcopy(data)
            inner = reached(changed, place[:-1])
            inner[place[-1]] = other(inner[place[-1]])
            yield changed


def reached(data: Any, place: Sequence[Any]) -> Any:
    for step in place:
        data = data[step]
    return data


def places(data: Any) -> Iterator[tuple[Any, ...]]:
    steps = data if isinstance(data, dict) else range(len(data))
    for step in steps:
        yield (step,)
        if isinstance(data[step], dict | list):
            yield from ((step, *rest) for rest in places(data[step]))


def rewritten(path: str, data: Any, body: str) -> bytes:
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    return (f"---\n{text}---\n{body}" if path.endswith(".md") else text).encode()


@pytest.mark.parametrize("path", [path for path in RECORDS if path != layout.PROGRAMME])
def test_after_any_field_changed_every_page_is_what_it_would_be_anew(
    tmp_path: Path, path: str
) -> None:
    site = built(tmp_path)
    source = Repository(MemoryTree(BASE)).source(path)
    plain = yaml.safe_load(yaml.safe_dump(whole(source.data)))
    for number, data in enumerate(changes_of(plain)):
        files = BASE | {path: rewritten(path, data, source.body)}
        site.build(edition(files, list(Language)[number // 2 % len(Language)]))


def whole(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: whole(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [whole(inner) for inner in value]
    return int(value) if isinstance(value, Decimal) else value
