"""All records together, read-only and linked both ways, with names resolved at the right date.

Nothing is read before it is asked for: what one record refers to is told from the list of files,
the register, the programme and the sources, without reading the other records.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple, TypeVar

from gzg.model.admissibility import Admissibility
from gzg.model.advice import Advice
from gzg.model.base import MAIN_LANGUAGE, Model
from gzg.model.blueprint import Blueprint
from gzg.model.call import Call
from gzg.model.decision import Decision
from gzg.model.kinds import Kind
from gzg.model.organisation import Municipality, Organisation
from gzg.model.page import News, Page
from gzg.model.programme import OrganisationKind, Programme, Term
from gzg.model.project import Project
from gzg.model.receipt import Receipt
from gzg.model.references import (
    TEXT,
    TEXT_LANGUAGE,
    Reference,
    names,
    references,
    text_languages,
)
from gzg.model.source import Source, Sources
from gzg.model.submission import Submission
from gzg.repository import record_dates
from gzg.repository.loops import Loops, onward
from gzg.repository.register import Register
from gzg.repository.repository import Record, Repository

M = TypeVar("M", bound=Model)

RECORD_REFERENCES = {
    "call": Kind.CALL,
    "project": Kind.PROJECT,
    "blueprint": Kind.BLUEPRINT,
    "submission": Kind.SUBMISSION,
}
"""References to records in a folder or file of their own; organisations have a date besides."""

VOCABULARY = {
    "focus": "focuses",
    "type": "types",
    "domain": "domains",
    "role": "roles",
    "organisation-kind": "organisation_kinds",
    "region": "regions",
    "dossier-part": "dossier_parts",
    "blueprint-kind": "blueprint_kinds",
}
"""References to a list of the programme: kind of reference → the programme's field."""

ORGANISATION = "organisation"
LANGUAGE = "language"
SOURCE = "source"


class Link(NamedTuple):
    """A reference seen from the other side: which record holds it, and where in it."""

    record: Record
    reference: Reference


class Catalogue:
    """The valid records of a repository; each property is made when it is first asked for."""

    def __init__(self, repository: Repository) -> None:
        self.repository = repository
        self._references: dict[str, tuple[Reference, ...]] = {}
        self._unresolved: tuple[str, tuple[Reference, ...]] = ("", ())
        self._loops: dict[Kind, Loops] = {}

    @property
    def register(self) -> Register:
        """The municipalities."""
        return self.repository.register

    @cached_property
    def programme(self) -> Programme | None:
        """The programme; None where its file is missing or cannot be read."""
        return self._single(Kind.PROGRAMME, Programme)

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Publications by id."""
        found = self._single(Kind.SOURCES, Sources)
        return found.sources if found else {}

    @cached_property
    def calls(self) -> Mapping[str, Call]:
        """Calls by id."""
        return self._all(Kind.CALL, Call)

    @cached_property
    def projects(self) -> Mapping[str, Project]:
        """Projects by id."""
        return self._all(Kind.PROJECT, Project)

    @cached_property
    def blueprints(self) -> Mapping[str, Blueprint]:
        """Blueprints by id."""
        return self._all(Kind.BLUEPRINT, Blueprint)

    @cached_property
    def organisations(self) -> Mapping[str, Organisation]:
        """Organisations by id, municipalities not among them."""
        return self._all(Kind.ORGANISATION, Organisation)

    @cached_property
    def news(self) -> Mapping[str, News]:
        """News items by id."""
        return self._all(Kind.NEWS, News)

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """Fixed pages by id."""
        return self._all(Kind.PAGE, Page)

    @cached_property
    def submissions(self) -> Mapping[str, Submission]:
        """Submissions by call and folder: `voorbeeldoproep/voorbeeld-loket`."""
        return self._all(Kind.SUBMISSION, Submission)

    @cached_property
    def receipts(self) -> Mapping[str, Receipt]:
        """Receipts by the id of their submission."""
        return self._all(Kind.RECEIPT, Receipt)

    @cached_property
    def admissibilities(self) -> Mapping[str, Admissibility]:
        """What the formal check came to, by the id of the submission."""
        return self._all(Kind.ADMISSIBILITY, Admissibility)

    @cached_property
    def advice(self) -> Mapping[str, Advice]:
        """The jury's advice by call."""
        return self._all(Kind.ADVICE, Advice)

    @cached_property
    def decisions(self) -> Mapping[str, Decision]:
        """The authority's decisions by call."""
        return self._all(Kind.DECISION, Decision)

    def _single(self, kind: Kind, model: type[M]) -> M | None:
        return next(iter(self._all(kind, model).values()), None)

    def _all(self, kind: Kind, model: type[M]) -> Mapping[str, M]:
        records = self.repository.records(kind)
        return {each.id: each.model for each in records if isinstance(each.model, model)}

    def model(self, kind: Kind, id: str) -> Model | None:
        """One record, read alone."""
        record = self.repository.record(kind, id)
        return record.model if record else None

    def terms(self, reference_kind: str) -> Mapping[str, Term]:
        """The programme's own words for a kind of reference, by id."""
        return self._vocabulary.get(reference_kind, {})

    @cached_property
    def _vocabulary(self) -> Mapping[str, Mapping[str, Term]]:
        if self.programme is None:
            return {}
        return {
            kind: {term.id: term for term in getattr(self.programme, field)}
            for kind, field in VOCABULARY.items()
        }

    @cached_property
    def municipality_kind(self) -> OrganisationKind | None:
        """The kind of organisation that the register's municipalities are."""
        kinds = self.programme.organisation_kinds if self.programme else ()
        return next((kind for kind in kinds if kind.municipality), None)

    def organisation(self, id: str, day: date | None) -> Organisation | Municipality | None:
        """The organisation or municipality of that id, as it was on that day."""
        found = self.model(Kind.ORGANISATION, id)
        return found if isinstance(found, Organisation) else self.register.at(id, day)

    def kind_of(self, organisation: Organisation | Municipality) -> OrganisationKind | None:
        """What kind of organisation it is, in the programme's words."""
        if isinstance(organisation, Municipality):
            return self.municipality_kind
        found = self.terms("organisation-kind").get(organisation.kind)
        return found if isinstance(found, OrganisationKind) else None

    def references(self, record: Record) -> tuple[Reference, ...]:
        """What a record refers to."""
        if record.path not in self._references:
            found = references(record.model) if record.model else ()
            self._references[record.path] = found
        return self._references[record.path]

    def incoming(self, reference_kind: str, id: str) -> tuple[Link, ...]:
        """Who refers to something, by the path of the record that does."""
        return self._incoming.get((reference_kind, id), ())

    @cached_property
    def _incoming(self) -> Mapping[tuple[str, str], tuple[Link, ...]]:
        found = defaultdict(list)
        for record in self.all_records():
            for reference in self.references(record):
                found[reference.kind, reference.id].append(Link(record, reference))
        return {key: tuple(links) for key, links in found.items()}

    def unresolved(self, record: Record) -> tuple[Reference, ...]:
        """What leads nowhere at a record's date, languages not used here, texts without the first.

        A record whose file is there counts, whatever is wrong in it. Where the programme, the
        sources or the register cannot be read, nothing is said of what they would have told.
        """
        if self._unresolved[0] != record.path:
            # Several rules ask this of one record after the other; no other answer is kept.
            self._unresolved = (record.path, self._find_unresolved(record))
        return self._unresolved[1]

    def _find_unresolved(self, record: Record) -> tuple[Reference, ...]:
        if record.model is None:
            return ()
        known, suspects = self._known, {}
        named = names(record.model)
        for kind, ids in named.items():
            if kind in known and not ids <= known[kind]:
                suspects[kind] = ids - known[kind]
        if ORGANISATION in suspects:
            day, at = self.date_of(record), self.register.at
            suspects[ORGANISATION] = {id for id in suspects[ORGANISATION] if not at(id, day)}
        if TEXT in named:
            suspects[TEXT] = {each for each in named[TEXT] if self._lacks_first_language(each)}
        if not any(suspects.values()):
            return ()
        every = (*references(record.model), *text_languages(record.model))
        return tuple(each for each in every if each.id in suspects.get(each.kind, ()))

    def _lacks_first_language(self, written: str) -> bool:
        """Whether a text in these languages, all of the programme, is not in its first one."""
        if self.programme is None:
            return False
        languages = set(written.split(" "))
        is_there = {MAIN_LANGUAGE, self.programme.languages[0]} & languages
        return not is_there and languages <= set(self.programme.languages)

    @cached_property
    def _known(self) -> Mapping[str, frozenset[str]]:
        """Kind of reference → the ids that resolve at every date; no kind that cannot be judged."""
        index = self.repository.index
        known = {kind: frozenset(index[records]) for kind, records in RECORD_REFERENCES.items()}
        known |= {kind: frozenset(terms) for kind, terms in self._vocabulary.items()}
        if self.programme:
            languages = frozenset(self.programme.languages)
            known |= {LANGUAGE: languages, TEXT_LANGUAGE: languages | {MAIN_LANGUAGE}}
        if self.sources or not index[Kind.SOURCES]:
            known[SOURCE] = frozenset(self.sources)
        if not self.repository.register_file[1]:
            everywhen = (id for id in self.register.by_id if self._exists_always(id))
            known[ORGANISATION] = frozenset((*index[Kind.ORGANISATION], *everywhen))
        return known

    def _exists_always(self, id: str) -> bool:
        candidates = self.register.by_id[id]
        return any(each.valid_from is None and each.valid_to is None for each in candidates)

    def ids(self, reference_kind: str) -> frozenset[str]:
        """Every id that a reference of this kind could name, whatever the date."""
        known = self._known.get(reference_kind, frozenset())
        return known | set(self.register.by_id) if reference_kind == ORGANISATION else known

    def loop_through(self, record: Record) -> tuple[str, ...]:
        """The ids of a loop of relations that a record is in, in order; empty where in none."""
        if record.kind not in self._loops:
            self._loops[record.kind] = Loops(lambda id: onward(self.model(record.kind, id)))
        return self._loops[record.kind].through(record.id)

    @cached_property
    def organisations_by_kbo(self) -> Mapping[str, tuple[str, ...]]:
        """Enterprise number → the ids of the organisations that have it."""
        found = defaultdict(list)
        for id, organisation in self.organisations.items():
            if organisation.kbo:
                found[organisation.kbo].append(id)
        return {kbo: tuple(ids) for kbo, ids in found.items()}

    def all_records(self) -> Iterator[Record]:
        """Every record, kind by kind."""
        for kind in Kind:
            yield from self.repository.records(kind)

    def date_of(self, record: Record) -> date | None:
        """The day at which a record's organisations are looked up."""
        return record_dates.date_of(record, self)

    def date_of_project(self, project: Project) -> date | None:
        """Its decision, else its call's present closing date, else the day it began."""
        return record_dates.date_of_project(project, self)

    def date_of_submission(self, id: str, submission: Submission) -> date | None:
        """Its receipt, else its call's present closing date; none where the call never closes."""
        return record_dates.date_of_submission(id, submission, self)
