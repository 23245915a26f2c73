"""A call's own JSON Schema: that of every submission, narrowed, with the order of its questions.

Besides standard keywords it holds:

- `x-gzg`, in each part that the call adds: the rule whose card tells of a fault there, and
  `x-gzg-values`: what that card's sentences need beside the `value` found;
- `x-gzg-rules`: what no schema can say, as `call_schema.constraints` describes it;
- `x-order`: the questions in order; what the call does not ask is left out;
- `x-en`: titles and descriptions in English, the others are Dutch.
"""

import json
from collections.abc import Mapping
from decimal import Decimal

from gzg.call_schema.call_constraints import constraints
from gzg.call_schema.constraints import as_data
from gzg.call_schema.pieces import SECTIONS, Piece, pieces
from gzg.model.base import localised
from gzg.model.call import Asked, Call
from gzg.model.facts import Origin
from gzg.model.kinds import Kind
from gzg.model.programme import Programme
from gzg.model.schema import Schema, schema_of
from gzg.texts import Language

PARTY = "ConsortiumParty"
FOLDER = "schemas/calls"


def file_name(call: str) -> str:
    """The name of the file that a call's schema is published in."""
    return f"{call}.schema.json"


def path_of(call: str) -> str:
    """Where a call's schema stands, on the site as in the repository."""
    return f"{FOLDER}/{file_name(call)}"


def has_schema(id: str, call: Call | None) -> bool:
    """Whether dossiers are handed in for this call, so that its schema stands somewhere."""
    return (
        call is not None and call.id == id and not call.draft and call.origin is not Origin.SOURCES
    )


def schema_files(calls: Mapping[str, Call], programme: Programme | None) -> dict[str, bytes]:
    """The schema of every call that takes dossiers: its path → its bytes."""
    if programme is None:
        return {}
    chosen = {id: call for id, call in calls.items() if has_schema(id, call)}
    return {path_of(id): rendered(call, programme).encode() for id, call in chosen.items()}


def compiled(call: Call, programme: Programme) -> Schema:
    """The schema of a dossier for one call; amounts in it are exact."""
    schema = schema_of(Kind.SUBMISSION)
    schema["$id"] = file_name(call.id)
    schema |= _titles(call, programme)
    schema["x-order"] = _order(schema, call)
    _order_parties(schema, call)
    for piece in pieces(call, programme):
        _add(schema, piece)
    schema["x-gzg-rules"] = [as_data(each) for each in constraints(call, programme)]
    return schema


def rendered(call: Call, programme: Programme) -> str:
    """The schema as the text of its file: the same bytes for the same call and programme."""
    schema = compiled(call, programme)
    return json.dumps(schema, indent=2, ensure_ascii=False, default=_number) + "\n"


def _number(value: object) -> int | float:
    if not isinstance(value, Decimal):
        raise TypeError(value)
    return int(value) if value == value.to_integral_value() else float(value)


def _titles(call: Call, programme: Programme) -> Schema:
    """The call's own title and summary instead of those of any submission."""
    found = {}
    for language in Language:
        texts = {"title": call.title, "description": call.summary or {}}
        found[language] = {
            name: localised(text, language, programme.main_language)[0]
            for name, text in texts.items()
            if text
        }
    return {**found[Language.NL], "x-en": found[Language.EN]}


def _order(schema: Schema, call: Call) -> list[str]:
    not_asked = {field for asked, field in SECTIONS.items() if asked not in call.asks}
    return [name for name in schema["properties"] if name not in not_asked]


def _order_parties(schema: Schema, call: Call) -> None:
    party = schema["$defs"][PARTY]
    without = set() if Asked.SHARES in call.asks else {"share"}
    party["x-order"] = [name for name in party["properties"] if name not in without]


def _add(schema: Schema, piece: Piece) -> None:
    place = schema["properties"][piece.field] if piece.field else schema
    place.setdefault("allOf", []).append(piece.coded)
