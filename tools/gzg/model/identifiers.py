"""Official numbers, licences, addresses and digests, and the slug that an id is made of.

The libraries for numbers and licences are loaded with the first value that asks for them: each
takes longer to load than a small check takes.
"""

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Annotated

from pydantic import PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

if TYPE_CHECKING:
    from license_expression import Licensing

_NIS = re.compile(r"[1-9]\d{4}", re.ASCII)
_KBO = re.compile(r"[01]\d{3}\.\d{3}\.\d{3}", re.ASCII)
_ADDRESS = re.compile(r"https?://[\w-]+(?:\.[\w-]+)+(?::[0-9]{1,5})?(?:[/?#].*)?")
_NOT_IN_ADDRESS = re.compile(r"[\s<>\"'`{}|\\^]")
NIS_PATTERN = "^[1-9][0-9]{4}$"
LONGEST_LICENCE = 200
COMMON_LICENCES = frozenset(
    {
        "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0",
        "EUPL-1.2", "GPL-3.0-only", "GPL-3.0-or-later", "AGPL-3.0-only", "AGPL-3.0-or-later",
        "LGPL-3.0-only", "LGPL-3.0-or-later", "MIT", "MPL-2.0",
    }
)  # fmt: skip
"""Most records have one of these: they are known without loading the whole list of SPDX."""

LONGEST_ADDRESS = 2000
KBO_PATTERN = r"^[01][0-9]{3}\.[0-9]{3}\.[0-9]{3}$"
DIGEST_PATTERN = r"^[0-9a-f]{64}$"
COMMIT_PATTERN = r"^([0-9a-f]{40}|[0-9a-f]{64})$"
MAILBOX_PATTERN = r"^[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+$"
LONGEST_MAILBOX = 200


def slug(name: str) -> str:
    """The id made of a name: "De Haan" → `de-haan`, "Sint-Pieters-Leeuw" → `sint-pieters-leeuw`."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower()))


def is_nis(value: str) -> bool:
    """Whether this has the form of a NIS code (statbel.fgov.be, REFNIS)."""
    return _NIS.fullmatch(value) is not None


def _nis(value: object) -> str:
    if not isinstance(value, str) or not is_nis(value):
        raise PydanticCustomError("nis", "a NIS code has five digits")
    return value


def is_kbo(text: str) -> bool:
    """Whether this is an enterprise number: its check digits are 97 minus the rest modulo 97.

    So they are 01 to 97; `stdnum` lets 00, 98 and 99 pass as well.
    """
    if not _KBO.fullmatch(text) or not "01" <= text[-2:] <= "97":
        return False
    from stdnum.be import vat

    return bool(vat.is_valid(text))


def _kbo(value: object) -> str:
    if not isinstance(value, str) or not is_kbo(value):
        raise PydanticCustomError("kbo", "an enterprise number with its check digits")
    return value


@cache
def _licensing() -> "Licensing":
    from license_expression import get_spdx_licensing

    return get_spdx_licensing()


def _has_licence_grammar(expression: str) -> bool:
    """Whether names, operators and parentheses alternate: the parser crashes where they do not."""
    depth, name_expected = 0, True
    for word in re.findall(r"[()]|[^\s()]+", expression):
        if name_expected != (word.upper() not in {")", "AND", "OR", "WITH"}):
            return False
        depth += {"(": 1, ")": -1}.get(word, 0)
        if depth < 0:
            return False
        name_expected = word == "(" or (not name_expected and word != ")")
    return depth == 0 and not name_expected


def is_licence(expression: str) -> bool:
    """Whether this is an SPDX expression of licences that SPDX lists (spdx.org/licenses)."""
    if not 0 < len(expression) <= LONGEST_LICENCE or not _has_licence_grammar(expression):
        return False
    words = re.findall(r"[^\s()]+", expression)
    if COMMON_LICENCES.issuperset(words[::2]) and {"AND", "OR"}.issuperset(words[1::2]):
        return True
    from boolean.boolean import ParseError
    from license_expression import ExpressionError

    try:
        return _licensing().parse(expression, validate=True, strict=True) is not None
    except (ExpressionError, ParseError):
        return False


def _licence(value: object) -> str:
    if not isinstance(value, str) or not is_licence(value):
        raise PydanticCustomError("licence", "an SPDX expression of known licences")
    return value


def is_address(text: str) -> bool:
    """Whether this is a web address with a host name, without password and without odd signs."""
    return (
        len(text) <= LONGEST_ADDRESS
        and text.isprintable()
        and not _NOT_IN_ADDRESS.search(text)
        and _ADDRESS.fullmatch(text) is not None
    )


def _address(value: object) -> str:
    if not isinstance(value, str) or not is_address(value):
        raise PydanticCustomError("address", "a web address that starts with https://")
    return value


Nis = Annotated[
    str, PlainValidator(_nis), WithJsonSchema({"type": "string", "pattern": NIS_PATTERN})
]
Kbo = Annotated[
    str, PlainValidator(_kbo), WithJsonSchema({"type": "string", "pattern": KBO_PATTERN})
]
Licence = Annotated[
    str,
    PlainValidator(_licence),
    WithJsonSchema({"type": "string", "minLength": 1, "maxLength": LONGEST_LICENCE}),
]
"""An SPDX licence expression: `EUPL-1.2`, `MIT OR Apache-2.0` (spdx.org/licenses)."""
WebAddress = Annotated[
    str,
    PlainValidator(_address),
    WithJsonSchema({"type": "string", "pattern": "^https?://", "maxLength": LONGEST_ADDRESS}),
]
Digest = Annotated[str, StringConstraints(pattern=DIGEST_PATTERN)]
"""A SHA-256 digest in hexadecimal digits, as `sha256sum` prints it."""
Commit = Annotated[str, StringConstraints(pattern=COMMIT_PATTERN)]
"""The whole name of a Git commit."""
Mailbox = Annotated[str, StringConstraints(pattern=MAILBOX_PATTERN, max_length=LONGEST_MAILBOX)]
"""An e-mail address; that it is a service's and not a person's is for a rule."""
