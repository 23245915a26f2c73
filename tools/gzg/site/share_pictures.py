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
_HEXAGON = ((16, 2.5), (28, 9.3), (28, 22.7), (16, 29.5), (4, 22.7), (4, 9.3), (16, 2.5))
_STROKES = (_HEXAGON, ((10.5, 13.5), (21.5, 13.5)), ((10.5, 19), (16.5, 19)))
"""The sign of the site as lines, in the 32 by 32 of the one in the head of every page."""
_SIGN_GRID, _SIGN_LINE, _SIGN_SIZE, _FINER = 32, 2.5, 110, 4
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
    left = _MARGIN - _SIGN_SIZE // 10
    image.paste(_MARK, (left, _MARGIN - 10), _sign())
    top = float(_MARGIN + _SIGN_SIZE + 25)
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


@cache
def _sign() -> Image.Image:
    """The strokes as a mask; drawn larger and made smaller, because Pillow's lines are jagged."""
    scale = _SIGN_SIZE * _FINER / _SIGN_GRID
    mask = Image.new("L", (_SIGN_SIZE * _FINER,) * 2)
    draw = ImageDraw.Draw(mask)
    end = _SIGN_LINE * scale / 2
    for stroke in _STROKES:
        points = [(x * scale, y * scale) for x, y in stroke]
        draw.line(points, fill=255, width=round(2 * end))
        for x, y in points:
            draw.ellipse((x - end, y - end, x + end, y + end), fill=255)
    return mask.resize((_SIGN_SIZE,) * 2, Image.Resampling.LANCZOS)


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
