"""The examples of the rules' cards, made into whole repositories.

A fenced block is laid over the smallest valid record of its kind: its top-level keys stand first,
on their own lines, and those of the smallest record that it does not name follow. In the first
line of a fence, after the language:

- `title="content/…"`: the file;
- `without="a b"`: keys that the smallest record has and the example must not have;
- `whole`: the block is the whole file (always so for Markdown and CSV);
- `escaped`: `\\t`, `\\xe9` and the like stand for that character or byte;
- `before`: the file as it was at the earlier state that the check compares with;
- `gone`: the file is not there, neither from the smallest tree;
- `times="3"`: there are two more of that file, with 2 and 3 in the place of the 1 in its name;
- `link`: there is a symbolic link at that path;
- `shallow`: the clone does not have its whole history;
- `event`: no file, but who made the pull request that the other blocks are the changes of (keys
  `author`, `maintainer`, `time` and `outdated`);
- `kept`: the file is there, and the pull request does not touch it.

A record in a folder of its own that no block gives a `README.md` gets one. A submission that no
block gives a receipt gets one, of what the example holds and in time for the smallest call.
A line that ends in `# GZG000` or `<!-- GZG000 -->` is expected to have that diagnostic.
"""

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from gzg.model.kinds import Kind
from gzg.repository import layout
from gzg.repository.digest import digest_of
from gzg.repository.pull_request import PullRequest
from gzg.repository.tree import MemoryTree

Block = tuple[dict[str, str], str]

SMALLEST = Path(__file__).parent / "smallest"
RECEIPT = f"""number: {{number}}
received: 2022-06-15T12:00:00+02:00
head: {"0123456789" * 4}
digest: {{digest}}
"""
_BLOCK = re.compile(r"^(`{3,})\w+ ([^\n]*)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
_OPTION = re.compile(r'(\w+)(?:="([^"]*)")?')
_MARK = re.compile(r"[ \t]*(?:#|<!--) (GZG\d{3}(?: GZG\d{3})*)(?: -->)?[ \t]*$", re.MULTILINE)
_KEY = re.compile(r"^([^\s#-][^:\n]*):", re.MULTILINE)


@dataclass(frozen=True)
class Example:
    """A repository as files, the earlier state of some of them, and what is expected where."""

    files: Mapping[str, bytes]
    before: Mapping[str, bytes]
    expected: frozenset[tuple[str, int, str]]
    links: frozenset[str] = frozenset()
    is_shallow: bool = False
    pull_request: PullRequest | None = None

    @property
    def touched(self) -> frozenset[str]:
        changed = {path for path, raw in self.before.items() if self.files.get(path) != raw}
        return frozenset(changed)


def smallest_files() -> dict[str, bytes]:
    files = _committed_files()
    return files | _absent_receipts(files, frozenset())


def _committed_files() -> dict[str, bytes]:
    paths = (path for path in SMALLEST.rglob("*") if path.is_file())
    return {path.relative_to(SMALLEST).as_posix(): path.read_bytes() for path in sorted(paths)}


def example_of(section: str) -> Example:
    """The repository that the blocks of a card's section describe."""
    files = _committed_files()
    before: dict[str, bytes] = {}
    expected: set[tuple[str, int, str]] = set()
    every = list(_blocks(section))
    blocks = [each for each in every if "event" not in each[0]]
    for options, text in blocks:
        path = options["title"]
        expected |= _marked(path, text)
        if "gone" in options or "link" in options:
            files.pop(path, None)
        else:
            found = before if "before" in options else files
            found |= dict.fromkeys(_names(path, options), _file(path, options, text))
    gone, links = (
        frozenset(options["title"] for options, _ in blocks if word in options)
        for word in ("gone", "link")
    )
    files |= _absent_readmes(files.keys() | gone | links)
    files |= _absent_receipts(files, gone)
    is_shallow = any("shallow" in options for options, _ in blocks)
    events = [yaml.safe_load(text) for options, text in every if "event" in options]
    pull_request = _pull_request(events[0], blocks, files) if events else None
    return Example(files, before, frozenset(expected), links, is_shallow, pull_request)


def _pull_request(
    event: Mapping[str, Any], blocks: list[Block], files: Mapping[str, bytes]
) -> PullRequest:
    """The pull request that changes what the blocks show, and all of a dossier that is new."""
    existed = {options["title"] for options, _ in blocks if "before" in options}
    changed = {options["title"] for options, _ in blocks if "kept" not in options}
    new = {
        layout.handed_in_at(path) for path in changed - existed if path.endswith("submission.yml")
    }
    changed |= {path for path in files if layout.handed_in_at(path) in new - {None}}
    return PullRequest(
        event["author"],
        is_maintainer=event.get("maintainer", False),
        changed=frozenset(changed),
        existed=frozenset(existed),
        outdated=frozenset(event.get("outdated", ())),
        has_time=event.get("time", True),
    )


def _marked(path: str, text: str) -> set[tuple[str, int, str]]:
    return {
        (path, text.count("\n", 0, mark.start()) + 1, code)
        for mark in _MARK.finditer(text)
        for code in mark[1].split()
    }


def _names(path: str, options: Mapping[str, str]) -> Iterator[str]:
    yield path
    for number in range(2, 1 + int(options.get("times", "1"))):
        yield path.replace("1", str(number))


def _file(path: str, options: Mapping[str, str], text: str) -> bytes:
    raw = _bytes(_MARK.sub("", text), "escaped" in options)
    if path.endswith(".yml") and "whole" not in options and layout.record_at(path):
        return laid_over(raw.decode(), _smallest_of(path), options.get("without", "").split())
    return raw


def _absent_readmes(paths: Set[str]) -> dict[str, bytes]:
    """The texts that the records among `paths` must have, with which no card need be filled."""
    folders = (path.rpartition("/")[0] for path in paths if layout.record_at(path))
    readmes = (f"{folder}/README.md" for folder in folders)
    return {
        path: b"# Voorbeeld\n"
        for path in readmes
        if path not in paths and layout.reading_text_at(path)
    }


def _absent_receipts(files: Mapping[str, bytes], gone: Set[str]) -> dict[str, bytes]:
    """A receipt for every submission that has none and must have one."""
    found = {}
    for path in files:
        owner, folder = layout.record_at(path), path.rpartition("/")[0]
        receipt = f"{folder}/receipt.yml"
        if owner and owner.kind is Kind.SUBMISSION and not {receipt} & (files.keys() | gone):
            digest = digest_of(MemoryTree(files), owner.id)
            found[receipt] = RECEIPT.format(number=owner.id.replace("/", "-"), digest=digest)
    return {path: text.encode() for path, text in found.items()}


def laid_over(fragment: str, smallest: str, without: list[str]) -> bytes:
    """The fragment, then whatever of the smallest record it does not name."""
    named = {*_KEY.findall(fragment), *without}
    starts = [match.start() for match in _KEY.finditer(smallest)]
    parts = [smallest[a:b] for a, b in zip(starts, [*starts[1:], None], strict=True)]
    rest = [part for part in parts if part.split(":")[0] not in named]
    return (fragment + "".join(rest)).encode()


def _smallest_of(path: str) -> str:
    """The text of the smallest record of the kind that belongs at a path, under that path's id."""
    owner = layout.record_at(path)
    assert owner is not None, path
    own = SMALLEST / path
    if own.exists():
        return own.read_text("utf-8")
    candidates = (
        each
        for each in sorted(_committed_files())
        if (other := layout.record_at(each)) and other.kind == owner.kind
    )
    text = (SMALLEST / next(candidates)).read_text("utf-8")
    *call, id = owner.id.split("/")
    for field, value in (("id", id), *(("call", each) for each in call)):
        text = re.sub(rf"^{field}: .*$", f"{field}: {value}", text, flags=re.MULTILINE)
    return text


def _blocks(section: str) -> Iterator[Block]:
    for block in _BLOCK.finditer(section):
        options = dict(_OPTION.findall(block[2]))
        yield options, block[3]


def _bytes(text: str, escaped: bool) -> bytes:
    if not escaped:
        return text.encode()
    return text.encode("latin-1", "backslashreplace").decode("unicode_escape").encode("latin-1")
