"""Which dossier the files of a zip are: their folder, and the call and the id they are for.

A zip has the files at its root, in one folder, or in all the folders that they stand in. A name
that is given wins from what the dossier says, and that from the names of folders: whoever zips a
folder may have called it anything. An id that is given is also written into the record, where the
id must be that of the folder; all else of the record stays as it came.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from gzg.model.base import LONGEST_ID, SLUG_PATTERN
from gzg.repository.source_file import read_source
from gzg.repository.tree import LARGEST_FILE
from gzg.rules.file_names import hidden_part, problem_of
from gzg.rules.pull_requests import is_of_office
from gzg.wizard.yaml_writer import written
from gzg.zipped.archive import Contents
from gzg.zipped.refusal import Problem, RefusalError

RECORD = "submission.yml"
_NEARLY = re.compile(r"submission\.ya?ml(?:\.txt)?", re.IGNORECASE)
_SCHEMA = re.compile(rb"schemas/calls/([a-z0-9-]+)\.schema\.json")
_LINE = r"(?m)^{name}: *[\"']?([a-z0-9-]{{1,100}})[\"']?\r?$"
_ID_LINE = re.compile(
    rb"""(?m)^((?:\xef\xbb\xbf)?id:[ ]+)"""
    rb"""(?:"[a-z0-9-]+"|'[a-z0-9-]+'|[a-z0-9-]+)([ ]*(?:[ ]#.*)?\r?$)"""
)
_FOLDERS = re.compile(r"(?:.*/)?submissions/([^/]+)/([^/]+)/")
_GITS_OWN = re.compile(r"(?:.*/)?\.?git(?:~\d+)?(?:/.*)?", re.IGNORECASE | re.DOTALL)
"""Git's folder, also by the short name that Windows gives it."""

SHORT = 500
"""How much of a first line is looked at."""

SHOWN = 3
"""How many names a message holds."""


class Where(StrEnum):
    """What told the call or the id."""

    OPTION = "option"
    FIELD = "field"
    SCHEMA = "schema"
    PATH = "path"
    FOLDER = "folder"


@dataclass(frozen=True)
class Told:
    """A name, and what told it."""

    name: str
    where: Where


@dataclass(frozen=True)
class Dossier:
    """A dossier as it came in: its files by their path in the folder.

    `left_out` are paths in the zip that are not taken over.
    """

    call: Told
    id: Told
    files: Mapping[str, bytes]
    left_out: tuple[str, ...]

    @property
    def submission(self) -> str:
        """The submission's id: that of the call and its own."""
        return f"{self.call.name}/{self.id.name}"

    @property
    def folder(self) -> str:
        """Where it belongs in the repository."""
        return f"submissions/{self.submission}"

    @property
    def paths(self) -> Mapping[str, bytes]:
        """Its files by their path in the repository."""
        return {f"{self.folder}/{path}": content for path, content in self.files.items()}


def dossier_in(contents: Contents, call: str | None, id: str | None) -> Dossier:
    """The dossier in a zip; `call` and `id` are what was given, if anything was.

    Raises RefusalError where there is not exactly one, or its names are not known.
    """
    prefix = _prefix(contents.files)
    record = contents.files[f"{prefix}{RECORD}"]
    found_call = next(_calls(record, prefix, call), None)
    if found_call is None:
        raise RefusalError(Problem.NO_CALL)
    found_id = next(_ids(record, prefix, id), None)
    if found_id is None:
        raise RefusalError(Problem.NO_ID)
    inside = {path.removeprefix(prefix): raw for path, raw in contents.files.items()}
    folder = f"submissions/{found_call.name}/{found_id.name}"
    of_office = {path for path in inside if is_of_office(f"{folder}/{path}")}
    files = {path: raw for path, raw in inside.items() if path not in of_office}
    if found_id.where is Where.OPTION:
        files[RECORD] = _renamed(record, found_id.name)
    for path in files:
        if problem_of(f"{folder}/{path}") or hidden_part(f"/{path}") or _GITS_OWN.match(path):
            raise RefusalError(Problem.NAME, file=path)
    left_out = {*contents.left_out, *(f"{prefix}{path}" for path in of_office)}
    return Dossier(found_call, found_id, files, tuple(sorted(left_out)))


def _prefix(files: Mapping[str, bytes]) -> str:
    """What stands before the name of every file: nothing, or folders with `/` after the last."""
    found = [path.removesuffix(RECORD) for path in files if f"/{path}".endswith(f"/{RECORD}")]
    roots = [each for each in found if not any(o != each and each.startswith(o) for o in found)]
    if not roots:
        raise _no_dossier(files)
    if len(roots) > 1:
        raise RefusalError(Problem.SEVERAL, folders=_few(each.rstrip("/") for each in roots))
    beside = [path for path in files if not path.startswith(roots[0])]
    if beside:
        raise RefusalError(Problem.BESIDE, folder=roots[0].rstrip("/"), files=_few(beside))
    return roots[0]


def _no_dossier(files: Mapping[str, bytes]) -> RefusalError:
    near = [path for path in files if _NEARLY.fullmatch(path.rpartition("/")[2])]
    if near:
        return RefusalError(Problem.NO_DOSSIER_NEAR, near=near[0])
    return RefusalError(Problem.NO_DOSSIER, files=_few(files))


def _few(names: Iterable[str]) -> str:
    found = sorted(names)
    return ", ".join([*found[:SHOWN], *(["…"] if len(found) > SHOWN else [])])


def _calls(record: bytes, prefix: str, given: str | None) -> Iterator[Told]:
    """Every way to know the call, the surest first."""
    if given is not None:
        yield _given(given, "--call")
    if found := _field(record, "call"):
        yield Told(found, Where.FIELD)
    if schema := _SCHEMA.search(record.split(b"\n", 1)[0][:SHORT]):
        yield Told(schema[1].decode(), Where.SCHEMA)
    if (path := _FOLDERS.fullmatch(prefix)) and _is_id(path[1]):
        yield Told(path[1], Where.PATH)


def _ids(record: bytes, prefix: str, given: str | None) -> Iterator[Told]:
    """Every way to know the id, the surest first."""
    if given is not None:
        yield _given(given, "--id")
    if found := _field(record, "id"):
        yield Told(found, Where.FIELD)
    last = prefix.rstrip("/").rpartition("/")[2]
    if _is_id(last):
        yield Told(last, Where.PATH if _FOLDERS.fullmatch(prefix) else Where.FOLDER)


def _given(name: str, option: str) -> Told:
    if not _is_id(name):
        raise RefusalError(Problem.NOT_AN_ID, value=name, option=option)
    return Told(name, Where.OPTION)


def _field(record: bytes, name: str) -> str | None:
    """A field of the record, where its value can be an id.

    Of a record with a fault in its YAML, which the check will tell, the line itself is looked for.
    """
    if len(record) > LARGEST_FILE:
        return None
    source = read_source(f"submissions/call/id/{RECORD}", record)
    value = source.data.get(name)
    if not source.data and (found := re.search(_LINE.format(name=name), source.text)):
        value = found[1]
    return value if isinstance(value, str) and _is_id(value) else None


def _renamed(record: bytes, id: str) -> bytes:
    """The record with another id; the same bytes where it has none on a line of its own."""
    if _field(record, "id") in {None, id}:
        return record
    changed = _ID_LINE.sub(lambda found: found[1] + _word(id) + found[2], record, count=1)
    return changed if _data(changed) == {**_data(record), "id": id} else record


def _data(record: bytes) -> Mapping[str, object]:
    return read_source(f"submissions/call/id/{RECORD}", record).data


def _word(id: str) -> bytes:
    """An id as YAML reads it back: in quotes where it could be a number or another word."""
    return written({"id": id}).removeprefix("id: ").rstrip("\n").encode()


def _is_id(text: str) -> bool:
    return len(text) <= LONGEST_ID and re.fullmatch(SLUG_PATTERN, text) is not None
