"""The catalogue in one language: texts, titles and links as the pages need them."""

import re
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar
from zoneinfo import ZoneInfo

from gzg.figures.figure import Figure
from gzg.model.base import MAIN_LANGUAGE, SLUG_PATTERN, Model, localised
from gzg.model.call import Call
from gzg.model.kinds import Kind
from gzg.model.organisation import Municipality, Organisation
from gzg.model.project import Project
from gzg.repository.catalogue import VOCABULARY, Catalogue
from gzg.repository.repository import Record
from gzg.site.addresses import TERM_PAGES, Section, address, dossier_address
from gzg.site.dossiers import is_public
from gzg.site.history import History
from gzg.site.made_once import MadeOnce
from gzg.site.page import Data, link
from gzg.texts import Language, say
from gzg.texts.formats import readable

M = TypeVar("M", bound=Model)
T = TypeVar("T")

ProjectsByOrganisation = Mapping[str, Mapping[str, tuple[Record, Project]]]

_SLUG = re.compile(SLUG_PATTERN[:-1] + r"\Z")
_TRANSLATION = re.compile(r"\.[a-z]{2}\Z")
LONGEST_IN_ADDRESS = 200
NAMING_ORGANISATIONS = (Kind.PROGRAMME, Kind.PROJECT, Kind.BLUEPRINT)
"""Records that make an organisation one that takes part: a dossier does not."""

HAND_WRITTEN = (Kind.NEWS, Kind.PAGE)

SECTION_OF = {
    Kind.CALL: Section.CALLS,
    Kind.PROJECT: Section.PROJECTS,
    Kind.BLUEPRINT: Section.BLUEPRINTS,
    Kind.NEWS: Section.NEWS,
    Kind.PAGE: Section.PAGES,
    Kind.ORGANISATION: Section.ORGANISATIONS,
}
"""Where the pages of a kind of record stand."""


@dataclass(frozen=True, eq=False)
class Edition:
    """All that page builders read; they get nothing else."""

    catalogue: Catalogue
    figures: Sequence[Figure]
    language: Language
    zone: ZoneInfo
    changes: Mapping[str, datetime]
    """Path → when Git last saw it change, in UTC; empty without Git."""
    past: Mapping[str, History] = field(default_factory=dict)
    """The file of a record → its past; empty without Git."""
    alike: MadeOnce = field(default_factory=MadeOnce)
    """What was made for all languages at once."""

    @property
    def main_language(self) -> str:
        """The language of a text that does not name its own."""
        programme = self.catalogue.programme
        return programme.main_language if programme else self.language

    def text(self, text: Mapping[str, str]) -> str:
        """A record's text in this language, else in the one it has."""
        return localised(text, self.language, self.main_language)[0]

    def said(self, text: Mapping[str, str] | None) -> object:
        """The same for the page: with its language beside it where that is another one."""
        if text is None:
            return None
        found, language = localised(text, self.language, self.main_language)
        return found if language == self.language else {"text": found, "lang": language}

    def other_language(self, text: Mapping[str, str]) -> str:
        """The language that `text` finds, where that is not this edition's; else nothing."""
        language = localised(text, self.language, self.main_language)[1]
        return "" if language == self.language else language

    def own(self, text: str) -> object:
        """A text that a record has in one language only, with that language beside it."""
        return self.said({MAIN_LANGUAGE: text})

    def say(self, key: str, **values: object) -> str:
        """One of the site's own sentences, with its values made readable."""
        words = {name: readable(value, self.language) for name, value in values.items()}
        return say("site", key, self.language, **words)

    def label(self, value: object) -> str:
        """The label of a value from a closed list."""
        return say("values", f"{type(value).__name__}.{value}", self.language)

    def records(self, kind: Kind) -> Sequence[Record]:
        """The valid records of a kind whose names can stand in an address."""
        return self.once_for_all(_records, kind)

    def once(self, make: Callable[..., T], *given: Hashable) -> T:
        """What a function of a module makes of this edition and some ids, made once and kept."""
        return self._own.made(make, self, *given)

    def once_for_all(self, make: Callable[..., T], *given: Hashable) -> T:
        """The same of what is alike in all languages: it is made once for all editions."""
        return self.alike.made(make, self, *given)

    @cached_property
    def _own(self) -> MadeOnce:
        return MadeOnce()

    def record(self, kind: Kind, id: str, model: type[M]) -> tuple[Record, M]:
        """A valid record that there is, with what stands in it; raises KeyError for another."""
        found = self.catalogue.repository.record(kind, id)
        if found is None or not isinstance(found.model, model):
            raise KeyError(kind, id)
        return found, found.model

    def address(self, section: Section, id: str = "") -> str:
        """Where a page of this edition stands."""
        return address(section, self.language, id)

    def index_link(self, section: Section) -> Data:
        """A link to a section's index, by its name."""
        return link(self.say(f"section.{section}"), self.address(section))

    def term_indexes(self) -> list[Data]:
        """Links to the lists by focus, by type and by domain, as far as there are any."""
        found = TERM_PAGES.items()
        return [self.index_link(section) for name, section in found if self.catalogue.terms(name)]

    def term(self, kind: str, id: str) -> str:
        """The title of one of the programme's own words; the id where it does not exist."""
        return self._titles.get(kind, {}).get(id, id)

    @cached_property
    def _titles(self) -> Mapping[str, Mapping[str, str]]:
        """The titles of all of them: each is on hundreds of pages."""
        return {
            kind: {id: self.text(term.title) for id, term in self.catalogue.terms(kind).items()}
            for kind in VOCABULARY
        }

    def term_link(self, kind: str, id: str) -> object:
        """The same, leading to the page with all that has this focus, type or domain."""
        title = self.term(kind, id)
        if id not in self.catalogue.terms(kind) or not is_addressable(id):
            return title
        return link(title, self.address(TERM_PAGES[kind], id))

    def record_link(self, kind: Kind, id: str) -> Data:
        """A link to the page of a record by its title; only its id where it has no page."""
        return self.once(_record_link, kind, id)

    def record_address(self, kind: Kind, id: str) -> str | None:
        """Where the page of a record stands; None where it has none, or not yet."""
        if kind is Kind.SUBMISSION:
            call, _, own = id.partition("/")
            is_shown = is_addressable(call) and is_addressable(own)
            is_shown = is_shown and is_public(self.catalogue, id)
            return dossier_address(self.language, call, own) if is_shown else None
        model, own = self.catalogue.model(kind, id), id_in_address(kind, id)
        if not is_addressable(own) or (isinstance(model, Call) and model.draft):
            return None
        return self.address(SECTION_OF[kind], own)

    def organisation_name(self, id: str, day: date | None) -> str:
        """The name that an organisation had on a day."""
        found = self.catalogue.organisation(id, day) or self.catalogue.organisation(id, None)
        return found.name if found else id

    def organisation_link(self, id: str, day: date | None) -> Data:
        """A link to an organisation's page; only its name where it has none."""
        return self.once(_organisation_link, id, day)

    def has_page(self, id: str) -> bool:
        """Whether an organisation has a page: it takes part, or is a town that still exists."""
        return id in self._present_ids or self.takes_part(id)

    def takes_part(self, id: str) -> bool:
        """Whether a record of the programme names it; one made up for practice never counts."""
        return self.once_for_all(_takes_part, id)

    @property
    def projects_by_organisation(self) -> ProjectsByOrganisation:
        """Organisation → the projects that name it, by id."""
        return self.once_for_all(_projects_by_organisation)

    def project_ids(self, organisation: str) -> tuple[str, ...]:
        """The ids of the projects that name an organisation."""
        return tuple(self.projects_by_organisation.get(organisation, {}))

    @cached_property
    def _present_ids(self) -> frozenset[str]:
        return frozenset(each.id for each in self.present_municipalities)

    @cached_property
    def present_municipalities(self) -> tuple[Municipality, ...]:
        """Those that still exist, as the register has them."""
        everything = self.catalogue.register.municipalities
        return tuple(each for each in everything if each.valid_to is None)

    def municipalities(self, ids: Iterable[str], day: date | None) -> list[Municipality]:
        """Those of the organisations that are municipalities, each once, as they were on a day."""
        found = (self.catalogue.organisation(id, day) for id in unique(ids))
        return [each for each in found if isinstance(each, Municipality)]

    def changed(self, *places: str) -> date | None:
        """The day of the latest change of these files or folders, in the programme's zone."""
        dated = self.once_for_all(_latest)
        found = [dated[place] for place in places if place in dated]
        latest = max(found, default=None)
        return latest.astimezone(self.zone).date() if latest else None

    def crumbs(self, *sections: Section) -> tuple[Data, ...]:
        """Home and the indexes above a page."""
        return tuple(self.index_link(section) for section in (Section.HOME, *sections))


def _record_link(edition: Edition, kind: Kind, id: str) -> Data:
    title = getattr(edition.catalogue.model(kind, id), "title", None)
    found = edition.record_address(kind, id)
    if title is None or (kind is Kind.SUBMISSION and found is None):
        return {"text": id}
    shown = title if isinstance(title, str) else edition.said(title)
    return link(shown, found) if found else {"text": shown}


def _organisation_link(edition: Edition, id: str, day: date | None) -> Data:
    name = edition.organisation_name(id, day)
    has_page = edition.has_page(id) and is_addressable(id)
    return link(name, edition.address(Section.ORGANISATIONS, id)) if has_page else {"text": name}


def _takes_part(edition: Edition, id: str) -> bool:
    found = edition.catalogue.model(Kind.ORGANISATION, id)
    if isinstance(found, Organisation) and found.demo:
        return False
    named = edition.catalogue.incoming("organisation", id)
    return any(link.record.kind in NAMING_ORGANISATIONS for link in named)


def _records(edition: Edition, kind: str) -> Sequence[Record]:
    found = edition.catalogue.repository.records(Kind(kind))
    return [
        each
        for each in found
        if each.model is not None and is_addressable(id_in_address(each.kind, each.id))
    ]


def _projects_by_organisation(edition: Edition) -> ProjectsByOrganisation:
    found: dict[str, dict[str, tuple[Record, Project]]] = {}
    for record in edition.records(Kind.PROJECT):
        if isinstance(project := record.model, Project):
            parties = [party.organisation for party in project.parties]
            others = [other.organisation for other in project.other_parties]
            for id in unique((*parties, *others)):
                found.setdefault(id, {})[record.id] = (record, project)
    return found


def _latest(edition: Edition) -> Mapping[str, datetime]:
    """The latest change of every file and of all that every folder holds."""
    found: dict[str, datetime] = {}
    for path, when in edition.changes.items():
        while path:
            if path in found and found[path] >= when:
                break
            found[path] = when
            path = path.rpartition("/")[0]
    return found


def is_addressable(id: str) -> bool:
    """Whether an id, which is the name of a file or folder, can stand in an address."""
    return len(id) <= LONGEST_IN_ADDRESS and _SLUG.match(id) is not None


def id_in_address(kind: Kind, id: str) -> str:
    """The id that a hand-written text shares with its translations: `over.en` → `over`."""
    return _TRANSLATION.sub("", id) if kind in HAND_WRITTEN else id


def unique(values: Iterable[str | None]) -> tuple[str, ...]:
    """Each value once, in the order of first mention; nothing for what is absent."""
    return tuple(dict.fromkeys(value for value in values if value))
