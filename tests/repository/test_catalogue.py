"""The catalogue: references both ways, names at the record's date, and nothing read unasked."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from gzg.model.base import Model, Refers
from gzg.model.kinds import Kind
from gzg.model.models import MODELS
from gzg.model.organisation import Municipality, Organisation
from gzg.model.project import Project
from gzg.model.schema import parts
from gzg.repository import layout
from gzg.repository.catalogue import (
    LANGUAGE,
    ORGANISATION,
    RECORD_REFERENCES,
    SOURCE,
    VOCABULARY,
    Catalogue,
)
from gzg.repository.repository import Record, Repository
from gzg.repository.tree import MemoryTree, WorkingTree

REGISTER = """\
nis,name,province,valid_from,valid_to,successor_nis,tile_col,tile_row
11001,Vastegem,Oost,,,,1,1
11002,Oudedorp,Oost,,2024-12-31,11004,,
11003,Nieuwstad,Oost,,2024-12-31,11004,,
11004,Nieuwstad,Oost,2025-01-01,,,2,1
11005,Eerstbeek,Oost,,2018-12-31,11006,,
11006,Middenbeek,Oost,2019-01-01,2024-12-31,11007,,
11007,Eindbeek,Oost,2025-01-01,,,3,1
"""
"""Nieuwstad has had two codes, like seven real names: it absorbed Oudedorp and kept its name."""

PROGRAMME = """\
format: 1
title: Voorbeeld
short_title: V
description: Een voorbeeld.
authority: dienst
languages: [nl, en]
time_zone: Europe/Brussels
focuses: [{id: open, title: Open}]
types: [{id: concept, title: Concept}]
roles: [{id: deelnemer, title: Deelnemer, function: participant}]
organisation_kinds:
  - {id: gemeente, title: Gemeente, municipality: true}
  - {id: overheid, title: Overheid}
"""

FILES = {
    layout.PROGRAMME: PROGRAMME,
    layout.REGISTER: REGISTER,
    layout.SOURCES: "sources: {krant: {title: Krant}}\n",
    "content/organisations/dienst.yml": "id: dienst\nname: Dienst\nkind: overheid\n",
    "content/calls/een/call.yml": (
        "id: een\nnumber: 1\ntitle: Een\ntype: concept\nfocuses: [open]\ncloses: 2022-07-01\n"
    ),
    "content/calls/later/call.yml": (
        "id: later\nnumber: 2\ntitle: Later\ntype: concept\nfocuses: [open]\n"
        "closes: 2025-06-30T12:00\n"
    ),
}


def project(id: str, *lines: str) -> dict[str, str]:
    least = f"id: {id}\ntitle: T\nstatus: granted\nsummary: S\n"
    return {f"content/projects/{id}/project.yml": least + "".join(f"{line}\n" for line in lines)}


def parties(*organisations: str) -> str:
    each = (f"  - {{organisation: {id}, role: deelnemer}}" for id in organisations)
    return "\n".join(("parties:", *each))


def catalogue_of(files: Mapping[str, str]) -> Catalogue:
    tree = {path: text.encode() for path, text in files.items()}
    return Catalogue(Repository(MemoryTree(tree)))


def the(catalogue: Catalogue, kind: Kind, id: str) -> Record:
    record = catalogue.repository.record(kind, id)
    assert record is not None
    assert record.model is not None, record.faults
    return record


def unresolved(files: Mapping[str, str], kind: Kind = Kind.PROJECT, id: str = "p") -> list[str]:
    catalogue = catalogue_of(files)
    return [each.id for each in catalogue.unresolved(the(catalogue, kind, id))]


def test_a_reference_is_seen_from_both_sides() -> None:
    files = FILES | project("p", "call: een", parties("vastegem")) | project("q", "call: een")
    catalogue = catalogue_of(files)
    outgoing = {
        (each.kind, each.id) for each in catalogue.references(the(catalogue, Kind.PROJECT, "p"))
    }
    assert {("call", "een"), ("organisation", "vastegem")} <= outgoing
    incoming = catalogue.incoming("call", "een")
    assert [(link.record.id, link.reference.field) for link in incoming] == [
        ("p", ("call",)),
        ("q", ("call",)),
    ]


def test_what_nobody_names_has_no_incoming_reference() -> None:
    assert catalogue_of(FILES).incoming("call", "later") == ()


def test_two_kinds_with_one_id_are_not_mixed_up() -> None:
    files = FILES | project("een", parties("vastegem")) | project("p", "call: een")
    assert [link.record.id for link in catalogue_of(files).incoming("project", "een")] == []


@pytest.mark.parametrize(
    ("day", "nis"),
    [
        (date(2024, 12, 31), "11003"),
        (date(2025, 1, 1), "11004"),
        (date(2018, 1, 1), "11003"),
        (None, "11004"),
    ],
)
def test_a_name_with_two_codes_is_the_municipality_of_that_day(day: date | None, nis: str) -> None:
    found = catalogue_of(FILES).organisation("nieuwstad", day)
    assert isinstance(found, Municipality)
    assert found.nis == nis


def test_a_municipality_that_is_gone_is_not_found_on_a_later_day() -> None:
    catalogue = catalogue_of(FILES)
    assert catalogue.organisation("oudedorp", date(2025, 1, 1)) is None
    assert catalogue.organisation("oudedorp", date(2024, 12, 31)) is not None


def test_another_organisation_is_found_on_every_day() -> None:
    found = catalogue_of(FILES).organisation("dienst", date(1900, 1, 1))
    assert isinstance(found, Organisation)


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (("call: een", "decided: 2022-10-21", "started: 2023"), date(2022, 10, 21)),
        (("call: een", "started: 2023"), date(2022, 7, 1)),
        (("call: later",), date(2025, 6, 30)),
        (("call: onbekend", "started: 2023-02"), date(2023, 2, 1)),
        ((), None),
    ],
)
def test_a_project_is_of_its_decision_else_its_call_else_its_start(
    lines: tuple[str, ...], day: date | None
) -> None:
    catalogue = catalogue_of(FILES | project("p", *lines))
    assert catalogue.date_of(the(catalogue, Kind.PROJECT, "p")) == day


def blueprint(*lines: str) -> dict[str, str]:
    least = "id: b\ntitle: B\nkinds: []\nproject: p\nsummary: S\n"
    return {"content/blueprints/b/blueprint.yml": least + "".join(f"{line}\n" for line in lines)}


@pytest.mark.parametrize(
    ("lines", "day"), [(("published: 2023-02",), date(2023, 2, 28)), ((), date(2022, 7, 1))]
)
def test_a_blueprint_is_of_its_publication_else_of_its_project(
    lines: tuple[str, ...], day: date
) -> None:
    catalogue = catalogue_of(FILES | project("p", "call: een") | blueprint(*lines))
    assert catalogue.date_of(the(catalogue, Kind.BLUEPRINT, "b")) == day


@pytest.mark.parametrize(
    ("kind", "id", "day"),
    [
        (Kind.CALL, "een", date(2022, 7, 1)),
        (Kind.CALL, "later", date(2025, 6, 30)),
        (Kind.NEWS, "bericht", date(2023, 5, 1)),
        (Kind.PAGE, "over", None),
        (Kind.ORGANISATION, "dienst", None),
        (Kind.PROGRAMME, "programme", None),
        (Kind.SOURCES, "sources", None),
    ],
)
def test_every_other_record_is_of_the_day_that_it_states(
    kind: Kind, id: str, day: date | None
) -> None:
    written = {
        "content/news/bericht.md": "---\ntitle: B\ndate: 2023-05-01\n---\n\nTekst.\n",
        "content/pages/over.md": "---\ntitle: Over\n---\n\nTekst.\n",
    }
    catalogue = catalogue_of(FILES | written)
    assert catalogue.date_of(the(catalogue, kind, id)) == day


def test_organisations_are_looked_up_at_the_date_of_the_record() -> None:
    then = project("p", "call: een", parties("oudedorp", "nieuwstad", "eindbeek", "dienst"))
    later = project("p", "call: later", parties("oudedorp", "nieuwstad", "eindbeek", "dienst"))
    assert unresolved(FILES | then) == ["eindbeek"]
    assert unresolved(FILES | later) == ["oudedorp"]


def test_without_a_date_any_municipality_that_ever_was_will_do() -> None:
    assert unresolved(FILES | project("p", parties("oudedorp", "eindbeek", "nergens"))) == [
        "nergens"
    ]


def test_whatever_leads_nowhere_is_found_once_for_each_place() -> None:
    lines = (
        "call: weg",
        "type: concept",
        "focus: weg",
        "sources: [krant, weg]",
        "summary: {fr: S}",
    )
    text = project("p", *lines)["content/projects/p/project.yml"].replace("summary: S\n", "")
    assert unresolved(FILES | {"content/projects/p/project.yml": text}) == [
        "weg",
        "weg",
        "weg",
        "fr",
    ]


def test_a_record_that_cannot_be_read_is_there_all_the_same() -> None:
    broken = {"content/calls/een/call.yml": "id: een\nnumber: veel\n"}
    assert unresolved(FILES | broken | project("p", "call: een")) == []


@pytest.mark.parametrize(
    ("path", "text", "lines"),
    [
        (layout.PROGRAMME, "title: [", ("focus: onbekend", "summary: {fr: S}")),
        (layout.SOURCES, "sources: [", ("sources: [onbekend]",)),
        (layout.REGISTER, REGISTER + "geen,rij\n", (parties("onbekend"),)),
    ],
)
def test_a_list_that_cannot_be_read_accuses_nobody(
    path: str, text: str, lines: tuple[str, ...]
) -> None:
    own = "id: p\ntitle: T\nstatus: granted\n" + "".join(f"{line}\n" for line in lines)
    own += "" if "summary" in own else "summary: S\n"
    assert unresolved(FILES | {"content/projects/p/project.yml": own, path: text}) == []


def test_without_a_sources_file_every_source_is_missing() -> None:
    files = {path: text for path, text in FILES.items() if path != layout.SOURCES}
    assert unresolved(files | project("p", "sources: [krant]")) == ["krant"]


def marked(annotation: Any) -> Iterator[str]:
    """The kinds that a field's annotation, whatever it is made of, refers to."""
    for each in getattr(annotation, "__metadata__", ()):
        if isinstance(each, Refers):
            yield each.kind
    for argument in get_args(annotation):
        yield from marked(argument)


def test_every_kind_of_reference_in_the_models_can_be_resolved() -> None:
    placed = (Kind.PROGRAMME, Kind.SOURCES, *layout.PLACES)
    models = {part for kind in placed for part in parts(MODELS[kind]) if issubclass(part, Model)}
    hints = [get_type_hints(model, include_extras=True).values() for model in models]
    kinds = {kind for fields in hints for field in fields for kind in marked(field)}
    assert kinds == {*VOCABULARY, *RECORD_REFERENCES, ORGANISATION, LANGUAGE, SOURCE}


def relation(kind: str, id: str) -> str:
    return f"relations: [{{kind: {kind}, project: {id}}}]"


def loop(files: Mapping[str, str], kind: Kind = Kind.PROJECT, id: str = "p") -> tuple[str, ...]:
    catalogue = catalogue_of(files)
    return catalogue.loop_through(the(catalogue, kind, id))


def test_a_loop_is_the_same_from_each_of_its_records() -> None:
    files = {
        **project("c", relation("continues", "a")),
        **project("a", relation("continues", "b")),
        **project("b", relation("resubmission-of", "c")),
        **project("p", relation("continues", "a")),
    }
    catalogue = catalogue_of(FILES | files)
    for id in ("p", "c", "b", "a"):
        expected = () if id == "p" else ("a", "b", "c")
        assert catalogue.loop_through(the(catalogue, Kind.PROJECT, id)) == expected


def test_a_record_can_be_a_loop_by_itself() -> None:
    assert loop(FILES | project("p", relation("continues", "p"))) == ("p",)


def test_a_tie_without_direction_makes_no_loop() -> None:
    there = project("p", relation("linked-with", "q"))
    assert loop(FILES | there | project("q", relation("linked-with", "p"))) == ()


def test_two_ways_to_one_record_are_no_loop() -> None:
    both = "relations: [{kind: continues, project: b}, {kind: continues, project: c}]"
    files = {
        **project("p", both),
        **project("b", relation("continues", "d")),
        **project("c", relation("continues", "d")),
        **project("d"),
    }
    assert loop(FILES | files) == ()


def test_loops_that_touch_count_as_one() -> None:
    both = "relations: [{kind: continues, project: b}, {kind: continues, project: c}]"
    files = {
        **project("a", both),
        **project("b", relation("continues", "a")),
        **project("c", relation("continues", "a")),
    }
    catalogue = catalogue_of(FILES | files)
    found = {id: catalogue.loop_through(the(catalogue, Kind.PROJECT, id)) for id in "abc"}
    assert found == {"a": ("a", "b"), "b": ("a", "b"), "c": ()}


def test_a_long_chain_is_walked_without_recursion() -> None:
    files: dict[str, str] = {}
    for number in range(2000):
        files |= project(f"p{number}", relation("continues", f"p{(number + 1) % 2000}"))
    assert len(loop(FILES | files, id="p0")) == 2000


def test_organisations_are_part_of_one_another_and_calls_follow() -> None:
    files = {
        "content/organisations/a.yml": "id: a\nname: A\nkind: overheid\npart_of: b\n",
        "content/organisations/b.yml": "id: b\nname: B\nkind: overheid\npart_of: a\n",
    }
    assert loop(FILES | files, Kind.ORGANISATION, "b") == ("a", "b")
    follow = {
        path: text + "follow_up_calls: [een]\n" for path, text in FILES.items() if "een" in path
    }
    assert loop(FILES | follow, Kind.CALL, "een") == ("een",)


@pytest.fixture
def listed(tmp_path: Path) -> tuple[Catalogue, Path]:
    """A catalogue on disk that has been listed, and read of no file."""
    files = {**FILES, **project("p", "call: een", relation("continues", "q")), **project("q")}
    files |= project("r", parties("dienst"))
    for path, text in files.items():
        place = tmp_path / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
    catalogue = Catalogue(Repository(WorkingTree(tmp_path)))
    assert len(catalogue.repository.paths) == len(files)
    return catalogue, tmp_path


def keep_only(root: Path, *paths: str) -> None:
    """Remove every other file, so that reading one of them fails."""
    for place in root.rglob("*"):
        if place.is_file() and place.relative_to(root).as_posix() not in paths:
            place.unlink()


def test_one_record_is_read_without_any_other_file(listed: tuple[Catalogue, Path]) -> None:
    catalogue, root = listed
    keep_only(root, "content/projects/p/project.yml")
    assert isinstance(catalogue.model(Kind.PROJECT, "p"), Project)


def test_references_are_judged_without_reading_the_records_they_lead_to(
    listed: tuple[Catalogue, Path],
) -> None:
    catalogue, root = listed
    shared = (layout.PROGRAMME, layout.SOURCES, layout.REGISTER)
    keep_only(root, *shared, "content/projects/p/project.yml", "content/projects/r/project.yml")
    assert catalogue.unresolved(the(catalogue, Kind.PROJECT, "p")) == ()
    assert catalogue.unresolved(the(catalogue, Kind.PROJECT, "r")) == ()


def test_the_date_of_a_project_needs_its_call_and_nothing_else(
    listed: tuple[Catalogue, Path],
) -> None:
    catalogue, root = listed
    keep_only(root, "content/projects/p/project.yml", "content/calls/een/call.yml")
    assert catalogue.date_of(the(catalogue, Kind.PROJECT, "p")) == date(2022, 7, 1)


def test_a_loop_is_sought_only_along_the_records_own_relations(
    listed: tuple[Catalogue, Path],
) -> None:
    catalogue, root = listed
    keep_only(root, "content/projects/p/project.yml", "content/projects/q/project.yml")
    assert catalogue.loop_through(the(catalogue, Kind.PROJECT, "p")) == ()


def test_a_file_is_read_once(listed: tuple[Catalogue, Path]) -> None:
    catalogue, root = listed
    first = the(catalogue, Kind.PROJECT, "p")
    keep_only(root)
    assert the(catalogue, Kind.PROJECT, "p") is first
