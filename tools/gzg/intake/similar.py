"""The projects and blueprints that a dossier resembles, and who can tell of them."""

from collections.abc import Iterator

from gzg.intake.verdict import HandedIn, Similar
from gzg.model.base import localised
from gzg.model.blueprint import Blueprint
from gzg.model.kinds import Kind
from gzg.model.project import Project
from gzg.repository.catalogue import Catalogue
from gzg.resemblance.catalogued import documents
from gzg.resemblance.index import Resemblance, build, nearest

MOST_COMPARED = 500
"""Comparing reads every project and blueprint: in a larger catalogue the site's search does it."""


def similar_to(handed_in: HandedIn, catalogue: Catalogue) -> tuple[Similar, ...]:
    """The nearest ones, of which there may be none."""
    index = catalogue.repository.index
    if len(index[Kind.PROJECT]) + len(index[Kind.BLUEPRINT]) > MOST_COMPARED:
        return ()
    found = nearest(build(documents(catalogue)), "\n".join(_texts(handed_in, catalogue)))
    return tuple(similar for each in found if (similar := _similar(each, catalogue)))


def _texts(handed_in: HandedIn, catalogue: Catalogue) -> Iterator[str]:
    """What the dossier says of itself."""
    if submission := handed_in.submission:
        yield submission.title
        yield submission.summary
    readme = f"submissions/{handed_in.id}/README.md"
    if readme in catalogue.repository.known_paths:
        yield catalogue.repository.source(readme).body


def _similar(found: Resemblance, catalogue: Catalogue) -> Similar | None:
    model = catalogue.model(Kind(found.kind), found.id)
    main = catalogue.programme.main_language if catalogue.programme else "nl"
    if not isinstance(model, Project | Blueprint):
        return None
    title, _ = localised(model.title, main, main)
    project = model if isinstance(model, Project) else None
    if isinstance(model, Blueprint):
        owner = catalogue.model(Kind.PROJECT, model.project)
        project = owner if isinstance(owner, Project) else None
    parties = tuple(_names(project, catalogue)) if project else ()
    return Similar(found.kind, found.id, title, parties, found.why)


def _names(project: Project, catalogue: Catalogue) -> Iterator[str]:
    """The parties, the first named first."""
    day = catalogue.date_of_project(project)
    for party in project.parties[:3]:
        organisation = catalogue.organisation(party.organisation, day)
        yield organisation.name if organisation else party.organisation
