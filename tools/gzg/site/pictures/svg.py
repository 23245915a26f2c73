"""The only way to SVG text: elements as values, escaped, and held to a written list of names.

What stands on a page without being escaped by a template comes from `drawn`, so that is where a
script, a style of its own or a link elsewhere is refused. It knows nothing of what is drawn.
"""

import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NewType
from xml.etree.ElementTree import Element, tostring

Svg = NewType("Svg", str)
"""SVG text that `drawn` made, and nothing else."""

ELEMENTS = frozenset(
    {"a", "defs", "desc", "g", "line", "path", "pattern", "rect", "svg", "text", "title"}
)
ATTRIBUTES = frozenset(
    {
        *("aria-hidden", "aria-label", "aria-labelledby", "class", "d", "fill", "height", "href"),
        *("id", "patternTransform", "patternUnits", "role", "tabindex", "text-anchor", "viewBox"),
        *("width", "x", "x1", "x2", "xmlns", "y", "y1", "y2"),
    }
)
_INSIDE_THE_SITE = re.compile(r"(?:\./)?(?:\.\./)*(?:[\w-]+/)*(?:#[\w-]+)?\Z", re.ASCII)
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_AVERAGE_LETTER = 0.54
"""The width of a letter beside its height: enough to keep words from running into each other."""


@dataclass(frozen=True, slots=True)
class Caption:
    """What a picture is called, and in a sentence what it shows to who cannot see it."""

    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Frame:
    """How wide a picture is, and how much of that its words take; none where they stand above."""

    name: str
    width: int
    gutter: int


WIDE = Frame("wide", 760, 240)
NARROW = Frame("narrow", 320, 0)
FRAMES = (WIDE, NARROW)
"""A picture with words is drawn twice, so that they stay readable on a phone; CSS shows one."""


def node(tag: str, *children: Element | str, **attributes: object) -> Element:
    """An element; `text_anchor` is the attribute text-anchor, `class_` is class, None is none."""
    written = {
        name.rstrip("_").replace("_", "-"): _written(value)
        for name, value in attributes.items()
        if value is not None
    }
    element = Element(tag, written)
    for child in children:
        if isinstance(child, str):
            element.text = _UNPRINTABLE.sub(" ", child)
        else:
            element.append(child)
    return element


def image(
    name: str,
    caption: Caption,
    size: tuple[float, float, float, float],
    children: Sequence[Element],
    *,
    kind: str = "",
    has_links: bool = False,
) -> Svg:
    """A whole picture: `size` is left, top, width and height; `name` is its own on the page.

    One without links is an image to a screen reader, one with links a group of them.
    """
    title, description = f"{name}-title", f"{name}-desc"
    return drawn(
        node(
            "svg",
            node("title", caption.title, id=title),
            node("desc", caption.description, id=description),
            *children,
            class_=f"picture {kind}".strip(),
            viewBox=" ".join(map(_written, size)),
            role="group" if has_links else "img",
            aria_labelledby=f"{title} {description}",
        )
    )


def drawn(root: Element) -> Svg:
    """The text of a picture; a name that is not on the list is a mistake in the code."""
    for element in root.iter():
        unknown = set(element.attrib) - ATTRIBUTES
        if element.tag not in ELEMENTS or unknown:
            raise ValueError(f"not for a picture: <{element.tag}> {sorted(unknown)}")
        if not _INSIDE_THE_SITE.match(element.get("href", "")):
            raise ValueError(f"not inside the site: {element.get('href')!r}")
    return Svg(tostring(root, encoding="unicode"))


def fitted(text: str, width: float, height: float) -> str:
    """A text cut to a width, as near as one can tell without the font."""
    longest = letters(width, height)
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def wrapped(text: str, width: float, height: float, most: int) -> list[str]:
    """A text in lines of a width, at most so many; what does not fit is cut."""
    longest = letters(width, height)
    lines = textwrap.wrap(text, longest) or [""]
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return [fitted(line, width, height) for line in lines]


def lines(texts: Sequence[str], top: float, height: float, kind: str) -> list[Element]:
    """Lines of a text below each other, the first on `top`."""
    return [
        node("text", text, class_=kind, x=0, y=top + number * height)
        for number, text in enumerate(texts)
    ]


def length(text: str, height: float) -> float:
    """How long a text is at most, as near as one can tell without the font."""
    return len(text) * height * _AVERAGE_LETTER


def letters(width: float, height: float) -> int:
    """How many letters fit in a width."""
    return max(1, int(width / (height * _AVERAGE_LETTER)))


def _written(value: object) -> str:
    if isinstance(value, float):
        return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")  # no minus before a zero
    return _UNPRINTABLE.sub(" ", str(value))
