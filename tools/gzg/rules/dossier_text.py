"""The text of a dossier by chapter: which parts and headings it has, and how many words.

A part is a heading of level 2 in README.md, with the part's title in the programme's first
language; the headings inside it are of level 3. Nothing is judged here.
"""

from collections.abc import Iterator
from typing import NamedTuple

from gzg.diagnostics import Span
from gzg.model.base import localised
from gzg.model.call import DossierPart
from gzg.repository.markdown import Prose
from gzg.repository.repository import Record
from gzg.rules.rule import Context

PART_LEVEL = 2
HEADING_LEVEL = 3


class Title(NamedTuple):
    """A heading as it is written, and where."""

    text: str
    level: int
    span: Span


class Chapter(NamedTuple):
    """A part as it was found."""

    title: Title
    headings: tuple[Title, ...]
    words: int


class Asked(NamedTuple):
    """A part that the call asks, under the title it must have, and the chapter that it is."""

    part: DossierPart
    title: str
    headings: tuple[str, ...]
    chapter: Chapter | None


def readme_of(record: Record) -> str:
    """The path of a dossier's text."""
    return f"{record.folder}/README.md"


def asked_parts(record: Record, context: Context) -> Iterator[Asked]:
    """Every part that the call of a dossier asks; none where the text cannot be read."""
    call, programme = context.submissions.call_of(record), context.catalogue.programme
    repository, path = context.catalogue.repository, readme_of(record)
    if not call or not programme or not call.dossier_parts or path not in repository.known_paths:
        return
    if repository.source(path).faults:
        return
    found = {plain(each.title.text): each for each in reversed(chapters(repository.prose(path)))}
    terms, main = context.catalogue.terms("dossier-part"), programme.main_language
    for part in call.dossier_parts:
        if term := terms.get(part.part):
            title = localised(term.title, main, main)[0]
            headings = tuple(localised(each.title, main, main)[0] for each in part.headings)
            yield Asked(part, title, headings, found.get(plain(title)))


def plain(title: str) -> str:
    """A title as it is compared: capitals, spaces and a last colon make no difference."""
    return " ".join(title.split()).rstrip(":").casefold()


def titles(prose: Prose) -> tuple[Title, ...]:
    """Every heading with its text."""
    return tuple(
        Title(prose.line(each.span.line).strip(" #"), each.level, each.span)
        for each in prose.headings
    )


def chapters(prose: Prose) -> tuple[Chapter, ...]:
    """Every chapter of a text, in order."""
    found, every = [], titles(prose)
    starts = [index for index, each in enumerate(every) if each.level == PART_LEVEL]
    for index in starts:
        following = every[index + 1 :]
        inside = tuple(_until_level(following, PART_LEVEL))
        end = following[len(inside)].span.line if len(following) > len(inside) else None
        headings = tuple(each for each in inside if each.level == HEADING_LEVEL)
        skipped = {each.span.line for each in inside}
        found.append(Chapter(every[index], headings, _words(prose, every[index], end, skipped)))
    return tuple(found)


def _until_level(titles: tuple[Title, ...], level: int) -> Iterator[Title]:
    for title in titles:
        if title.level <= level:
            return
        yield title


def _words(prose: Prose, title: Title, end: int | None, skipped: set[int]) -> int:
    """How many words stand between the headings; a mark alone, such as a dash, is no word.

    A quoted line (`> …`) is not the applicant's own text: `gzg new` puts its hints there.
    """
    beyond = end or prose.first_line + prose.text.count("\n") + 1
    numbers = (each for each in range(title.span.line + 1, beyond) if each not in skipped)
    lines = (prose.line(number).lstrip() for number in numbers)
    found = (word for line in lines if not line.startswith(">") for word in line.split())
    return sum(1 for word in found if word[0].isalnum() or any(map(str.isalnum, word)))
