"""Reads XML that somebody else made, in one pass and without a tree.

Expat itself expands entities; no part of an office file and no drawing needs any, so a file that
declares one is refused before it can be used. Nothing is ever fetched.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

DEEPEST = 1_000
Attributes = Mapping[str, str]


class EntityError(Exception):
    """The file declares an entity."""


class DepthError(Exception):
    """The file nests deeper than `DEEPEST`."""


class XmlError(Exception):
    """The file is not well-formed XML."""


def _nothing(*_: object) -> None:
    """What happens where nobody asked."""


@dataclass(slots=True)
class Events:
    """What to call while reading; the way to an element is the local names from the root."""

    start: Callable[[str, Attributes, list[str]], None] = _nothing
    text: Callable[[str, list[str]], None] = _nothing
    end: Callable[[str, list[str]], None] = _nothing
    instruction: Callable[[str], None] = _nothing
    way: list[str] = field(default_factory=list)


def local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition(" ")[2]


def read(raw: bytes, events: Events) -> None:
    """Call `events` for all that is in the file.

    Raises `EntityError`, `DepthError` or `XmlError`; what was called before that has happened.
    """
    way = events.way

    def start(name: str, attributes: Attributes) -> None:
        way.append(local(name))
        if len(way) > DEEPEST:
            raise DepthError
        events.start(way[-1], attributes, way)

    def end(_: str) -> None:
        events.end(way[-1], way)
        way.pop()

    def entity(*_: object) -> None:
        raise EntityError

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = lambda text: events.text(text, way)
    parser.ProcessingInstructionHandler = lambda target, _: events.instruction(target)
    parser.EntityDeclHandler = entity
    try:
        parser.Parse(raw, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise XmlError from error
