"""What an inspection finds, as values; what they weigh and how they are said is for rules."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

MASK = "•"
LONGEST_SHOWN = 60
LARGEST_ANNEX = 20_000_000
"""Bytes of an annex that is still looked into."""


class FaultName(StrEnum):
    """What is wrong with an annex."""

    AUTHOR = "author"
    COMPANY = "company"
    COMMENT_AUTHOR = "comment-author"
    CHANGE_AUTHOR = "change-author"
    SIGNATURE = "signature"
    CERTIFICATE = "certificate"
    POSITION = "position"
    SERIAL_NUMBER = "serial-number"
    SCRIPT = "script"
    ACTION = "action"
    MACRO = "macro"
    EMBEDDED_FILE = "embedded-file"
    EXTERNAL = "external"
    EVENT_HANDLER = "event-handler"
    FOREIGN_OBJECT = "foreign-object"
    ENTITY = "entity"
    BOMB = "bomb"
    ENCRYPTED = "encrypted"
    BROKEN = "broken"
    UNWANTED_TYPE = "unwanted-type"
    OTHER_TYPE = "other-type"
    TOO_LARGE = "too-large"
    TOO_COMPLEX = "too-complex"


NAMES_OF_PEOPLE = frozenset(
    {FaultName.AUTHOR, FaultName.COMPANY, FaultName.COMMENT_AUTHOR, FaultName.CHANGE_AUTHOR}
)
"""Faults about a name, which may be that of a known organisation as well."""

NAME = "name"
"""The value that holds a name; outside the inspection it is only ever there masked."""


@dataclass(frozen=True, slots=True)
class AnnexFault:
    """One thing that is wrong with an annex.

    `values` has, where they apply: `field` (where in the file's metadata), `part` (the file
    inside the file), `masked` (a name of which only the initials are shown), and what the fault's
    name needs besides. No value repeats a name, a position or a number: reports are public.
    """

    name: FaultName
    values: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def sort_key(self) -> tuple[str, str]:
        """By name, then by values, so that the same file gives the same order."""
        return (self.name, repr(sorted(self.values.items())))


def masked(name: str) -> str:
    """A name with only the first letter of each word: "Jan Peeters" → "J•• P••••••"."""
    words = name[:LONGEST_SHOWN].split()
    return " ".join(
        word[0] + "".join(MASK if sign.isalnum() else sign for sign in word[1:]) for word in words
    )


class Collected:
    """The faults of one file while it is read, each only once and not without end."""

    MOST = 50

    def __init__(self) -> None:
        self._found: dict[str, AnnexFault] = {}

    def add(self, name: FaultName, /, **values: str | int) -> None:
        """Note a fault; beyond `MOST` a person reads no more."""
        if len(self._found) < self.MOST:
            fault = AnnexFault(name, {key: _short(value) for key, value in values.items()})
            self._found.setdefault(repr(fault.sort_key), fault)

    def add_name(self, fault: FaultName, name: object, /, **values: str | int) -> None:
        """Note that a name stands somewhere, unless it is empty."""
        text = " ".join(str(name).split("\0")).strip()
        if any(sign.isalnum() for sign in text):
            self.add(fault, **{NAME: text}, **values)

    @property
    def faults(self) -> tuple[AnnexFault, ...]:
        """All that was found, sorted."""
        return tuple(sorted(self._found.values(), key=lambda fault: fault.sort_key))


def _short(value: str | int) -> str | int:
    if isinstance(value, int):
        return value
    line = " ".join(value.split())
    return line if len(line) <= LONGEST_SHOWN else f"{line[: LONGEST_SHOWN - 1]}…"
