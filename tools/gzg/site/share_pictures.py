"""The pictures that a link to the site shows where somebody shares it: one for each kind of page.

They are drawn with the site's own font. The same words give the same bytes with the same version
of Pillow, which `requirements.lock` holds.
"""

import io
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from gzg.site.addresses import Section
from gzg.site.edition import Edition
from gzg.texts import entries

FOLDER = "share/"
SIZE = (1200, 630)
"""What Facebook, LinkedIn and others ask for: https://ogp.me/ leaves it open."""

_FONT = Path(__file__).parent / "theme/assets/gzg/fonts/public-sans-latin-wght-normal.woff2"
_GROUND, _INK, _QUIET, _MARK = "#073b3f", "#ffffff", "#c5dedb", "#ffd447"
_MARGIN, _LINE = 90, 1.2
_BOLD, _PLAIN = 700, 450
_LARGE, _SMALL = 84, 44
_MOST_LINES = 3
_ABOVE_LATIN = 0x100
_PUNCTUATION = "–—‘’“”…•€"


def share_pictures(editions: Iterable[Edition]) -> dict[str, bytes]:
    """Every picture: its path on the site → its bytes as PNG."""
    found: dict[str, bytes] = {}
    for edition in editions:
        for path, title in _titles(edition).items():
            found[path] = drawn(*title)
    return found


def places(edition: Edition) -> Mapping[str, str]:
    """Section → the path of its picture."""
    sections = entries("site")
    return {
        str(section): _path(edition, section if f"section.{section}" in sections else Section.HOME)
        for section in Section
    }


def drawn(title: str, above: str) -> bytes:
    """A picture with a large title, and smaller words above it."""
    image = Image.new("RGB", SIZE, _GROUND)
    draw = ImageDraw.Draw(image)
    draw.rectangle((_MARGIN, _MARGIN, _MARGIN + 120, _MARGIN + 12), fill=_MARK)
    top = float(_MARGIN + 50)
    for words, size, weight, colour, most in (
        (above, _SMALL, _PLAIN, _QUIET, 2),
        (title, _LARGE, _BOLD, _INK, _MOST_LINES),
    ):
        face = _face(size, weight)
        for line in _lines(_drawable(words), face, most):
            draw.text((_MARGIN, top), line, font=face, fill=colour)
            top += size * _LINE
        top += size * (_LINE - 1) if words else 0
    written = io.BytesIO()
    image.save(written, "PNG")
    return written.getvalue()


def _titles(edition: Edition) -> Mapping[str, tuple[str, str]]:
    """Path → the title of a section, and the programme's name above it."""
    programme = edition.catalogue.programme
    name = edition.text(programme.title) if programme else edition.say("section.home")
    pictures = {path: Section(section) for section, path in places(edition).items()}
    pictures[_path(edition, Section.HOME)] = Section.HOME
    return {
        path: (name, "") if section is Section.HOME else (edition.say(f"section.{section}"), name)
        for path, section in sorted(pictures.items())
    }


def _path(edition: Edition, section: Section) -> str:
    return f"{FOLDER}{edition.language}-{section}.png"


@cache
def _face(size: int, weight: int) -> ImageFont.FreeTypeFont:
    face = ImageFont.truetype(str(_FONT), size, layout_engine=ImageFont.Layout.BASIC)
    face.set_variation_by_axes([weight])
    return face


def _drawable(text: str) -> str:
    """`text` in the signs that the font has: `ł` and letters of other scripts are left out."""
    return "".join(
        sign if ord(sign) < _ABOVE_LATIN or sign in _PUNCTUATION else _folded(sign)
        for sign in " ".join(text.split())
    )


def _folded(sign: str) -> str:
    plain = unicodedata.normalize("NFKD", sign)[:1]
    return plain if plain.isascii() else ""


def _lines(text: str, face: ImageFont.FreeTypeFont, most: int) -> list[str]:
    """`text` in lines that fit; what does not fit in that many is cut off."""
    lines = list(_wrapped(text, face))
    return lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1]}…"]


def _wrapped(text: str, face: ImageFont.FreeTypeFont) -> Iterator[str]:
    room = SIZE[0] - 2 * _MARGIN
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if line and face.getlength(longer) > room:
            yield line
            longer = word
        line = longer
    if line:
        yield line
