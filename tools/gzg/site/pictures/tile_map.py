"""The map of hexagons: each place a tile, shaded and numbered by a count, and a link.

A small map is two parts: the ground, one file that every page shares, and a path of the tiles
that stand out, which is a few bytes a tile.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from xml.etree.ElementTree import Element

from gzg.site.pictures.hexagons import RADIUS, Place, borders, extent, middle, outline
from gzg.site.pictures.shades import Steps, shade, steps
from gzg.site.pictures.svg import Caption, Svg, drawn, image, node

GROUND = "ground"
"""The id of the ground in its file."""

_LETTER = 7.5
_LABEL = 9
_LABEL_ROOM = 14.0


@dataclass(frozen=True, slots=True)
class Tile:
    """A place on the map: its group is what borders go around, `label` what it is called aloud."""

    place: Place
    group: str
    count: int
    label: str
    href: str | None = None


def tile_map(tiles: Sequence[Tile], groups: Mapping[str, str], caption: Caption) -> Svg:
    """The map of all tiles, with the names of the groups at its edge.

    Only tiles with a count are stops of the keyboard: the others stand in the table as links.
    """
    least = steps(tile.count for tile in tiles)
    left, top, width, height = extent(tile.place for tile in tiles)
    children = [
        node("g", *(_drawn_tile(tile, least) for tile in tiles if not tile.count), class_="idle"),
        node("g", *(_drawn_tile(tile, least) for tile in tiles if tile.count)),
        node("path", class_="border", d=borders({tile.place: tile.group for tile in tiles})),
        *_labels(tiles, groups),
    ]
    size = (left, top - _LABEL_ROOM, width, height + 2 * _LABEL_ROOM)
    return image("map", caption, size, children, kind="map", has_links=True)


def ground(places: Iterable[Place]) -> Svg:
    """The file with the ground of small maps."""
    paths = "".join(map(outline, places))
    shape = node("path", id=GROUND, d=paths)
    return drawn(node("svg", shape, xmlns="http://www.w3.org/2000/svg"))


def small_map(all_places: Iterable[Place], chosen: Iterable[Place]) -> Mapping[str, str]:
    """The view and the path of the tiles that stand out, for a template to draw."""
    return {"view": _view(tuple(all_places)), "chosen": "".join(map(outline, chosen))}


@lru_cache(maxsize=1)
def _view(places: tuple[Place, ...]) -> str:
    return " ".join(f"{each:.1f}" for each in extent(places))


def _drawn_tile(tile: Tile, least: Steps) -> Element:
    parts = [node("title", tile.label), node("path", d=outline(tile.place))]
    if tile.count:
        x, y = middle(tile.place)
        number = node("text", str(tile.count), x=x, y=y + _LETTER / 3, aria_hidden="true")
        parts.append(number)
    if tile.href is None:
        return node("g", *parts, class_=shade(tile.count, least))
    stop = None if tile.count else -1
    return node(
        "a",
        *parts,
        class_=shade(tile.count, least),
        href=tile.href,
        aria_label=tile.label,
        tabindex=stop,
    )


def _labels(tiles: Sequence[Tile], groups: Mapping[str, str]) -> list[Element]:
    """The name of each group, above its tiles or below them; none where others are in the way."""
    middles = defaultdict(list)
    for tile in tiles:
        middles[tile.group].append(middle(tile.place))
    found = []
    for group, name in groups.items():
        if own := middles.get(group):
            x = sum(point[0] for point in own) / len(own)
            half = len(name) * _LABEL * 0.3
            near = [
                (y, other)
                for other, points in middles.items()
                for px, y in points
                if abs(px - x) < half + RADIUS
            ]
            if near and min(near)[1] == group:
                y = min(near)[0] - RADIUS - _LABEL / 2
            elif near and max(near)[1] == group:
                y = max(near)[0] + RADIUS + _LABEL
            else:
                continue
            found.append(node("text", name, class_="group", x=x, y=y, aria_hidden="true"))
    return found
