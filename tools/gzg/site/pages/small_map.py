"""The small map of a page: which municipalities it is about, and where they are.

Its ground is one file for the whole site, so that a page has only its own tiles in it.
"""

from collections.abc import Iterable, Mapping

from gzg.model.organisation import Municipality
from gzg.model.project import Project
from gzg.repository.register import Register
from gzg.site.edition import Edition
from gzg.site.page import Data
from gzg.site.pictures.hexagons import Place
from gzg.site.pictures.tile_map import ground, small_map

GROUND_FILE = "pictures/map.svg"
"""Where the ground stands on the site."""


def small_map_of(edition: Edition, municipalities: Iterable[Municipality]) -> Data | None:
    """A map on which these stand out, for the page of a project or a municipality.

    One that no longer exists stands out as what it became part of. None where no place is known.
    """
    register = edition.catalogue.register
    now = [present_of(register, each) for each in municipalities]
    chosen = sorted({each.tile for each in now if each and each.tile})
    if not chosen:
        return None
    return {"ground": GROUND_FILE, **small_map(_places(edition), chosen)}


def ground_file(edition: Edition) -> Mapping[str, bytes]:
    """The file of the ground: its path on the site → its bytes; none where no place is known."""
    places = _places(edition)
    return {GROUND_FILE: ground(places).encode()} if places else {}


def municipalities_of(edition: Edition, project: Project) -> list[Municipality]:
    """The municipalities that a project names, as they were at its date."""
    ids = [party.organisation for party in project.parties]
    ids += [other.organisation for other in project.other_parties if other.organisation]
    return edition.municipalities(ids, edition.catalogue.date_of_project(project))


def present_of(register: Register, municipality: Municipality) -> Municipality | None:
    """What it is now; None where the register does not say what it became."""
    found: Municipality | None = municipality
    for _ in register.municipalities:
        if found is None or found.valid_to is None:
            break
        found = register.successor(found)
    return found


def _places(edition: Edition) -> tuple[Place, ...]:
    return tuple(each.tile for each in edition.present_municipalities if each.tile)
