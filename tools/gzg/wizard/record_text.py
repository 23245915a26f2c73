"""The text of a submission.yml: the call's schema in the first line, fields in the model's order.

The browser's form writes the same bytes: what is in the file follows from the data, the language,
what is still open, and comments that a person wrote. Comments that stand here by themselves
(`texts/wizard.yml`, `comment.…`) are recognised in both languages and never pile up.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from gzg.call_schema.compiled import path_of
from gzg.diagnostics import FieldPath
from gzg.model.submission import Submission
from gzg.texts import Language, entries, say
from gzg.wizard.comments import FoundComments
from gzg.wizard.plain_data import Data, in_order, paths_in
from gzg.wizard.questions import title_of
from gzg.wizard.yaml_writer import WIDTH, filled, written

_SCHEMA_LINE = "# yaml-language-server: $schema=../../../{path}\n"
_MARK = "yaml-language-server:"


def rendered(
    data: Data,
    language: Language,
    missing: Collection[str] = (),
    found: FoundComments | None = None,
) -> str:
    """The text of the file; `missing` are fields of the submission that are still to be filled."""
    found = found or FoundComments()
    ordered = in_order(dict(data), Submission)
    theirs, ending = _kept(found, ordered)
    above: dict[FieldPath, Sequence[str]] = {}
    waiting: list[str] = []
    for field in Submission.model_fields:
        if field in ordered:
            own = lines_above(field, language)
            above[field,] = (*waiting, *own)
            waiting = []
        elif field in missing:
            waiting.append(_open(field, language))
    last = next((name for name in ordered if name not in Submission.model_fields), None)
    if last is not None:
        above[last,] = tuple(waiting)
        waiting = []
    for path, lines in theirs.items():
        above[path] = (*lines, *above.get(path, ()))
    first = schema_line(str(data.get("call", "")))
    return first + written(ordered, above, (*waiting, *ending))


def schema_line(call: str) -> str:
    """The first line of the file, by which an editor finds the schema of the call."""
    return _SCHEMA_LINE.format(path=path_of(call))


def lines_above(field: str, language: Language) -> tuple[str, ...]:
    """The comment that stands above a field by itself, without its `# `."""
    text = entries("wizard").get(f"comment.{field}")
    return tuple(filled(text[language], WIDTH - 2)) if text else ()


def _open(field: str, language: Language) -> str:
    title = title_of(f"Submission.{field}", language)
    return say("wizard", "still-open", language, field=field, title=title)


@cache
def _own_lines() -> frozenset[str]:
    """Every comment line that a file has by itself, in every language."""
    found = [_open(field, language) for field in Submission.model_fields for language in Language]
    for field in Submission.model_fields:
        found += [line for language in Language for line in lines_above(field, language)]
    return frozenset(found)


def _kept(
    found: FoundComments, data: Data
) -> tuple[Mapping[FieldPath, tuple[str, ...]], tuple[str, ...]]:
    """A person's own comments, each above a field that there is; the others at the end."""
    present = set(paths_in(data))
    above: dict[FieldPath, tuple[str, ...]] = {}
    ending = [*_theirs(found.ending)]
    for path, lines in found.above.items():
        owner = path
        while owner and owner not in present:
            owner = owner[:-1]
        if owner:
            above[owner] = (*above.get(owner, ()), *_theirs(lines))
        else:
            ending += _theirs(lines)
    return above, tuple(ending)


def _theirs(lines: Sequence[str]) -> Iterator[str]:
    own = _own_lines()
    return (line for line in lines if line not in own and not line.startswith(_MARK))
