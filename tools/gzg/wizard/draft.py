"""An unfinished dossier: the answers so far, and what was put off, kept in a file after each one.

The file is YAML like any record, so that a person can read and mend it. It is replaced as a whole,
by a rename: after a crash there is the old one or the new one, never half of one.
"""

import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from gzg.diagnostics import FieldPath, Step
from gzg.repository.source_file import SourceFile, read_source
from gzg.repository.tree import LARGEST_FILE
from gzg.wizard.comments import FoundComments, comments_in
from gzg.wizard.dossier_text import TextKey
from gzg.wizard.plain_data import Data, value_at, with_value
from gzg.wizard.yaml_writer import written

FOLDER = ".gzg"
RECORD = "submission"
_IGNORED = "*\n"


@dataclass(frozen=True)
class Draft:
    """The answers so far for one dossier.

    `later` are the fields that were put off, `passed` those that were answered with nothing, and
    the lists that are complete. `readme` is a text of the dossier that was given as a whole.
    """

    call: str
    id: str
    data: Data = field(default_factory=dict)
    texts: Mapping[TextKey, str] = field(default_factory=dict)
    later: frozenset[FieldPath] = frozenset()
    passed: frozenset[FieldPath] = frozenset()
    comments: FoundComments = field(default_factory=FoundComments)
    readme: str = ""

    def answer(self, path: FieldPath) -> object:
        """What was answered to the question at a path; None where nothing was."""
        return value_at(self.data, path)

    def answered(self, path: FieldPath, value: object) -> "Draft":
        """With this answer."""
        data = with_value(self.data, path, value)
        return replace(self, data=data, later=self.later - {path}, passed=self.passed - {path})

    def told(self, key: TextKey, text: str) -> "Draft":
        """With this text for a part of the dossier."""
        texts = {**self.texts, key: text} if text else _without(self.texts, key)
        path = path_of_text(key)
        return replace(self, texts=texts, later=self.later - {path}, passed=self.passed - {path})

    def put_off(self, path: FieldPath) -> "Draft":
        """With this question to be answered later."""
        return replace(self, later=self.later | {path}, passed=self.passed - {path})

    def passing(self, path: FieldPath) -> "Draft":
        """With nothing as the answer, or with this list complete."""
        return replace(self, passed=self.passed | {path}, later=self.later - {path})

    def taken_up(self, path: FieldPath) -> "Draft":
        """With this question no longer put off."""
        return replace(self, later=self.later - {path})


def path_of_text(key: TextKey) -> FieldPath:
    """How a text is named among the fields."""
    return ("README", *key)


def _without(texts: Mapping[TextKey, str], key: TextKey) -> Mapping[TextKey, str]:
    return {each: text for each, text in texts.items() if each != key}


def place_of(root: Path, call: str, id: str) -> Path:
    """The file that a draft is kept in."""
    return root / FOLDER / "drafts" / call / f"{id}.yml"


def drafts_of(root: Path, call: str) -> tuple[str, ...]:
    """The ids of the drafts for a call."""
    return tuple(sorted(each.stem for each in place_of(root, call, "x").parent.glob("*.yml")))


def save(draft: Draft, root: Path) -> None:
    """Keep the draft; the folder of drafts ignores itself, so that none is pushed by mistake."""
    place = place_of(root, draft.call, draft.id)
    place.parent.mkdir(parents=True, exist_ok=True)
    ignoring = root / FOLDER / ".gitignore"
    if not ignoring.exists():
        ignoring.write_text(_IGNORED, "utf-8")
    replace_file(place, rendered(draft).encode())


def replace_file(place: Path, content: bytes) -> None:
    """Write a file in one stroke."""
    with tempfile.NamedTemporaryFile(dir=place.parent, prefix=".", delete=False) as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            Path(file.name).unlink()
            raise
    Path(file.name).replace(place)


def remove(draft: Draft, root: Path) -> None:
    """Forget the draft of a dossier that has been written."""
    place_of(root, draft.call, draft.id).unlink(missing_ok=True)


def rendered(draft: Draft) -> str:
    """The text of the draft's file."""
    data = {
        "call": draft.call,
        "id": draft.id,
        RECORD: dict(draft.data) or None,
        "readme": draft.readme or None,
        "texts": [
            {"part": part, "heading": heading or None, "text": text}
            for (part, heading), text in draft.texts.items()
        ]
        or None,
        "later": [list(path) for path in _sorted(draft.later)] or None,
        "passed": [list(path) for path in _sorted(draft.passed)] or None,
    }
    above = {(RECORD, *path): lines for path, lines in draft.comments.above.items()}
    return written(data, above, draft.comments.ending)


def _sorted(paths: frozenset[FieldPath]) -> list[FieldPath]:
    return sorted(paths, key=lambda path: [str(step) for step in path])


def load(root: Path, call: str, id: str) -> Draft | SourceFile:
    """The draft as it was kept; the file as it stands where it cannot be read."""
    place = place_of(root, call, id)
    source = read_yaml(place)
    if source.faults:
        return source
    record = source.data.get(RECORD)
    return Draft(
        call,
        id,
        record if isinstance(record, Mapping) else {},
        _texts(source.data.get("texts")),
        _paths(source.data.get("later")),
        _paths(source.data.get("passed")),
        _own_comments(comments_in(source.text)),
        str(source.data.get("readme", "")),
    )


def read_yaml(place: Path) -> SourceFile:
    """A YAML file on disk, judged as a record's file is; raises OSError."""
    with place.open("rb") as file:
        raw = file.read(LARGEST_FILE + 1)
    return read_source("submissions/-/-/submission.yml", raw)


def _own_comments(found: FoundComments) -> FoundComments:
    """Comments by the fields of the record; those elsewhere in the draft go to its end."""
    above = {path[1:]: each for path, each in found.above.items() if path[0] == RECORD and path[1:]}
    others = [
        each
        for path, lines in found.above.items()
        if path[0] != RECORD or not path[1:]
        for each in lines
    ]
    return FoundComments(above, (*others, *found.ending))


def _texts(found: object) -> Mapping[TextKey, str]:
    texts: dict[TextKey, str] = {}
    for each in found if isinstance(found, list) else []:
        match each:
            case {"part": str(part), "text": str(text), **rest}:
                texts[part, str(rest.get("heading", ""))] = text
    return texts


def _paths(found: object) -> frozenset[FieldPath]:
    paths = (each for each in (found if isinstance(found, list) else []) if isinstance(each, list))
    return frozenset(tuple(_step(step) for step in path) for path in paths)


def _step(value: object) -> Step:
    return value if type(value) is int else str(value)
