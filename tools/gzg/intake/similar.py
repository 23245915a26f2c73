"""The projects and blueprints that a dossier resembles, and who can tell of them."""

from collections.abc import Iterator

from gzg.intake.verdict import Compared, HandedIn, Similar
from gzg.model.base import localised
from gzg.model.blueprint import Blueprint
from gzg.model.kinds import Kind
from gzg.model.project import Project
from gzg.repository.catalogue import Catalogue
from gzg.repository.git_tree import GitTree
from gzg.repository.layout import readme
from gzg.resemblance.catalogued import KINDS, documents
from gzg.resemblance.first_pass import Shortlist, shortlist
from gzg.resemblance.index import Index, Resemblance, build, nearest
from gzg.resemblance.words import likely_languages

MOST_IN_FULL = 500
"""Of so many projects and blueprints all is read; of more only the texts, and then the best."""

MOST_BYTES = 40_000_000
"""Of the texts of a large catalogue; no more is read, whatever is in it."""


def similar_to(
    handed_in: HandedIn, catalogue: Catalogue, tree: GitTree, *, most_in_full: int = MOST_IN_FULL
) -> tuple[tuple[Similar, ...], Compared | None]:
    """The nearest ones in the files of `tree`, and what was compared where that was not all."""
    text = "\n".join(_texts(handed_in, catalogue))
    count = sum(len(catalogue.repository.index[kind]) for kind in KINDS)
    if count <= most_in_full:
        return _nearest(build(documents(catalogue)), text, catalogue), None
    found = _promising(text, catalogue, tree)
    index = build(documents(catalogue, found.names), {found.language: found.frequencies})
    compared = Compared(count, found.frequencies.total, len(found.names))
    return _nearest(index, text, catalogue), compared


def _nearest(index: Index, text: str, catalogue: Catalogue) -> tuple[Similar, ...]:
    found = nearest(index, text)
    return tuple(similar for each in found if (similar := _similar(each, catalogue)))


def _promising(text: str, catalogue: Catalogue, tree: GitTree) -> Shortlist:
    """The files of the records whose texts promise most."""
    index = catalogue.repository.index
    main = catalogue.programme.languages[0] if catalogue.programme else "nl"
    language = likely_languages(text)[0]
    records = {
        readme(path.rpartition("/")[0], language, main): path
        for kind in KINDS
        for path in index[kind].values()
    }
    found = shortlist(text, tree.read_together(records, MOST_BYTES))
    return found._replace(names=tuple(records[name] for name in found.names))


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
