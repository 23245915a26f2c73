"""Names of files: what is wrong with one, and that nothing is overlooked at a glance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzg.rules.file_names import (
    LONGEST_NAME,
    NameProblem,
    are_usual,
    collisions,
    hidden_part,
    problem_of,
)

PIECES = [
    *("a", "B", "é", "con", "NUL", "com1", "x", ".", "..", "/", "/", " ", "-", ":", "\\", "\n"),
    *("\u202e", "\udcff", "a" * LONGEST_NAME, ".md", ".git", "lpt"),
]


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("content/a.md", None),
        ("content/Bijlage één (plan), versie 2.pdf", None),
        ("content/console/connect.md", None),
        ("content/con", NameProblem.RESERVED),
        ("content/CON.tar.gz", NameProblem.RESERVED),
        ("content/nul/a.md", NameProblem.RESERVED),
        ("content/lpt9.txt", NameProblem.RESERVED),
        ("content/a?.md", NameProblem.SIGN),
        ("content/a\\b.md", NameProblem.SIGN),
        ("content/../a.md", NameProblem.DOTS),
        ("content//a.md", NameProblem.DOTS),
        ("content/a.", NameProblem.EDGE),
        ("content/ a.md", NameProblem.EDGE),
        ("content/-a.md", NameProblem.EDGE),
        ("content/a\n.md", NameProblem.INVISIBLE),
        ("content/a\u200e.md", NameProblem.INVISIBLE),
        ("content/\udcff.md", NameProblem.INVISIBLE),
        (f"content/{'a' * 121}", NameProblem.LONG),
        (f"content/{'é' * 61}", NameProblem.LONG),
        ("/".join(["content", *["a" * 100] * 3]), NameProblem.LONG),
    ],
)
def test_a_name_has_its_problem(path: str, problem: NameProblem | None) -> None:
    assert problem_of(path) == problem


@given(st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=5).map("".join), max_size=3))
def test_at_a_glance_nothing_is_overlooked(names: list[str]) -> None:
    paths = [f"content/{name}" for name in names]
    if are_usual(paths):
        assert [problem_of(path) for path in paths] == [None] * len(paths)


def test_usual_names_are_told_at_a_glance() -> None:
    assert are_usual(["content/projects/een-project/README.md", "content/a.en.md"])


@pytest.mark.parametrize(
    ("path", "hidden"),
    [
        ("content/a/.git/config", ".git"),
        ("content/.a", ".a"),
        ("content/a.b/c.d", None),
        ("content/../a", None),
    ],
)
def test_a_hidden_part_is_found(path: str, hidden: str | None) -> None:
    assert hidden_part(path) == hidden


def test_names_collide_that_differ_in_capitals_or_in_how_an_accent_is_written() -> None:
    paths = ["a/B", "a/b", "a/caf\u00e9", "a/cafe\u0301", "a/c"]
    assert collisions(paths) == {"a/b": "a/B", "a/cafe\u0301": "a/caf\u00e9"}
