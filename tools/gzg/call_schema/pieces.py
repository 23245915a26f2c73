"""The parts of a JSON Schema that a call adds to that of every submission.

Each piece has the code of its rule under `x-gzg`, and under `x-gzg-values` what the sentences of
that rule's card need beside the value found. `x-gzg-unless` names codes: where one of them was
found, this one would only repeat it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gzg.call_schema.roles import roles_of
from gzg.model.base import localised
from gzg.model.call import Asked, Call
from gzg.model.programme import Programme, RoleFunction, Term
from gzg.model.schema import Schema
from gzg.texts import Language

SECTIONS = {
    Asked.BUDGET: "budget",
    Asked.SUCCESS_PLAN: "success_plan",
    Asked.BLUEPRINTS: "blueprints",
    Asked.BUILDING_BLOCKS: "building_blocks",
    Asked.STANDARDS: "standards",
    Asked.AGREEMENT: "agreement",
}
"""What a call may ask as a whole → the field of a submission that holds it."""

OF_ANOTHER_JUDGE = frozenset({"GZG220", "GZG301"})
"""Codes of pieces for editors and forms only: `gzg check` judges the same for all records alike."""


@dataclass(frozen=True)
class Piece:
    """A schema for the field `field` of a submission, or for the whole where that is empty."""

    code: str
    field: str
    schema: Schema
    unless: tuple[str, ...] = ()

    @property
    def coded(self) -> Schema:
        """As it stands in the call's schema."""
        unless = {"x-gzg-unless": list(self.unless)} if self.unless else {}
        return {"x-gzg": self.code, **unless, **self.schema}


def pieces(call: Call, programme: Programme) -> tuple[Piece, ...]:
    """Every piece of a call, in the order of the fields."""
    found = (
        Piece("GZG220", "call", {"const": call.id}),
        *_choices(call, programme),
        *_amounts(call),
        *_parties(call, programme),
        *_sections(call),
        _answers(),
    )
    return tuple(found)


def _choices(call: Call, programme: Programme) -> Iterator[Piece]:
    focuses = [term for term in programme.focuses if term.id in call.focuses]
    chosen = _choice(focuses, programme)
    yield Piece("GZG223", "focus", {"x-gzg-values": {"allowed": chosen["enum"]}, **chosen})
    kinds = {"kinds": {"items": _choice(programme.blueprint_kinds, programme)}}
    yield Piece("GZG301", "domains", {"items": _choice(programme.domains, programme)})
    yield Piece("GZG301", "blueprints", {"items": {"properties": kinds}})
    usable = [role for role in programme.roles if role.function is not RoleFunction.PARTICIPANT]
    role = _choice(usable, programme)
    values = {"allowed": role["enum"]}
    yield Piece(
        "GZG247", "parties", {"x-gzg-values": values, "items": {"properties": {"role": role}}}
    )


def _choice(terms: Sequence[Term], programme: Programme) -> Schema:
    """The ids to choose from, with the titles that editors and forms show beside them."""
    titles = {
        language: [localised(term.title, language, programme.main_language)[0] for term in terms]
        for language in Language
    }
    return {
        "enum": [term.id for term in terms],
        "enumDescriptions": titles[Language.NL],
        "x-en": {"enumDescriptions": titles[Language.EN]},
    }


def _amounts(call: Call) -> Iterator[Piece]:
    if call.maximum_grant is not None:
        values = {"maximum": call.maximum_grant}
        schema = {"x-gzg-values": values, "maximum": call.maximum_grant}
        yield Piece("GZG221", "requested", schema)
    if call.minimum_grant is not None:
        values = {"minimum": call.minimum_grant}
        schema = {"x-gzg-values": values, "minimum": call.minimum_grant}
        yield Piece("GZG222", "requested", schema)


def _parties(call: Call, programme: Programme) -> Iterator[Piece]:
    leads = list(roles_of(programme, RoleFunction.LEAD))
    lead = {"properties": {"role": {"enum": leads}}, "required": ["role"]}
    one = {"contains": lead, "minContains": 1, "maxContains": 1}
    values = {"roles": leads}
    yield Piece("GZG224", "parties", {"x-gzg-values": values, **one}, unless=("GZG247",))
    paid = roles_of(programme, RoleFunction.SUBCONTRACTOR)
    none = {"properties": {"share": {"maximum": 0}, "own_contribution": {"maximum": 0}}}
    yield Piece("GZG226", "parties", {"items": _if_role(paid, none)})
    if Asked.SHARES in call.asks:
        sharing = roles_of(programme, RoleFunction.LEAD, RoleFunction.INITIATOR)
        schema = {"required": ["share"], "properties": {"share": {"type": "number"}}}
        yield Piece("GZG227", "parties", {"items": _if_role(sharing, schema)})


def _if_role(roles: tuple[str, ...], then: Schema) -> Schema:
    return {"if": {"properties": {"role": {"enum": list(roles)}}}, "then": then}


def _sections(call: Call) -> Iterator[Piece]:
    for asked, field in SECTIONS.items():
        if asked in call.asks:
            filled = {"type": "object"} if asked is Asked.AGREEMENT else {"minItems": 1}
            values = {"field": field, field: True}
            schema = {"required": [field], "properties": {field: filled}}
            yield Piece("GZG225", "", {"x-gzg-values": values, **schema})


def _answers() -> Piece:
    given = {"required": ["answers"], "properties": {"answers": {"minItems": 1}}}
    earlier = {"required": ["resubmission_of"]}
    return Piece("GZG234", "", {"if": given, "then": earlier})
