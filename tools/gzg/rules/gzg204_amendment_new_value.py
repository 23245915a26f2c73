"""GZG204: the last amendment of a field is not what the call says now."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from pydantic_core import PydanticCustomError

from gzg.diagnostics import Finding, Severity
from gzg.model.call import AmendedValue, Call
from gzg.model.dates import Moment, parse_moment
from gzg.repository.repository import Record
from gzg.rules.field_names import field_names, value_at
from gzg.rules.rule import Context, RecordRule


def check(record: Record, call: Call, context: Context) -> Iterator[Finding]:
    last = {amendment.field: index for index, amendment in enumerate(call.amendments)}
    for field, index in last.items():
        new = call.amendments[index].new
        if new is None or field not in field_names(Call):
            continue
        present = value_at(record.source.data, field)
        written = as_amended(present)
        if written is not None and not any(is_same(new, each) for each in written):
            values = {"field": field, "new": new, "present": written[0] if written else None}
            yield Finding(record.at("amendments", index, "new"), values)


def as_amended(present: object) -> list[AmendedValue] | None:
    """How an amendment can write a value: none where it is absent; None for a part with fields."""
    match present:
        case None:
            return []
        case bool():
            return [str(present).lower()]
        case list():
            texts = [each for each in present if isinstance(each, str)]
            return [tuple(texts)] if len(texts) == len(present) else None
        case Mapping():
            # An amount, or a text by language.
            chosen = [each for key, each in present.items() if key == "value" or len(key) <= 2]
            return chosen or None
        case _:
            assert isinstance(present, str | int | Decimal)
            return [present]


def is_same(new: AmendedValue, present: AmendedValue) -> bool:
    """Whether both are the same value; a deadline may be written in two ways."""
    if new == present:
        return True
    moments = [_moment(each) for each in (new, present)]
    return moments[0] is not None and moments[0] == moments[1]


def _moment(value: AmendedValue) -> Moment | None:
    try:
        return parse_moment(value)
    except PydanticCustomError:
        return None


RULE = RecordRule(
    code="GZG204", severity=Severity.ERROR, model=Call, check=check, requires=("GZG114", "GZG202")
)
