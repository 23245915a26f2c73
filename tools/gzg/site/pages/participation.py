"""In how many projects each municipality takes part: the map, and the same in a table.

The map has the municipalities as they are now. What one did before a merger counts for the one
that it became part of, and the table names it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from gzg.model.kinds import Kind
from gzg.model.organisation import Municipality
from gzg.model.project import Project
from gzg.site.addresses import Section, relative
from gzg.site.edition import Edition, is_addressable
from gzg.site.page import Data
from gzg.site.pages.shades_legend import shades_legend
from gzg.site.pages.small_map import municipalities_of, present_of
from gzg.site.pictures.hexagons import Place
from gzg.site.pictures.shades import steps
from gzg.site.pictures.svg import Caption, Svg
from gzg.site.pictures.tile_map import Tile, tile_map


@dataclass(slots=True)
class Participation:
    """Of one municipality: its projects, and what it was called in them before."""

    municipality: Municipality
    projects: set[str] = field(default_factory=set)
    before: set[str] = field(default_factory=set)


def participations(edition: Edition) -> tuple[Participation, ...]:
    """Every present municipality by name, with the projects that it or a predecessor is in.

    One that ended, and of which the register does not say what it became, stands for itself.
    """
    return edition.once_for_all(_participations)


def _participations(edition: Edition) -> tuple[Participation, ...]:
    register = edition.catalogue.register
    found = {each.nis: Participation(each) for each in edition.present_municipalities}
    for record in edition.records(Kind.PROJECT):
        project = record.model
        if isinstance(project, Project) and not is_practice(edition, project):
            for then in municipalities_of(edition, project):
                now = present_of(register, then) or then
                taking_part = found.setdefault(now.nis, Participation(now))
                taking_part.projects.add(record.id)
                if then.id != now.id:
                    taking_part.before.add(then.id)
    return tuple(sorted(found.values(), key=lambda each: _by_name(each.municipality)))


def map_pictures(edition: Edition, found: Sequence[Participation]) -> Mapping[str, tuple[Svg, ...]]:
    """The map; nothing where the register gives no places."""
    tiles = [_tile(edition, each, place) for place, each in _on_map(found)]
    if not tiles:
        return {}
    provinces = dict.fromkeys(each.municipality.province for each in found)
    groups = {id: edition.term("region", id) for id in provinces}
    caption = Caption(edition.say("map.title"), edition.say("map.description"))
    return {"map": (tile_map(tiles, groups, caption),)}


def map_tables(edition: Edition, found: Sequence[Participation]) -> list[Data]:
    """For each region the municipalities that take part, and those that no source names."""
    groups: dict[str, list[Participation]] = {}
    for each in found:
        groups.setdefault(each.municipality.province, []).append(each)
    ordered = [*edition.catalogue.terms("region"), *sorted(groups)]
    return [
        _region(edition, region, groups[region])
        for region in dict.fromkeys(ordered)
        if region in groups
    ]


def map_facts(edition: Edition, found: Sequence[Participation]) -> Data:
    """How many of all municipalities take part, in words, and the legend."""
    taking_part = sum(1 for each in found if each.projects)
    values = {"count": taking_part, "of": len(found)}
    return {
        "extent": edition.say("map.extent", **values),
        "together": edition.index_link(Section.TOGETHER),
        "regions": map_tables(edition, found),
        "legend": [
            {"mark": "level-0", "text": edition.say("map.projects-none")},
            *shades_legend(edition, steps(len(each.projects) for _, each in _on_map(found))),
        ],
    }


def _on_map(found: Sequence[Participation]) -> list[tuple[Place, Participation]]:
    """Those that exist and have a place."""
    present = (each for each in found if each.municipality.valid_to is None)
    return [(each.municipality.tile, each) for each in present if each.municipality.tile]


def is_practice(edition: Edition, project: Project) -> bool:
    """Whether a project stands in a call for practice: it is counted nowhere."""
    call = edition.catalogue.calls.get(project.call or "")
    return call is not None and call.demo


def _by_name(municipality: Municipality) -> tuple[str, str]:
    return municipality.name.casefold(), municipality.nis


def _tile(edition: Edition, found: Participation, place: Place) -> Tile:
    municipality, count = found.municipality, len(found.projects)
    has_page = edition.has_page(municipality.id) and is_addressable(municipality.id)
    index = edition.address(Section.ORGANISATIONS)
    page = edition.address(Section.ORGANISATIONS, municipality.id)
    return Tile(
        place,
        municipality.province,
        count,
        edition.say("map.tile", name=municipality.name, projects=_projects(edition, count)),
        relative(index, page) if has_page else None,
    )


def _projects(edition: Edition, count: int) -> str:
    key = {0: "map.projects-none", 1: "map.projects-one"}.get(count, "map.projects-many")
    return edition.say(key, count=count) if count > 1 else edition.say(key)


def _region(edition: Edition, region: str, found: Sequence[Participation]) -> Data:
    taking_part = [each for each in found if each.projects]
    values = {"count": len(taking_part), "of": len(found)}
    return {
        "id": region,
        "title": edition.term("region", region),
        "extent": edition.say("map.extent-region", **values),
        "entries": [
            {
                **edition.organisation_link(each.municipality.id, None),
                "count": len(each.projects),
                "before": [edition.organisation_link(id, None) for id in sorted(each.before)],
            }
            for each in taking_part
        ],
        "rest": [
            edition.organisation_link(each.municipality.id, None)
            for each in found
            if not each.projects
        ],
    }
