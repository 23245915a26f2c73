"""Files read on all cores at once: the same as one after another, faults and links too."""

from pathlib import Path

from gzg.repository.repository import Repository
from gzg.repository.tree import MemoryTree, Tree, WorkingTree
from tests.repository.test_processes import needs_forks, printed

ROOT = Path(__file__).resolve().parents[2]

ODD = {
    "content/calls/a/call.yml": b"id: a\namount: 1107397.55\nempty:\ntitle: {nl: A, en: B}\n",
    "content/calls/a/README.md": b"# A\n",
    "content/calls/b/call.yml": b"id: b\n\tid: c\n",
    "content/calls/c/call.yml": b"id: \xff\n",
    "content/calls/d/call.yml": b"id: d\nid: d\nanchor: &x 1\n",
    "content/news/e.md": b"---\ntitle: x\ndate: 2021-11-12\n---\n\nText.\n",
    "content/news/f.md": b"x" * 1_000_001,
    "content/organisations/municipalities.csv": b"nis;name\n",
}


def has_same_files_in_two_processes(tree: Tree) -> bool:
    """To be asked in a process without threads, that has two cores."""
    one, two = Repository(tree), Repository(tree)
    two.read_ahead(two.paths, fewest=1)
    sources = [one.source(path) for path in one.paths]
    records = [one.record_at(source.path) for source in sources if "call.yml" in source.path]
    # What was read ahead is kept: nothing is read again.
    two.tree = MemoryTree({})
    return sources == [two.source(path) for path in one.paths] and records == [
        two.record_at(record.path) for record in records
    ]


def odd_tree() -> Tree:
    return MemoryTree(ODD, links=frozenset({"content/calls/g/call.yml"}))


def real_tree() -> Tree:
    return WorkingTree(ROOT)


def asked_apart(tree: str) -> str:
    return printed(
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        f"from {__name__} import has_same_files_in_two_processes, {tree}\n"
        f"print(has_same_files_in_two_processes({tree}()))"
    )


@needs_forks
def test_two_processes_read_what_one_reads_whatever_is_wrong_in_it() -> None:
    assert asked_apart("odd_tree") == "True"


@needs_forks
def test_two_processes_read_the_real_programme_as_one_does() -> None:
    assert asked_apart("real_tree") == "True"
