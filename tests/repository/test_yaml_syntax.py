"""Why YAML cannot be read: the problem that a person can mend, at the line where it is."""

import pytest

from gzg.repository.faults import Fault, FaultName, Problem
from gzg.repository.yaml_text import parse

CASES = [
    ("id: x\ntitle Voorbeeld\nnumber: 1\n", Problem.COLON, 2),
    ("id: x\ntitle:Voorbeeld\n", Problem.COLON, 2),
    ("title Voorbeeld\nid: x\n", Problem.COLON, 1),
    ("title: Dienst: algemeen\n", Problem.COLON_IN_TEXT, 1),
    ("items:\n  - a: b: c\n", Problem.COLON_IN_TEXT, 2),
    ("title: x\n  number: 1\n", Problem.INDENTATION, 2),
    ("a:\n  b: 1\n c: 2\n", Problem.INDENTATION, 3),
    ("parties:\n  - organisation: x\n   role: y\n", Problem.INDENTATION, 3),
    ("parties:\n  - organisation: x\n  role: y\n", Problem.NO_DASH, 3),
    ("parties:\n  - organisation: x\n  -role: y\n", Problem.NO_DASH, 3),
    ("parties:\n  - organisation: x\n  – organisation: y\n", Problem.NO_DASH, 3),
    ("parties:\n  - organisation: x\n  • organisation: y\n", Problem.NO_DASH, 3),
    ("parties:\n  – organisation: x\n    role: y\n", Problem.NO_DASH, 2),
    ("parties:\n  -organisation: x\n    role: y\n", Problem.NO_DASH, 2),
    ("items:\n  - x\n  -y\n", Problem.NO_DASH, 3),
    ("items:\n  - x\n  y\n", Problem.NO_DASH, 3),
    ("- a\nb: 1\n", Problem.NO_DASH, 2),
    ('a: 1\nb: "c\nd: 1\n', Problem.QUOTE, 2),
    ("a: '", Problem.QUOTE, 1),
    ("a: 'b\nc: it's d\n", Problem.QUOTE, 1),
    ('a:\n  - "b\n  - "c"\n', Problem.QUOTE, 2),
    ('a: "b" c\n', Problem.AFTER_QUOTE, 1),
    ('a: "b\n  c" d\n', Problem.AFTER_QUOTE, 2),
    ('a:\n  - "b" c\n', Problem.AFTER_QUOTE, 2),
    ("a: 'it's'\n", Problem.AFTER_QUOTE, 1),
    ("a: [b, c\nd: 1\n", Problem.BRACKET, 1),
    ("a: {b: c\nd: 1\n", Problem.BRACKET, 1),
    ("a: [b, c\n", Problem.BRACKET, 1),
    ("a: 1\nb: @c\n", Problem.SPECIAL, 2),
    ("a: `b`\n", Problem.SPECIAL, 1),
    ("a: % b\n", Problem.SPECIAL, 1),
    ("a: * b\n", Problem.SPECIAL, 1),
    ("a: & b\n", Problem.SPECIAL, 1),
    ("a: > b c\n", Problem.SPECIAL, 1),
    ("a: ]\n", Problem.SPECIAL, 1),
    ("% b: 1\n", Problem.SPECIAL, 1),
    ('a: "C:\\dir"\n', Problem.ESCAPE, 1),
    ("a: - b\n", Problem.DASH, 1),
    ("a: {{ naam }}\n", Problem.KEY, 1),
    ("? [a]\n: b\n", Problem.KEY, 1),
    ("id: a\n<<<<<<< HEAD\ntitle: x\n=======\ntitle: y\n>>>>>>> main\n", Problem.CONFLICT, 2),
    (
        "id: a\nparties:\n<<<<<<< HEAD\ntitle: x\n=======\ntitle: y\n>>>>>>> main\n",
        Problem.CONFLICT,
        3,
    ),
    ("<<<<<<< HEAD\ntitle: x\n=======\ntitle: y\n>>>>>>> main\n", Problem.CONFLICT, 1),
    (
        "summary: >\n  Tekst.\n<<<<<<< HEAD\ntitle: x\n=======\ntitle: y\n>>>>>>> main\n",
        Problem.CONFLICT,
        3,
    ),
    (
        "a:\n  - b: 1\n<<<<<<< HEAD\n    c: 2\n=======\n    c: 3\n>>>>>>> main\n",
        Problem.CONFLICT,
        3,
    ),
    ("a: 1\r\n<<<<<<< HEAD\r\nb: 2\r\n=======\r\nb: 3\r\n>>>>>>> main\r\n", Problem.CONFLICT, 2),
    ("a: 1\n<<<<<<< HEAD\nb: 2\n", Problem.COLON, 2),
]


def only_fault(text: str) -> Fault:
    (fault,) = parse(text)[1]
    return fault


@pytest.mark.parametrize(("text", "problem", "line"), CASES)
def test_a_problem_is_told_at_its_line(text: str, problem: Problem, line: int) -> None:
    fault = only_fault(text)

    assert fault.name is FaultName.SYNTAX
    assert (fault.values["problem"], fault.span and fault.span.line) == (problem, line)


def test_every_problem_has_its_case() -> None:
    elsewhere = {Problem.OTHER, Problem.FRONT_MATTER}

    assert {problem for _, problem, _ in CASES} == set(Problem) - elsewhere


def test_a_problem_that_is_not_known_is_still_told() -> None:
    fault = only_fault("%YAML 9.9\n---\na: b\n")

    assert (fault.name, fault.values) == (FaultName.SYNTAX, {"problem": Problem.OTHER})


@pytest.mark.parametrize("end", ["", "\n", "\n\n\n", "\n  \n"])
def test_a_problem_at_the_end_points_at_text(end: str) -> None:
    span = only_fault(f"a: 1\nb: [c{end}").span

    assert span
    assert span.line == 2


@pytest.mark.parametrize("text", ["\r:", "(\r!:", "a\u2028b: [\u2029", "\x85- :\x85]"])
def test_a_line_that_only_the_parser_sees_breaks_nothing(text: str) -> None:
    assert any(fault.name is FaultName.SYNTAX for fault in parse(text)[1])
