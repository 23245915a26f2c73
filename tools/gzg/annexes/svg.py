"""Reads SVG: what would run, load something from elsewhere, or tell who drew it."""

import re

from gzg.annexes.fault import Collected, FaultName
from gzg.annexes.xml_reader import (
    Attributes,
    DepthError,
    EntityError,
    Events,
    XmlError,
    local,
    read,
)

_FOREIGN = frozenset({"foreignObject", "iframe", "embed", "object", "audio", "video", "canvas"})
_SCRIPTS = frozenset({"script", "handler", "listener"})
_NAMES = frozenset({"creator", "publisher", "contributor", "rights"})
_INSIDE = re.compile(r"#|data:image/(?:png|jpeg|gif|webp);base64,", re.IGNORECASE)
_WEB = re.compile(r"https?://|mailto:", re.IGNORECASE)
_PROGRAM = re.compile(
    r"(?:javascript|vbscript|data:(?!image/(?:png|jpeg|gif|webp);))", re.IGNORECASE
)
_OUTSIDE_IN_STYLE = re.compile(
    r"@import|\\|url\(\s*['\"]?\s*(?!['\"#\s])(?!data:image/(?:png|jpeg|gif|webp);)", re.IGNORECASE
)
_HOME = re.compile(r"[/\\](?:home|Users|Documents and Settings)[/\\]\s*([^/\\]+)")
_BLANKS = re.compile(r"[\x00-\x20]+")


def examine(raw: bytes, found: Collected, **place: str) -> None:
    """Note what is wrong with a drawing."""
    drawing = _Drawing(found, place)
    events = Events(drawing.start, drawing.text, drawing.end, drawing.instruction)
    try:
        read(raw, events)
    except EntityError:
        found.add(FaultName.ENTITY, **place)
    except DepthError:
        found.add(FaultName.TOO_COMPLEX, **place)
    except XmlError:
        found.add(FaultName.BROKEN, **place)


class _Drawing:
    """What is noted while a drawing is read."""

    def __init__(self, found: Collected, place: dict[str, str]) -> None:
        self.found, self.place = found, place
        self.pieces: list[str] = []

    def start(self, name: str, attributes: Attributes, _: list[str]) -> None:
        self.pieces.clear()
        if name in _SCRIPTS:
            self.found.add(FaultName.SCRIPT, field=name, **self.place)
        if name in _FOREIGN:
            self.found.add(FaultName.FOREIGN_OBJECT, field=name, **self.place)
        for key, value in attributes.items():
            self.attribute(name, local(key), value)

    def attribute(self, element: str, key: str, value: str) -> None:
        address = _BLANKS.sub("", value)
        if key.lower().startswith("on"):
            self.found.add(FaultName.EVENT_HANDLER, field=key, **self.place)
        elif _PROGRAM.match(address):
            self.found.add(FaultName.SCRIPT, field=key, **self.place)
        elif key in {"href", "src", "base"}:
            if not (_INSIDE.match(address) or (element == "a" and _WEB.match(address))):
                self.found.add(FaultName.EXTERNAL, field=key, **self.place)
        elif home := _HOME.search(value):
            self.found.add_name(FaultName.AUTHOR, home[1], field=key, **self.place)
        elif _OUTSIDE_IN_STYLE.search(value) and ("url(" in address or key == "style"):
            self.found.add(FaultName.EXTERNAL, field=key, **self.place)

    def text(self, text: str, _: list[str]) -> None:
        self.pieces.append(text)

    def end(self, name: str, way: list[str]) -> None:
        text = "".join(self.pieces)
        self.pieces.clear()
        if name == "style" and _OUTSIDE_IN_STYLE.search(text):
            self.found.add(FaultName.EXTERNAL, field="style", **self.place)
        elif "metadata" in way and (owner := next((s for s in way if s in _NAMES), "")):
            self.found.add_name(FaultName.AUTHOR, text, field=owner, **self.place)

    def instruction(self, target: str) -> None:
        if target.lower() == "xml-stylesheet":
            self.found.add(FaultName.EXTERNAL, field=target, **self.place)
