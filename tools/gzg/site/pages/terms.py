"""A page for each focus, type and domain, with all that belongs to it; these need no script."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from gzg.repository.layout import PROGRAMME
from gzg.site.addresses import TERM_PAGES, Section
from gzg.site.dataset import STEM
from gzg.site.edition import Edition, is_addressable
from gzg.site.filters import Filters, blueprint_filters, call_filters, project_terms
from gzg.site.page import Data, Page, link
from gzg.site.pages.blueprints import blueprint_row, blueprints
from gzg.site.pages.calls import call_row, calls
from gzg.site.pages.paging import in_parts, paged
from gzg.site.pages.projects import project_row, projects


@dataclass
class _Found:
    """What belongs to one word of the programme, as lists show it."""

    projects: list[Data] = field(default_factory=list)
    project_folders: list[str] = field(default_factory=list)
    blueprints: list[Data] = field(default_factory=list)
    calls: list[Data] = field(default_factory=list)
    other_folders: list[str] = field(default_factory=list)

    @property
    def count(self) -> int:
        return len(self.projects) + len(self.blueprints) + len(self.calls)


Groups = Mapping[str, Mapping[str, _Found]]
"""Filter → its value → what has that value."""


def pages(edition: Edition) -> Iterator[Page]:
    """For each of the three an index, and a page for every one that exists."""
    groups = _groups(edition)
    for name, section in TERM_PAGES.items():
        terms = edition.catalogue.terms(name)
        shown = {id: edition.text(term.title) for id, term in terms.items() if is_addressable(id)}
        if not shown:
            continue
        yield _index(edition, section, shown, groups[name])
        for id, title in shown.items():
            about = terms[id].description
            page = Page(
                address=edition.address(section, id),
                language=edition.language,
                title=title,
                template="term.html",
                section=section,
                title_language=edition.other_language(terms[id].title),
                description=edition.text(about) if about else "",
                crumbs=edition.crumbs(section),
                changed=edition.changed("content"),
            )
            head = {
                "about": edition.said(about),
                "what": edition.say(f"filter.{name}"),
                "download": link(
                    edition.say("download-csv"),
                    f"{edition.address(section, id)}{STEM[edition.language]}.csv",
                ),
            }
            own = groups[name].get(title, _Found())
            lists = [{**head, **each} for each in _lists(own)]
            yield from paged(edition, page, lists, _places(own))


def _index(
    edition: Edition, section: Section, shown: Mapping[str, str], found: Mapping[str, _Found]
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
                    "count": found[title].count if title in found else 0,
                }
                for id, title in sorted(shown.items(), key=lambda item: item[1].casefold())
            ]
        },
        description=edition.say("terms_intro"),
        crumbs=edition.crumbs(),
        changed=edition.changed("content"),
    )


def _lists(found: _Found) -> list[Data]:
    """What each part of the page lists: the projects in parts, all else in the first."""
    return [
        {
            "projects": part,
            "blueprints": [] if number else found.blueprints,
            "calls": [] if number else found.calls,
        }
        for number, part in enumerate(in_parts(found.projects))
    ]


def _places(found: _Found) -> list[list[str]]:
    """Where what each part of the page shows is written down."""
    return [
        [PROGRAMME, *part, *([] if number else found.other_folders)]
        for number, part in enumerate(in_parts(found.project_folders))
    ]


def _groups(edition: Edition) -> Groups:
    """Every project, blueprint and call under each word that it is narrowed by."""
    groups: dict[str, dict[str, _Found]] = {name: {} for name in TERM_PAGES}

    def places(filters: Filters) -> Iterator[_Found]:
        for name, found in groups.items():
            for value in filters.get(name, ()):
                yield found.setdefault(value, _Found())

    for record, project in projects(edition):
        row = project_row(edition, record, project)
        for place in places(project_terms(edition, project)):
            place.projects.append(row)
            place.project_folders.append(record.folder)
    for record, blueprint in blueprints(edition):
        row = blueprint_row(edition, record, blueprint)
        of = edition.catalogue.projects.get(blueprint.project)
        for place in places(blueprint_filters(edition, blueprint, of)):
            place.blueprints.append(row)
            place.other_folders.append(record.folder)
    for record, call in calls(edition):
        row = call_row(edition, record, call)
        for place in places(call_filters(edition, call, ())):
            place.calls.append(row)
            place.other_folders.append(record.folder)
    return groups
