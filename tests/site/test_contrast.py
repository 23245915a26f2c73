"""The colours of the theme: every text stands out from its ground, every shape from its own."""

import re
from itertools import product
from pathlib import Path

import pytest

from tests.site.programmes import ROOT

STYLES = ROOT / "tools" / "theme" / "assets" / "gzg"
TEXT = 4.5
"""The contrast that WCAG 2.2 asks of text: https://www.w3.org/TR/WCAG22/#contrast-minimum."""
SHAPE = 3.0
"""And of what is not text: https://www.w3.org/TR/WCAG22/#non-text-contrast."""

GROUNDS = ("ground", "raised", "notice-ground")
PARTS = tuple(f"part-{number}" for number in range(1, 6))
TEXTS = (
    *product(("ink", "quiet", "accent"), GROUNDS),
    *product(("presumed", "fault", "good"), ("ground", "raised")),
    *((name, f"{name}-ground") for name in ("presumed", "fault", "good")),
    *product(("ink",), ("presumed-ground", "fault-ground", "good-ground", "mark")),
    ("on-accent", "accent"),
    *product(("on-band", "on-band-quiet", "band-mark"), ("band",)),
    *((f"on-map-{step}", f"map-{step}") for step in range(5)),
)
SHAPES = (
    *product(("edge", "accent", "rule", "known", "not-known"), GROUNDS),
    *product(("presumed", "fault", "good", *PARTS), ("ground", "raised")),
    ("band-edge", "band"),
)


def colours(scheme: str) -> dict[str, str]:
    """Every colour of a scheme by its name; the dark one changes some of the light one."""
    css = (STYLES / "tokens.css").read_text("utf-8")
    light, dark = re.findall(r":root \{(.*?)\n *\}", css, re.DOTALL)
    named = dict(re.findall(r"--([\w-]+): (#\w+);", light))
    return named if scheme == "light" else named | dict(re.findall(r"--([\w-]+): (#\w+);", dark))


def luminance(colour: str) -> float:
    """Relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_every_text_stands_out_from_its_ground(scheme: str, text: str, ground: str) -> None:
    named = colours(scheme)
    assert contrast(named[text], named[ground]) >= TEXT


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_every_shape_stands_out_from_its_ground(scheme: str, shape: str, ground: str) -> None:
    named = colours(scheme)
    assert contrast(named[shape], named[ground]) >= SHAPE


def test_every_colour_but_a_mere_line_is_measured() -> None:
    measured = {name for pair in (*TEXTS, *SHAPES) for name in pair}
    assert colours("light").keys() - measured == {"line"}


def test_black_on_white_has_the_contrast_that_the_standard_gives_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("name", ["layout.css", "parts.css"])
def test_only_the_tokens_name_a_colour(name: str) -> None:
    assert re.findall(r"#[0-9a-f]{3,8}\b(?=[;, )])", styles(name)) == []


def test_every_token_that_a_style_uses_is_there() -> None:
    named = set(re.findall(r"(--[\w-]+):", styles("tokens.css")))
    files: list[Path] = sorted(STYLES.glob("*.css"))
    used = {name for file in files for name in re.findall(r"var\((--[\w-]+)", styles(file.name))}
    assert used - named == set()


def styles(name: str) -> str:
    return (STYLES / name).read_text("utf-8")
