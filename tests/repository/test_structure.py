"""What a model refuses: which fault, at which field, with the values a message needs."""

from typing import Any

import pytest

from gzg.diagnostics import FieldPath
from gzg.model.base import Model
from gzg.model.kinds import Kind
from gzg.model.models import MODELS
from gzg.repository.faults import MOST_FAULTS, Fault, FaultName, shown
from gzg.repository.structure import validated
from gzg.repository.yaml_text import locate, parse

CALL = {"id": "x", "number": 1, "title": "X", "type": "t", "focuses": ["f"]}
PROJECT = {"id": "x", "title": "X", "status": "granted", "summary": "S"}
PROGRAMME = {
    "format": 1, "title": "T", "short_title": "T", "description": "D", "authority": "a",
    "languages": ["nl"], "time_zone": "Europe/Brussels", "focuses": [], "types": [],
    "roles": [], "organisation_kinds": [],
}  # fmt: skip
SUBMISSION = {
    "id": "x", "call": "c", "title": "T", "summary": "S", "focus": "f", "begins": "2026-01-01",
    "ends": "2026-12-31", "requested": 1, "parties": [],
    "contact": {"service": "D", "mailbox": "dienst@voorbeeld.be"},
}  # fmt: skip
RECEIPT = {
    "number": "c-1", "received": "2026-01-01T12:00:00Z", "head": "0" * 40, "digest": "0" * 64,
}  # fmt: skip
SMALLEST: dict[Kind, dict[str, Any]] = {
    Kind.CALL: CALL,
    Kind.PROJECT: PROJECT,
    Kind.PROGRAMME: PROGRAMME,
    Kind.SOURCES: {"sources": {}},
    Kind.SUBMISSION: SUBMISSION,
    Kind.RECEIPT: RECEIPT,
}


def faults_of(kind: Kind, **fields: Any) -> tuple[Fault, ...]:
    model, faults = validated(MODELS[kind], {**SMALLEST[kind], **fields})
    assert isinstance(model, Model) == (faults == ())
    return faults


@pytest.mark.parametrize("kind", SMALLEST)
def test_the_smallest_records_have_no_fault(kind: Kind) -> None:
    assert faults_of(kind) == ()


@pytest.mark.parametrize(
    ("kind", "fields", "name", "field"),
    [
        (Kind.CALL, {"titel": "X"}, FaultName.UNKNOWN_KEY, ("titel",)),
        (Kind.CALL, {"titel": ""}, FaultName.UNKNOWN_KEY, ("titel",)),
        (Kind.CALL, {"budget": {}}, FaultName.MISSING, ("budget", "value")),
        (Kind.CALL, {"title": 2022}, FaultName.WRONG_TYPE, ("title",)),
        (Kind.CALL, {"title": {}}, FaultName.LENGTH, ("title",)),
        (Kind.CALL, {"title": ""}, FaultName.LENGTH, ("title",)),
        (Kind.CALL, {"title": {"nl": ""}}, FaultName.LENGTH, ("title", "nl")),
        (Kind.CALL, {"title": {"nl": 1}}, FaultName.WRONG_TYPE, ("title", "nl")),
        (Kind.CALL, {"title": {"NL": "x"}}, FaultName.LANGUAGE, ("title", "NL")),
        (Kind.CALL, {"number": -1}, FaultName.WRONG_TYPE, ("number",)),
        (Kind.CALL, {"focuses": "f"}, FaultName.WRONG_TYPE, ("focuses",)),
        (Kind.CALL, {"focuses": ["f", "F"]}, FaultName.SLUG, ("focuses", 1)),
        (Kind.CALL, {"focuses": ["f", None]}, FaultName.LENGTH, ("focuses", 1)),
        (Kind.CALL, {"id": ""}, FaultName.LENGTH, ("id",)),
        (Kind.CALL, {"id": "x" * 101}, FaultName.LENGTH, ("id",)),
        (Kind.CALL, {"opens": "morgen"}, FaultName.DATE, ("opens",)),
        (Kind.CALL, {"maximum_grant": "1"}, FaultName.MONEY, ("maximum_grant",)),
        (Kind.PROJECT, {"status": "klaar"}, FaultName.CHOICE, ("status",)),
        (Kind.PROJECT, {"groups": [{"count": 3}]}, FaultName.MISSING, ("groups", 0, "name")),
        (Kind.PROJECT, {"parties": ["gent"]}, FaultName.WRONG_TYPE, ("parties", 0)),
        (Kind.PROJECT, {"website": "x.be"}, FaultName.ADDRESS, ("website",)),
        (Kind.PROJECT, {"amounts": {"asked": {}}}, FaultName.UNKNOWN_KEY, ("amounts", "asked")),
        (Kind.PROGRAMME, {"languages": []}, FaultName.LENGTH, ("languages",)),
        (Kind.PROGRAMME, {"languages": ["nld"]}, FaultName.LANGUAGE, ("languages", 0)),
        (Kind.SUBMISSION, {"resubmission_of": "loket"}, FaultName.FORM, ("resubmission_of",)),
        (Kind.SUBMISSION, {"resubmission_of": ""}, FaultName.LENGTH, ("resubmission_of",)),
        (Kind.SUBMISSION, {"accounts": ["naam"]}, FaultName.WRONG_TYPE, ("accounts", 0)),
        (Kind.RECEIPT, {"digest": "0" * 63}, FaultName.FORM, ("digest",)),
        (Kind.RECEIPT, {"head": "0" * 41}, FaultName.FORM, ("head",)),
        (Kind.RECEIPT, {"received": "2026-01-01T12:00:00"}, FaultName.DATE, ("received",)),
        (Kind.SOURCES, {"sources": {"A": {"title": "x"}}}, FaultName.SLUG, ("sources", "A")),
        (Kind.SOURCES, {"sources": {"a": {}}}, FaultName.MISSING, ("sources", "a", "title")),
    ],
)  # fmt: skip
def test_a_fault_has_its_name_and_its_field(
    kind: Kind, fields: dict[str, Any], name: FaultName, field: FieldPath
) -> None:
    (fault,) = faults_of(kind, **fields)

    assert (fault.name, fault.field) == (name, field)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("parties:\n  - organisation: gent\n    role: lead\n  - organisation: aalst\n", 4),
        ("parties:\n  - organisation: gent\n    role: 12\n", 3),
        ("title:\n  nl: X\n  en: [y]\n", 3),
        ("amounts:\n  granted:\n    value: veel\n", 3),
        ("amounts:\n  granted: {value: veel}\n", 2),
        ("domains:\n  - parkeren\n  - De Dood\n", 3),
        ("amounts:\n  granted:\n    approximate: true\n", 2),
        ("provenance:\n  title:\n    basys: stated\n", 3),
        ("relations: [{kind: continues, project: x, since: 2021}]\n", 1),
    ],
)
def test_a_fault_deep_in_a_record_is_at_the_line_that_a_person_must_change(
    text: str, line: int
) -> None:
    data, _ = parse(text)
    (fault,) = faults_of(Kind.PROJECT, **data)

    assert locate(text).of(fault.field).line == line


def test_the_id_of_a_source_is_where_its_key_stands() -> None:
    text = "sources:\n  goed:\n    title: x\n  Niet Goed:\n    title: y\n"
    (fault,) = faults_of(Kind.SOURCES, **parse(text)[0])

    assert locate(text).of(fault.field).line == 4
    assert fault.values["value"] == "Niet Goed"


@pytest.mark.parametrize(
    ("kind", "fields", "key"),
    [
        (Kind.PROJECT, {"parties": [{"organisation": "a", "role": "r", "x": 1}]}, "organisation"),
        (Kind.PROJECT, {"provenance": {"note": {"x": 1}}}, "basis"),
        (Kind.PROJECT, {"amounts": {"granted": {"value": 1, "x": 1}}}, "approximate"),
        (Kind.SOURCES, {"sources": {"title": {"title": "x", "x": 1}}}, "publisher"),
    ],
)
def test_an_unknown_key_comes_with_the_keys_of_that_place(
    kind: Kind, fields: dict[str, Any], key: str
) -> None:
    (fault,) = faults_of(kind, **fields)
    known = fault.values["known"]

    assert isinstance(known, list)
    assert key in known
    assert "status" not in known


def test_a_choice_comes_with_what_can_be_chosen() -> None:
    (fault,) = faults_of(Kind.PROJECT, status="klaar")

    assert fault.values["known"] == ["finished", "granted", "in-use", "running", "stopped"]


@pytest.mark.parametrize(
    ("kind", "fields", "wanted"),
    [
        (Kind.CALL, {"title": 2022}, "text"),
        (Kind.CALL, {"number": "een"}, "whole_number"),
        (Kind.CALL, {"draft": "ja"}, "truth"),
        (Kind.CALL, {"focuses": "f"}, "list"),
        (Kind.CALL, {"budget": 150000}, "mapping"),
        (Kind.PROJECT, {"provenance": "x"}, "mapping"),
        (Kind.CALL, {"amendments": [{"field": "title", "old": True}]}, "text"),
    ],
)
def test_a_wrong_type_says_what_is_wanted(kind: Kind, fields: dict[str, Any], wanted: str) -> None:
    (fault,) = faults_of(kind, **fields)

    assert (fault.name, fault.values["wanted"]) == (FaultName.WRONG_TYPE, wanted)


@pytest.mark.parametrize(
    ("kind", "fields", "form"),
    [
        (Kind.SUBMISSION, {"contact": {"service": "D", "mailbox": "dienst"}}, "mailbox"),
        (Kind.SUBMISSION, {"resubmission_of": "a/b/c"}, "submission"),
        (Kind.RECEIPT, {"digest": "sha256"}, "digest"),
        (Kind.RECEIPT, {"head": "main"}, "commit"),
    ],
)
def test_what_has_a_form_of_its_own_says_which(
    kind: Kind, fields: dict[str, Any], form: str
) -> None:
    (fault,) = faults_of(kind, **fields)

    assert (fault.name, fault.values[form]) == (FaultName.FORM, True)


def test_a_programme_of_a_later_format_has_no_other_fault() -> None:
    (fault,) = faults_of(Kind.PROGRAMME, format=2, new_field="x", title=1)

    assert (fault.name, fault.field) == (FaultName.FORMAT, ("format",))
    assert fault.values == {"found": "2", "read": "1"}


def test_the_faults_of_a_record_have_an_end() -> None:
    assert len(faults_of(Kind.CALL, **{f"key{n}": 1 for n in range(1000)})) == MOST_FAULTS


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "true"),
        ([], "[]"),
        ({}, "{}"),
        (["a", 1], "a, 1"),
        ({"nl": "x", "en": ["y"]}, "nl: x, en: y"),
        ("a\n  b\t c", "a b c"),
        ("x" * 61, "x" * 59 + "…"),
        (["x"] * 10**6, ("x, " * 20)[:59] + "…"),
    ],
)
def test_a_value_is_shown_on_one_line_and_not_too_long(value: object, text: str) -> None:
    assert shown(value) == text
