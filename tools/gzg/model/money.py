"""Amounts in euro, exact to the cent."""

from decimal import Decimal
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

CENT_PLACES = 2
LARGEST = Decimal(10) ** 12


def _parsed(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise PydanticCustomError("money", "an amount is a number")
    amount = Decimal(value)
    exponent = amount.as_tuple().exponent
    if not isinstance(exponent, int) or exponent < -CENT_PLACES or not 0 <= amount < LARGEST:
        raise PydanticCustomError("money", "an amount is not negative and has at most two decimals")
    return amount


Money = Annotated[
    Decimal,
    PlainValidator(_parsed),
    WithJsonSchema({"type": "number", "minimum": 0, "exclusiveMaximum": int(LARGEST)}),
]
"""Euro: zero or more, at most two decimals; written as a number, `150000` or `1107397.55`."""
