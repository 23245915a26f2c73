"""A fault against what a call asks: which rule, at which field, and the values of its sentences."""

from collections.abc import Mapping
from typing import NamedTuple

from gzg.diagnostics import FieldPath


class Breach(NamedTuple):
    """What a piece or a constraint finds in a dossier."""

    code: str
    field: FieldPath
    values: Mapping[str, object]
