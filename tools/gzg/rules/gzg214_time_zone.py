"""GZG214: a time zone that does not exist."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo, available_timezones

from gzg.diagnostics import Finding, Severity
from gzg.model.programme import Programme
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule
from gzg.rules.suggestion import nearest


def check(record: Record, programme: Programme, context: Context) -> Iterator[Finding]:
    zone = programme.time_zone
    if not is_time_zone(zone):
        values = {"zone": zone, "suggestion": nearest(zone, available_timezones())}
        yield Finding(record.at("time_zone"), values)


def is_time_zone(name: str) -> bool:
    """Whether the list of time zones that Python knows has it (www.iana.org/time-zones)."""
    try:
        return ZoneInfo(name).key == name
    except (KeyError, ValueError, OSError):
        return False


RULE = RecordRule(code="GZG214", severity=Severity.ERROR, model=Programme, check=check)
