"""What the engine makes of rules and files: one fault one diagnostic, in one order."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from gzg.diagnostics import FILE_START, Diagnostic, Finding, Place, Severity, Span
from gzg.engine.judge import judge
from gzg.model.base import Model
from gzg.model.call import Call
from gzg.model.facts import Sourced
from gzg.repository.catalogue import Catalogue
from gzg.repository.faults import FaultName
from gzg.repository.markdown import Prose
from gzg.repository.repository import Record, Repository
from gzg.repository.source_file import SourceFile
from gzg.repository.tree import MemoryTree
from gzg.rules.registry import rules
from gzg.rules.rule import (
    CatalogueRule,
    Context,
    FaultRule,
    FileRule,
    ProseRule,
    RecordRule,
    Rule,
)
from tests.rules.examples import laid_over, smallest_files

NOW = datetime(2026, 1, 1, 12, tzinfo=ZoneInfo("Europe/Brussels"))
PROGRAMME = "content/programme.yml"
CALL = "content/calls/voorbeeldoproep/call.yml"
PROJECT = "content/projects/voorbeeld/project.yml"
README = "content/projects/voorbeeld/README.md"


def context_of(changed: Mapping[str, str] | None = None) -> Context:
    files = smallest_files() | {path: text.encode() for path, text in (changed or {}).items()}
    return Context(Catalogue(Repository(MemoryTree(files))), NOW)


def codes(found: tuple[Diagnostic, ...]) -> list[tuple[str, str]]:
    return [(each.path, each.code) for each in found]


def record_rule(code: str, *fields: str, requires: tuple[str, ...] = ()) -> RecordRule[Call]:
    """A rule that finds something at each of these fields of every call."""

    def check(record: Record, call: Call, context: Context) -> Iterator[Finding]:
        for field in fields:
            yield Finding(record.at(field))

    return RecordRule(
        code=code, severity=Severity.ERROR, model=Call, check=check, requires=requires
    )


def run(*given: RecordRule[Call]) -> tuple[Diagnostic, ...]:
    every: tuple[Rule, ...] = tuple(_widened(rule) for rule in given)
    return judge(context_of(), every)


def _widened(rule: RecordRule[Call]) -> RecordRule[Model]:
    """The same rule as the registry's type has it."""
    return rule  # type: ignore[return-value]


def test_a_rule_is_passed_over_where_one_that_it_requires_found_something() -> None:
    found = run(record_rule("GZG801", "title"), record_rule("GZG802", "id", requires=("GZG801",)))
    assert codes(found) == [(CALL, "GZG801")]


def test_a_rule_runs_where_the_one_that_it_requires_found_nothing() -> None:
    found = run(record_rule("GZG801"), record_rule("GZG802", "id", requires=("GZG801",)))
    assert codes(found) == [(CALL, "GZG802")]


def test_diagnostics_stand_by_path_line_and_code() -> None:
    def check(context: Context) -> Iterator[Finding]:
        for path, line, column in (("b", 1, 1), ("a", 10, 1), ("a", 9, 5), ("a", 9, 1)):
            yield Finding(Place(path, span=Span(line, column, line, column + 1)))

    found = judge(
        context_of(),
        tuple(
            CatalogueRule(code=code, severity=Severity.HINT, check=check)
            for code in ("GZG802", "GZG801")
        ),
    )
    assert [(each.path, each.span.line, each.code, each.span.column) for each in found] == [
        ("a", 9, "GZG801", 1),
        ("a", 9, "GZG801", 5),
        ("a", 9, "GZG802", 1),
        ("a", 9, "GZG802", 5),
        ("a", 10, "GZG801", 1),
        ("a", 10, "GZG802", 1),
        ("b", 1, "GZG801", 1),
        ("b", 1, "GZG802", 1),
    ]


@pytest.mark.parametrize(
    ("field", "span"),
    [
        (("closes",), Span(7, 1, 7, 7)),
        (("focuses", 1), Span(5, 18, 5, 22)),
        (("maximum_grant",), Span(1, 1, 8, 1)),
        (("scoring", "clusters", 3, "title"), Span(1, 1, 8, 1)),
    ],
)
def test_a_field_becomes_its_place_in_the_text(field: tuple[str | int, ...], span: Span) -> None:
    def check(context: Context) -> Iterator[Finding]:
        yield Finding(Place(CALL, field))

    (found,) = judge(
        context_of(), (CatalogueRule(code="GZG801", severity=Severity.ERROR, check=check),)
    )
    assert found.span == span


def test_a_finding_about_a_file_that_is_gone_stands_at_its_beginning() -> None:
    def check(context: Context) -> Iterator[Finding]:
        yield Finding(Place("content/news/weg.md", ("title",)))

    (found,) = judge(
        context_of(), (CatalogueRule(code="GZG801", severity=Severity.ERROR, check=check),)
    )
    assert (found.path, found.span) == ("content/news/weg.md", FILE_START)


def test_every_shape_of_rule_sees_what_it_is_for() -> None:
    seen: dict[str, set[str]] = {"file": set(), "prose": set(), "record": set()}

    def see_file(source: SourceFile, context: Context) -> Iterator[Finding]:
        seen["file"].add(source.path)
        yield from ()

    def see_prose(prose: Prose, context: Context) -> Iterator[Finding]:
        seen["prose"].add(prose.path)
        yield from ()

    def see_record(record: Record, model: Sourced, context: Context) -> Iterator[Finding]:
        seen["record"].add(record.path)
        yield from ()

    record: RecordRule[Model] = RecordRule(
        code="GZG803",
        severity=Severity.HINT,
        model=Sourced,
        check=see_record,  # type: ignore[arg-type]
    )
    every: tuple[Rule, ...] = (
        FileRule(code="GZG801", severity=Severity.HINT, check=see_file),
        ProseRule(code="GZG802", severity=Severity.HINT, check=see_prose),
        record,
    )
    judge(context_of({"content/blueprints/voorbeeld/files/plan.pdf": "%PDF"}), every)
    files = set(smallest_files())
    assert seen["file"] == files
    assert seen["prose"] == {path for path in files if path.endswith(".md")}
    assert {PROGRAMME, CALL, PROJECT, "content/news/voorbeeld.md"} <= seen["record"] < files


def test_a_record_with_a_fault_of_reading_is_judged_by_no_rule_about_records() -> None:
    """A call with an unknown field that also closes before it opens."""
    call = smallest_files()[CALL].decode()
    wrong = laid_over("closes: 2021-07-01\n", call, []).decode()
    assert codes(judge(context_of({CALL: wrong}), rules())) == [(CALL, "GZG202")]
    assert codes(judge(context_of({CALL: f"clsoes: 1\n{wrong}"}), rules())) == [(CALL, "GZG102")]


def test_a_fault_that_no_rule_speaks_for_is_left_unsaid() -> None:
    tab = FaultRule(code="GZG801", severity=Severity.ERROR, faults=(FaultName.TAB,))
    assert judge(context_of({CALL: "nonsense: 1\n"}), (tab,)) == ()
    assert codes(judge(context_of({CALL: "nonsense:\t1\n"}), (tab,))) == [(CALL, "GZG801")]


@pytest.mark.parametrize("text", ["", "format: 1\n", "format: [\n", "x\x00y", "- 1\n"])
def test_a_programme_that_cannot_be_read_silences_the_rules_about_its_words(text: str) -> None:
    found = judge(context_of({PROGRAMME: text}), rules())
    assert {each.path for each in found} == {PROGRAMME}
    assert all(each.severity is Severity.ERROR for each in found)


def test_only_the_paths_asked_for_are_judged() -> None:
    broken = {CALL: "nonsense: 1\n", PROJECT: "nonsense: 1\n"}
    found = judge(context_of(broken), rules(), {PROJECT})
    assert {each.path for each in found} == {PROJECT}
    assert judge(context_of(broken), rules(), set()) == ()


def test_the_same_files_give_the_same_diagnostics_in_the_same_order() -> None:
    broken = {CALL: "b: 1\na: 2\n", PROJECT: "d: 1\nc: 1\n", README: "# A\n\n### B\n\n[hier](x)\n"}
    assert judge(context_of(broken), rules()) == judge(context_of(broken), rules()[::-1])
