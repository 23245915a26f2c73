"""Nothing can be looked up in a watched edition without being noted."""

import inspect
import re
from collections.abc import Callable
from functools import cached_property
from types import FunctionType

import pytest

from gzg.model.kinds import Kind
from gzg.repository.catalogue import Catalogue
from gzg.repository.repository import Repository
from gzg.repository.tree import Tree
from gzg.site.edition import Edition
from gzg.site.lookups import EVERYTHING, UNKNOWN, Lookup, Lookups
from gzg.site.watched import Notes, WatchedEdition
from gzg.site.watched_catalogue import WatchedCatalogue, WatchedRepository, WatchedTree
from gzg.texts import Language
from tests.site.every_field import PROJECT
from tests.site.kept_pages import BASE, edition

PRIVATE = re.compile("_[a-z]")

ONLY_THROUGH_OTHERS: dict[type, set[str]] = {
    Edition: {
        "address", "crumbs", "index_link", "label", "main_language", "municipalities",
        "other_language", "own", "record", "said", "say", "term_indexes", "term_link",
        "text",
    },
    Catalogue: {"date_of", "date_of_project", "date_of_submission"},
    Repository: set(),
}  # fmt: skip
"""What a watched edition inherits: it asks nothing but what is watched, and keeps nothing."""


@pytest.mark.parametrize(
    ("real", "watched"),
    [(Edition, WatchedEdition), (Catalogue, WatchedCatalogue), (Repository, WatchedRepository)],
)
def test_whatever_can_be_asked_is_watched(real: type, watched: type) -> None:
    of_real = {name for name in vars(real) if not name.startswith("_")}
    own = {*vars(watched), *vars(watched_one(watched))}
    assert of_real - own == ONLY_THROUGH_OTHERS[real]
    for name in ONLY_THROUGH_OTHERS[real]:
        found = inspect.getattr_static(real, name)
        assert not isinstance(found, cached_property)
        function = found.fget if isinstance(found, property) else found
        assert isinstance(function, FunctionType)
        assert [each for each in function.__code__.co_names if PRIVATE.match(each)] == []


def test_whatever_can_be_asked_of_a_tree_is_watched() -> None:
    names = {name for name, found in vars(Tree).items() if isinstance(found, FunctionType)}
    assert {name for name in names if not name.startswith("_")} <= vars(WatchedTree).keys()


def watched_one(kind: type) -> object:
    real, note = edition(BASE, Language.NL), Notes().note
    if kind is WatchedEdition:
        return WatchedEdition(real, Notes())
    if kind is WatchedCatalogue:
        return WatchedCatalogue(real.catalogue, note)
    return WatchedRepository(real.catalogue.repository, note)


ASKED: dict[str, tuple[Callable[[Edition], object], Lookup]] = {
    "a record": (
        lambda found: found.catalogue.projects["vervolg"],
        ("record", "project", "vervolg"),
    ),
    "one that is not there": (
        lambda found: found.catalogue.calls.get("x"),
        ("record", "call", "x"),
    ),
    "all records": (lambda found: list(found.catalogue.all_records()), EVERYTHING),
    "all of a kind": (lambda found: dict(found.catalogue.projects), ("records", "project")),
    "how many": (lambda found: len(found.catalogue.news), ("records", "news")),
    "a source": (lambda found: "krant" in found.catalogue.sources, ("source", "krant")),
    "a title": (lambda found: found.record_link(Kind.CALL, "tweede"), ("link", "call", "tweede")),
    "a text": (lambda found: found.catalogue.repository.source(PROJECT), ("file", PROJECT)),
    "a figure": (lambda found: list(found.figures), ("figures",)),
    "when a file changed": (lambda found: found.changes.get(PROJECT), EVERYTHING),
    "the bytes of a file": (
        lambda found: found.catalogue.repository.tree.read(PROJECT),
        EVERYTHING,
    ),
    "the date of a project": (
        lambda found: found.catalogue.date_of_project(found.catalogue.projects["vervolg"]),
        ("record", "call", "tweede"),
    ),
}


@pytest.mark.parametrize(("ask", "lookup"), ASKED.values(), ids=ASKED.keys())
def test_what_is_asked_is_noted(ask: Callable[[Edition], object], lookup: Lookup) -> None:
    notes = Notes()
    ask(WatchedEdition(edition(BASE, Language.NL), notes))
    assert notes.numbers[lookup] in notes.taken()


@pytest.mark.parametrize("lookup", [EVERYTHING, ("unheard-of",), ("link", "x"), ("file",)])
def test_what_cannot_be_told_is_never_the_same(lookup: Lookup) -> None:
    assert Lookups(edition(BASE, Language.NL)).digest(lookup) == UNKNOWN


def title_of(found: Edition, id: str) -> str:
    return found.text(found.catalogue.projects[id].title)


def named_once(found: Edition, id: str) -> str:
    return found.once(title_of, id)


@pytest.mark.parametrize("ask", [Edition.once, Edition.once_for_all])
def test_what_was_made_before_is_noted_on_every_page(
    ask: Callable[[Edition, Callable[..., str], str], str],
) -> None:
    real, notes = edition(BASE, Language.NL), Notes()
    ask(real, named_once, "vervolg")
    watched = WatchedEdition(real, notes)
    for _ in range(2):
        getattr(watched, ask.__name__)(named_once, "vervolg")
        assert notes.taken() == [notes.numbers["record", "project", "vervolg"]]


def test_what_was_noted_before_something_is_made_stays_noted() -> None:
    notes = Notes()
    watched = WatchedEdition(edition(BASE, Language.NL), notes)
    watched.has_page("voorbeeldstad")
    with pytest.raises(KeyError):
        watched.once(title_of, "absent")
    assert len(notes.taken()) == 2
