"""What the rules on submissions share: a dossier's call, its instant, and its breaches of the call.

Each is found once a record, though several rules ask for it one after the other.
"""

from collections.abc import Mapping, Set
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from gzg.diagnostics import FieldPath
from gzg.model.call import Call
from gzg.model.kinds import Kind
from gzg.model.receipt import Receipt
from gzg.model.submission import Submission
from gzg.repository.catalogue import Catalogue
from gzg.repository.repository import Record
from gzg.rules.twins import Twins

if TYPE_CHECKING:
    from gzg.call_schema.breach import Breach
    from gzg.call_schema.judging import CallJudge


class Arrival(NamedTuple):
    """A dossier's call, when the dossier came in, and the programme's time zone."""

    call: Call
    received: datetime
    zone: ZoneInfo


class Submissions:
    """The dossiers of a catalogue, each against its call."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._judges: dict[str, CallJudge] = {}
        self.twins = Twins(catalogue)
        self._last: tuple[str, Mapping[str, tuple[Breach, ...]]] = ("", {})

    def breaches(self, record: Record, code: str) -> tuple["Breach", ...]:
        """What the data of a dossier have against what its call asks, of one code."""
        return self._breaches(record).get(code, ())

    def has_breaches(self, record: Record) -> bool:
        """Whether the data of a dossier have anything against what its call asks."""
        return any(self._breaches(record).values())

    def _breaches(self, record: Record) -> Mapping[str, tuple["Breach", ...]]:
        if self._last[0] != record.path:
            self._last = (record.path, self._judged(record))
        return self._last[1]

    def _judged(self, record: Record) -> Mapping[str, tuple["Breach", ...]]:
        call, programme = self.call_of(record), self._catalogue.programme
        if call is None or programme is None:
            return {}
        if call.id not in self._judges:
            # Loaded for a dossier only: most changes bring none.
            from gzg.call_schema.judging import CallJudge

            self._judges[call.id] = CallJudge(call, programme)
        unknown = self._catalogue.unresolved(record)
        day = self._catalogue.date_of(record)
        found = self._judges[call.id].breaches(record.source.data, lambda id: self._kind(id, day))
        return _without(found, {each.field for each in unknown}) if unknown else found

    def _kind(self, id: str, day: date | None) -> str | None:
        organisation = self._catalogue.organisation(id, day)
        kind = self._catalogue.kind_of(organisation) if organisation else None
        return kind.id if kind else None

    def call_of(self, record: Record) -> Call | None:
        """The call that a dossier is for; None where that cannot be known for certain."""
        folder = record.id.partition("/")[0]
        if not isinstance(record.model, Submission) or record.model.call != folder:
            return None
        call = self._catalogue.model(Kind.CALL, folder)
        return call if isinstance(call, Call) and call.id == folder else None

    def instant_of(self, record: Record, now: datetime) -> datetime | None:
        """When a dossier came in: by its receipt, else now, in the programme's time zone."""
        zone = zone_of(self._catalogue)
        receipt = self._catalogue.repository.record(Kind.RECEIPT, record.id)
        if zone is None or (receipt and not isinstance(receipt.model, Receipt)):
            return None
        if receipt and isinstance(receipt.model, Receipt):
            return receipt.model.received.astimezone(zone)
        return now.astimezone(zone)

    def arrival_of(self, record: Record, now: datetime) -> Arrival | None:
        """What tells whether a dossier is in time; None where the call's own dates are at odds."""
        call, zone = self.call_of(record), zone_of(self._catalogue)
        received = self.instant_of(record, now)
        if call is None or zone is None or received is None:
            return None
        if call.opens and call.closes and call.closes.day < call.opens.day:
            return None  # One of the two is wrong, and that is told at the call.
        return Arrival(call, received, zone)


def zone_of(catalogue: Catalogue) -> ZoneInfo | None:
    """The programme's time zone; None where it is not known."""
    return _zone_named(catalogue.programme.time_zone) if catalogue.programme else None


@cache
def _zone_named(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


def _without(
    found: Mapping[str, tuple["Breach", ...]], fields: Set[FieldPath]
) -> Mapping[str, tuple["Breach", ...]]:
    """Without what is about a name that leads nowhere: another rule speaks of that."""
    return {
        code: tuple(each for each in breaches if each.field not in fields)
        for code, breaches in found.items()
    }
