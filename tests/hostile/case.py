"""What a hostile case is, and how it becomes files on disk or in memory.

A case is written once and played in two homes: as a dossier that somebody hands in, and as a
blueprint that is content already. Its paths begin with a word for what they stand for there:
`record`, `text`, `folder` and `annexes`.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from tests.rules.examples import laid_over, smallest_files

CALL = "oefenoproep"
CALL_FILE = f"content/calls/{CALL}/call.yml"


class Home(StrEnum):
    """Where a case is played."""

    SUBMISSION = "submission"
    BLUEPRINT = "blueprint"


FOLDERS = {
    Home.SUBMISSION: f"submissions/{CALL}/vreemd",
    Home.BLUEPRINT: "content/blueprints/vreemd",
}
ANNEXES = {Home.SUBMISSION: "annexes", Home.BLUEPRINT: "files"}
BOTH = tuple(Home)


class Link(str):
    """The target of a symbolic link."""

    __slots__ = ()


class Sparse(int):
    """A file of so many bytes of which none is written."""

    __slots__ = ()


class Pipe:
    """A named pipe: whoever opens it waits for ever."""


Content = bytes | str | Link | Sparse | Pipe | Callable[[], bytes]
"""Text is laid over the smallest record where it stands in `record`; a function makes bytes."""


@dataclass(frozen=True)
class Case:
    """Files that somebody with bad intentions could send, and what is said of them."""

    name: str
    reason: str
    codes: frozenset[str]
    files: Mapping[str, Content]
    homes: tuple[Home, ...] = BOTH


def case(name: str, codes: str, reason: str, files: Mapping[str, Content], *homes: Home) -> Case:
    """A case, its codes as numbers: "010 015"."""
    expected = frozenset(f"GZG{number}" for number in codes.split())
    return Case(name, reason, expected, files, homes or BOTH)


PLAIN = Case("plain", "is in order", frozenset(), {})


def text(body: str) -> Mapping[str, Content]:
    """A case that is a Markdown text."""
    return {"text": f"# Vreemd\n\n{body}\n".encode("utf-8", "surrogatepass")}


def annex(name: str, content: Content) -> Mapping[str, Content]:
    """A case that is a file beside the record."""
    return {f"annexes/{name}": content}


def base(home: Home) -> dict[str, bytes]:
    """The smallest programme with a call that never closes, and a record that is in order."""
    files = smallest_files()
    call = files["content/calls/voorbeeldoproep/call.yml"].decode()
    kept = [
        line.replace("number: 1", "number: 2")
        for line in call.splitlines()
        if not line.startswith("closes:")
    ]
    files[CALL_FILE] = "\n".join(kept).replace("voorbeeldoproep", CALL).encode() + b"\n"
    files[f"content/calls/{CALL}/README.md"] = b"# Oefenoproep\n"
    files[_record(home)] = _whole(home, "")
    files[f"{FOLDERS[home]}/README.md"] = b"# Vreemd\n"
    return files


def path_of(place: str, home: Home) -> str:
    """A path of a case in the repository."""
    word, _, rest = place.partition("/")
    match word:
        case "record":
            return _record(home)
        case "text":
            return f"{FOLDERS[home]}/README.md"
        case "folder":
            return f"{FOLDERS[home]}/{rest}"
        case "annexes":
            return f"{FOLDERS[home]}/{ANNEXES[home]}/{rest}".rstrip("/")
        case _:
            return place


def _record(home: Home) -> str:
    return f"{FOLDERS[home]}/{home}.yml"


def _whole(home: Home, fragment: str) -> bytes:
    smallest = smallest_files()[
        {
            Home.SUBMISSION: "submissions/voorbeeldoproep/voorbeeld/submission.yml",
            Home.BLUEPRINT: "content/blueprints/voorbeeld/blueprint.yml",
        }[home]
    ].decode()
    smallest = smallest.replace("id: voorbeeld\n", "id: vreemd\n")
    return laid_over(fragment, smallest.replace("voorbeeldoproep", CALL), [])


def plain_files(case: Case, home: Home) -> dict[str, bytes] | None:
    """The case's files as bytes; None where some are no plain files or far too large for that."""
    found = {}
    for place, content in case.files.items():
        if isinstance(content, Link | Sparse | Pipe):
            return None
        found[path_of(place, home)] = bytes_of(content, home)
    return found


def bytes_of(content: bytes | str | Callable[[], bytes], home: Home) -> bytes:
    """What is written in the file."""
    if isinstance(content, bytes):
        return content
    return _whole(home, content) if isinstance(content, str) else content()


def lay_down(case: Case, home: Home, root: Path) -> Path:
    """The programme with the case in it, as a folder on disk."""
    for path, raw in base(home).items():
        _write(root / path, raw)
    for place, content in case.files.items():
        make(root / path_of(place, home), content, home)
    return root


def make(path: Path, content: Content, home: Home) -> None:
    """One file, link or pipe, in the place of what may stand there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    if isinstance(content, Link):
        path.symlink_to(content)
    elif isinstance(content, Pipe):
        os.mkfifo(path)
    elif isinstance(content, Sparse):
        with path.open("wb") as file:
            file.truncate(content)
    else:
        path.write_bytes(bytes_of(content, home))


def _write(path: Path, raw: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
