"""Official numbers, licences and web addresses, and the slug that an id is made of."""

import re
import unicodedata
from functools import cache
from typing import Annotated
from urllib.parse import urlsplit

from boolean.boolean import ParseError
from license_expression import ExpressionError, Licensing, get_spdx_licensing
from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError
from stdnum.be import vat

_NIS = re.compile(r"[1-9]\d{4}", re.ASCII)
_KBO = re.compile(r"[01]\d{3}\.\d{3}\.\d{3}", re.ASCII)
_NOT_IN_ADDRESS = re.compile(r"[\s<>\"'`{}|\\^\x00-\x1f]")
NIS_PATTERN = r"^[1-9]\d{4}$"
LONGEST_LICENCE = 200
KBO_PATTERN = r"^[01]\d{3}\.\d{3}\.\d{3}$"


def slug(name: str) -> str:
    """The id made of a name: "De Haan" → `de-haan`, "Sint-Pieters-Leeuw" → `sint-pieters-leeuw`."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower()))


def _nis(value: object) -> str:
    if not isinstance(value, str) or not _NIS.fullmatch(value):
        raise PydanticCustomError("nis", "a NIS code has five digits")
    return value


def _kbo(value: object) -> str:
    if not isinstance(value, str) or not _KBO.fullmatch(value) or not vat.is_valid(value):
        raise PydanticCustomError("kbo", "an enterprise number with its check digits")
    return value


@cache
def _licensing() -> Licensing:
    return get_spdx_licensing()


def is_licence(expression: str) -> bool:
    """Whether this is an SPDX expression of licences that SPDX lists (spdx.org/licenses)."""
    if not 0 < len(expression) <= LONGEST_LICENCE:
        return False
    try:
        return _licensing().parse(expression, validate=True, strict=True) is not None
    except (ExpressionError, ParseError):
        return False


def _licence(value: object) -> str:
    if not isinstance(value, str) or not is_licence(value):
        raise PydanticCustomError("licence", "an SPDX expression of known licences")
    return value


def _address(value: object) -> str:
    if isinstance(value, str) and not _NOT_IN_ADDRESS.search(value):
        try:
            parts = urlsplit(value)
        except ValueError:
            parts = urlsplit("")
        if parts.scheme in {"http", "https"} and parts.hostname and "." in parts.hostname:
            return value
    raise PydanticCustomError("address", "a web address that starts with https://")


Nis = Annotated[str, PlainValidator(_nis), WithJsonSchema({"type": "string", "pattern": NIS_PATTERN})]
Kbo = Annotated[str, PlainValidator(_kbo), WithJsonSchema({"type": "string", "pattern": KBO_PATTERN})]
Licence = Annotated[
    str, PlainValidator(_licence), WithJsonSchema({"type": "string", "minLength": 1})
]
"""An SPDX licence expression: `EUPL-1.2`, `MIT OR Apache-2.0` (spdx.org/licenses)."""
WebAddress = Annotated[
    str,
    PlainValidator(_address),
    WithJsonSchema({"type": "string", "pattern": "^https?://"}),
]
