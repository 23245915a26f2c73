"""Which file is what: the one place that knows the folders of DESIGN 3."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from gzg.model.kinds import Kind

PROGRAMME = "content/programme.yml"
SOURCES = "content/sources.yml"
REGISTER = "content/organisations/municipalities.csv"
TEXT_SUFFIXES = (".yml", ".md", ".csv")

_RECORDS = (
    (Kind.PROGRAMME, r"content/(programme)\.yml"),
    (Kind.SOURCES, r"content/(sources)\.yml"),
    (Kind.ORGANISATION, r"content/organisations/([^/]+)\.yml"),
    (Kind.CALL, r"content/calls/([^/]+)/call\.yml"),
    (Kind.PROJECT, r"content/projects/([^/]+)/project\.yml"),
    (Kind.BLUEPRINT, r"content/blueprints/([^/]+)/blueprint\.yml"),
    (Kind.NEWS, r"content/news/([^/]+)\.md"),
    (Kind.PAGE, r"content/pages/([^/]+)\.md"),
    (Kind.SUBMISSION, r"submissions/([^/]+/[^/]+)/submission\.yml"),
    (Kind.RECEIPT, r"submissions/([^/]+/[^/]+)/receipt\.yml"),
    (Kind.ADMISSIBILITY, r"submissions/([^/]+/[^/]+)/admissibility\.yml"),
    (Kind.ADVICE, r"content/calls/([^/]+)/advice\.yml"),
    (Kind.DECISION, r"content/calls/([^/]+)/decision\.yml"),
)
_RECORD = re.compile("|".join(pattern for _, pattern in _RECORDS))
"""One group for each kind, in that order: its id."""

PLACES = {
    Kind.ORGANISATION: "content/organisations",
    Kind.CALL: "content/calls",
    Kind.PROJECT: "content/projects",
    Kind.BLUEPRINT: "content/blueprints",
    Kind.NEWS: "content/news",
    Kind.PAGE: "content/pages",
    Kind.SUBMISSION: "submissions",
}
"""Where the records of a kind stand that has more than one."""

RECORDS_OF_TEXT = ("content/news/", "content/pages/")
"""Where a Markdown file is a record of its own."""

_FOLDERS = {
    "calls": Kind.CALL,
    "projects": Kind.PROJECT,
    "blueprints": Kind.BLUEPRINT,
}
_README = re.compile(r"content/(calls|projects|blueprints)/([^/]+)/README(?:\.[a-z]{2})?\.md")
_SUBMISSION_README = re.compile(r"submissions/([^/]+/[^/]+)/README(?:\.[a-z]{2})?\.md")
_FILES = re.compile(r"content/blueprints/[^/]+/files/.+|submissions/[^/]+/[^/]+/annexes/.+")
_HANDED_IN = re.compile(
    r"submissions/([^/]+/[^/]+)/(?!(?:receipt|admissibility)\.yml$|assessments/).+"
)

_PATHS_KEPT = 1 << 16
"""Of how many paths the answer is kept: rules ask about every path several times."""


class Owner(NamedTuple):
    """The record that a file belongs to."""

    kind: Kind
    id: str


@lru_cache(maxsize=_PATHS_KEPT)
def record_at(path: str) -> Owner | None:
    """The record whose data stand in this file."""
    found = _RECORD.fullmatch(path)
    if found is None or found.lastindex is None:
        return None
    return Owner(_RECORDS[found.lastindex - 1][0], found[found.lastindex])


@lru_cache(maxsize=_PATHS_KEPT)
def reading_text_at(path: str) -> Owner | None:
    """The record whose text for people stands in this file."""
    if found := _README.fullmatch(path):
        return Owner(_FOLDERS[found[1]], found[2])
    if found := _SUBMISSION_README.fullmatch(path):
        return Owner(Kind.SUBMISSION, found[1])
    return None


def handed_in_at(path: str) -> str | None:
    """The id of the submission that a file was handed in with; what the office adds is not."""
    found = _HANDED_IN.fullmatch(path)
    return found[1] if found else None


def is_annex(path: str) -> bool:
    """Whether a file is an annex or a file for download that is no text of ours."""
    return _FILES.fullmatch(path) is not None and not path.endswith(TEXT_SUFFIXES)


def is_expected(path: str) -> bool:
    """Whether a file has a place in the layout."""
    return (
        path == REGISTER
        or record_at(path) is not None
        or reading_text_at(path) is not None
        or _FILES.fullmatch(path) is not None
    )


def folder_of(path: str) -> str:
    """The folder of the record that a file belongs to: `content/projects/x` for all below it."""
    parts = path.split("/")
    return "/".join(parts[:3]) if len(parts) > 3 else "/".join(parts[:-1])


def paths_in(folder: str, paths: Sequence[str]) -> Sequence[str]:
    """Those of the paths, which are sorted, that lie in a folder, however deep."""
    # They stand together: "0" is the sign after "/".
    return paths[bisect_left(paths, f"{folder}/") : bisect_left(paths, f"{folder}0")]


def readme(folder: str, language: str, main: str) -> str:
    """The path of a record's text in a language."""
    return f"{folder}/README.md" if language == main else f"{folder}/README.{language}.md"
