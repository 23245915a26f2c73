"""A dossier judged by what its call asks: the pieces by `jsonschema`, the constraints beside it.

Structure is not judged here: the model has done so before. `jsonschema` takes as long to load as
a small check, so that is done only where there is a dossier.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from gzg.call_schema.breach import Breach
from gzg.call_schema.call_constraints import constraints
from gzg.call_schema.evaluation import Data, KindOf, evaluated
from gzg.call_schema.pieces import OF_ANOTHER_JUDGE, Piece, pieces
from gzg.model.call import Call
from gzg.model.programme import Programme

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

MOST_BREACHES = 100
"""How many faults of one piece or constraint are told; a hostile file has thousands."""

Breaches = dict[str, tuple[Breach, ...]]


class CallJudge:
    """What one call asks, made ready once and applied to every dossier for it."""

    def __init__(self, call: Call, programme: Programme) -> None:
        self.constraints = constraints(call, programme)
        self._pieces = tuple(
            piece for piece in pieces(call, programme) if piece.code not in OF_ANOTHER_JUDGE
        )

    def breaches(self, data: Data, kind_of: KindOf) -> Mapping[str, tuple[Breach, ...]]:
        """Code → its breaches; what names a code in `unless` is silent where that was found."""
        found: Breaches = {}
        for piece, validator in self._validators:
            if found.keys().isdisjoint(piece.unless):
                _add(found, piece.code, _broken(piece, validator, data))
        for each in self.constraints:
            if found.keys().isdisjoint(each.unless):
                _add(found, each.code, evaluated(each, data, kind_of))
        return found

    @cached_property
    def _validators(self) -> tuple[tuple[Piece, "Draft202012Validator"], ...]:
        from jsonschema import Draft202012Validator

        return tuple((piece, Draft202012Validator(piece.schema)) for piece in self._pieces)


def _add(found: Breaches, code: str, breaches: Iterator[Breach]) -> None:
    if some := tuple(islice(breaches, MOST_BREACHES)):
        found[code] = (*found.get(code, ()), *some)


def _broken(piece: Piece, validator: "Draft202012Validator", data: Data) -> Iterator[Breach]:
    instance = data.get(piece.field) if piece.field else data
    if instance is None:
        return
    way = (piece.field,) if piece.field else ()
    for error in validator.iter_errors(instance):
        values = {**piece.schema.get("x-gzg-values", {}), **_found(error)}
        yield Breach(piece.code, (*way, *error.absolute_path), values)


def _found(error: "ValidationError") -> Mapping[str, object]:
    """The value that was found, or what stands in the item that was found."""
    if isinstance(error.instance, Mapping):
        return {name: value for name, value in error.instance.items() if isinstance(value, str)}
    return {} if isinstance(error.instance, list) else {"value": error.instance}
