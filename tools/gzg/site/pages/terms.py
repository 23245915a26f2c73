"""A page for each focus, type and domain, with all that belongs to it; these need no script."""

from collections.abc import Iterator, Mapping, Sequence

from gzg.model.base import Model
from gzg.model.blueprint import Blueprint
from gzg.model.call import Call
from gzg.model.kinds import Kind
from gzg.model.project import Project
from gzg.repository.layout import PROGRAMME
from gzg.repository.repository import Record
from gzg.site.addresses import TERM_PAGES, Section
from gzg.site.dataset import STEM
from gzg.site.edition import Edition, is_addressable
from gzg.site.filters import Filters, blueprint_filters, call_filters, project_terms
from gzg.site.later import Later
from gzg.site.page import Data, Page, link
from gzg.site.pages.blueprints import blueprint_row, blueprints
from gzg.site.pages.calls import call_row, calls
from gzg.site.pages.paging import as_part, in_parts, paged
from gzg.site.pages.projects import project_row, projects

Groups = Mapping[str, Mapping[str, Sequence[str]]]
"""Filter → its value → what has that value: `project/…`, `blueprint/…` and `call/…`."""


def pages(edition: Edition) -> Iterator[Page | Later]:
    """For each of the three an index, and a page for every one that exists."""
    groups = _groups(edition)
    for name, section in TERM_PAGES.items():
        terms = edition.catalogue.terms(name)
        shown = {id: edition.text(term.title) for id, term in terms.items() if is_addressable(id)}
        if not shown:
            continue
        yield _index(edition, section, shown, groups[name])
        for id, title in shown.items():
            parts = _parts(groups[name].get(title, ()))
            yield from paged(edition.address(section, id), _page, parts, name, id)


def _index(
    edition: Edition, section: Section, shown: Mapping[str, str], found: Mapping[str, Sequence[str]]
) -> Page:
    return Page(
        address=edition.address(section),
        language=edition.language,
        title=edition.say(f"section.{section}"),
        template="terms.html",
        section=section,
        record={
            "entries": [
                {
                    **link(title, edition.address(section, id)),
                    "count": len(found.get(title, ())),
                }
                for id, title in sorted(shown.items(), key=lambda item: item[1].casefold())
            ]
        },
        description=edition.say("terms_intro"),
        crumbs=edition.crumbs(),
        changed=edition.changed("content"),
    )


def _parts(names: Sequence[str]) -> list[list[str]]:
    """What each part of the page lists: the projects in parts, all else in the first."""
    own = [name for name in names if name.startswith(f"{Kind.PROJECT}/")]
    first, *others = in_parts(own)
    return [[*first, *names[len(own) :]], *map(list, others)]


def _page(edition: Edition, name: str, id: str, part: str, *names: str) -> Page:
    term = edition.catalogue.terms(name)[id]
    section, about = TERM_PAGES[name], term.description
    kinds_and_ids = (name.split("/") for name in names)
    found = [edition.record(Kind(kind), id, Model)[0] for kind, id in kinds_and_ids]
    page = Page(
        address=edition.address(section, id),
        language=edition.language,
        title=edition.text(term.title),
        template="term.html",
        section=section,
        title_language=edition.other_language(term.title),
        record={
            "about": edition.said(about),
            "what": edition.say(f"filter.{name}"),
            "download": link(
                edition.say("download-csv"),
                f"{edition.address(section, id)}{STEM[edition.language]}.csv",
            ),
            **_lists(edition, found),
        },
        description=edition.text(about) if about else "",
        crumbs=edition.crumbs(section),
        changed=edition.changed("content"),
    )
    return as_part(edition, page, part, [PROGRAMME, *(record.folder for record in found)])


def _lists(edition: Edition, found: Sequence[Record]) -> Data:
    """What a part of the page lists, kind by kind."""
    return {
        "projects": [
            project_row(edition, each.id) for each in found if isinstance(each.model, Project)
        ],
        "blueprints": [
            blueprint_row(edition, each, each.model)
            for each in found
            if isinstance(each.model, Blueprint)
        ],
        "calls": [
            call_row(edition, each, each.model) for each in found if isinstance(each.model, Call)
        ],
    }


def _groups(edition: Edition) -> Groups:
    """Every project, blueprint and call under each word that it is narrowed by."""
    groups: dict[str, dict[str, list[str]]] = {name: {} for name in TERM_PAGES}

    def put(record: Record, filters: Filters) -> None:
        for name, found in groups.items():
            for value in filters.get(name, ()):
                found.setdefault(value, []).append(f"{record.kind}/{record.id}")

    for record, project in projects(edition):
        put(record, project_terms(edition, project))
    for record, blueprint in blueprints(edition):
        of = edition.catalogue.projects.get(blueprint.project)
        put(record, blueprint_filters(edition, blueprint, of))
    for record, call in calls(edition):
        put(record, call_filters(edition, call, ()))
    return groups
