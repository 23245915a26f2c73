"""The whole schema, as an editor and the form use it, and `gzg check` say the same of a dossier.

The check judges with the parts that a call adds, one by one, and with the rules on references; an
editor judges with the whole. Were a part put in the wrong place, or a rule to say something else
than the schema, the two would differ.
"""

from decimal import Decimal
from functools import cache
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from gzg.call_schema.compiled import compiled
from gzg.call_schema.pieces import pieces
from tests.call_schema.dossiers import CALL_ID, Data, dossier, judged, programme, real

SUMS = {"GZG230", "GZG231", "GZG232", "GZG233"}
ORGANISATIONS = ("demo-duinmeer", "demo-heidebeke", "demo-ocmw-duinmeer", "demo-softwarehuis")
SECTIONS = ("budget", "success_plan", "blueprints", "building_blocks", "standards", "agreement")

amounts = st.sampled_from([0, 1, 19999, Decimal("19999.99"), 20000, 150000, Decimal("150000.01")])
other_values = st.fixed_dictionaries(
    {},
    optional={
        "requested": amounts,
        "focus": st.sampled_from(["digitale-democratie", "werkplek-van-de-toekomst", "anders"]),
        "answers": st.sampled_from([[], [{"recommendation": "x", "answer": "Ja."}]]),
        "domains": st.sampled_from([["burgerzaken"], ["onbekend"]]),
    },
)
roles = st.sampled_from(["lead", "initiator", "partner", "subcontractor", "participant", "baas"])


@st.composite
def changed_dossiers(draw: st.DrawFn) -> Data:
    """The model dossier with some of its fields otherwise, each still of the right structure."""
    data = dossier()
    for party in data["parties"]:
        party.update(draw(st.fixed_dictionaries({}, optional={"role": roles})))
        party.update(draw(st.fixed_dictionaries({}, optional={"own_contribution": amounts})))
        if draw(st.integers(0, 3)) == 0:
            party.pop("share", None)
    for section in draw(st.sets(st.sampled_from(SECTIONS), max_size=2)):
        del data[section]
    return {**data, **draw(other_values)}


@cache
def validator() -> Draft202012Validator:
    return Draft202012Validator(compiled(real().calls[CALL_ID], programme()))


@cache
def codes_of_pieces() -> dict[str, tuple[str, ...]]:
    return {piece.code: piece.unless for piece in pieces(real().calls[CALL_ID], programme())}


def code_of(error: ValidationError) -> str | None:
    """The code of the nearest part around what was broken that has one."""
    node: Any = validator().schema
    found = None
    for step in error.absolute_schema_path:
        if step == "$ref":
            node = None
        elif node is not None:
            node = node[step]
        if isinstance(node, dict) and "x-gzg" in node:
            found = str(node["x-gzg"])
        if node is None:
            break
    return found


def by_the_whole_schema(data: Data) -> set[str | None]:
    found = {code_of(error) for error in validator().iter_errors(data)}
    silent = {code for code, unless in codes_of_pieces().items() if found & set(unless)}
    return found - silent


def by_the_check(data: Data) -> set[str | None]:
    return {each.code for each in judged(data) if each.code in codes_of_pieces()}


@settings(max_examples=150, deadline=None)
@given(changed_dossiers())
def test_the_schema_and_the_check_find_the_same_in_a_dossier(data: Data) -> None:
    by_schema, by_check = by_the_whole_schema(data), by_the_check(data)
    # The schema has one list of choices; the check tells apart a word that nobody knows.
    roles_of_parties = {party["role"] for party in data["parties"]}
    if data["focus"] == "anders":
        by_schema = by_schema - {"GZG223"} | {"GZG301"}
    if "baas" in roles_of_parties:
        by_schema = by_schema | {"GZG301"}
        by_schema -= set() if "participant" in roles_of_parties else {"GZG247"}
    assert by_schema == by_check


def test_a_dossier_in_another_calls_folder_is_not_compared_with_that_call() -> None:
    data = {**dossier(), "call": "oefenoproep-vorig", "requested": 1}

    assert by_the_whole_schema(data) == {"GZG220", "GZG222"}
    assert by_the_check(data) == {"GZG220"}


def test_a_part_that_is_put_elsewhere_would_be_seen() -> None:
    data = dossier()
    data["requested"] = 150001

    assert by_the_whole_schema(data) == by_the_check(data) == {"GZG221"}


cents = st.integers(0, 4).map(lambda each: each * 1000)


@settings(max_examples=150, deadline=None)
@given(
    shares=st.tuples(cents, cents),
    own=st.tuples(cents, cents),
    costs=st.tuples(cents, cents),
    total=st.tuples(cents, cents),
)
def test_the_rules_on_sums_are_silent_only_where_every_sum_is_right(
    shares: tuple[int, int], own: tuple[int, int], costs: tuple[int, int], total: tuple[int, int]
) -> None:
    data = dossier()
    data["requested"], data["own_contribution"] = total
    data["parties"] = [
        {"organisation": id, "role": role, "share": shares[at], "own_contribution": own[at]}
        for at, (id, role) in enumerate(zip(ORGANISATIONS, ("lead", "initiator"), strict=False))
    ]
    data["budget"] = [
        {"year": 2027, "organisation": ORGANISATIONS[at], "title": "Kost", "amount": cost}
        for at, cost in enumerate(costs)
    ]
    is_right = (
        sum(shares) == total[0]
        and sum(own) == total[1]
        and sum(costs) == sum(total)
        and all(costs[at] == shares[at] + own[at] for at in (0, 1))
    )

    assert SUMS.isdisjoint({each.code for each in judged(data)}) == is_right
