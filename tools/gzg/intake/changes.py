"""The files as they would be after merging a pull request, and what it changes of those there are.

Only Git's objects are read. The present main branch counts, not the one that the branch began from:
its call with its present dates, its decisions, its accounts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from gzg.model.receipt import Receipt
from gzg.repository.git_tree import Change, GitObjects, GitTree, changes_of, is_content, tree_of
from gzg.repository.history import History
from gzg.repository.layout import TEXT_SUFFIXES, record_at
from gzg.repository.repository import Repository
from gzg.repository.tree import LARGEST_FILE


@dataclass(frozen=True)
class Changes:
    """What a pull request changes of the present main branch, by path."""

    base: GitTree
    by_path: Mapping[str, Change]

    @property
    def paths(self) -> frozenset[str]:
        """Every path that it changes."""
        return frozenset(self.by_path)

    @cached_property
    def existed(self) -> frozenset[str]:
        """Those that are there now."""
        return frozenset(
            path
            for path, change in self.by_path.items()
            if (path in self.base.lines if is_content(path) else change.before)
        )

    @cached_property
    def outdated(self) -> frozenset[str]:
        """Those of the content that the main branch changed as well since the branch began."""
        return frozenset(
            path
            for path, change in self.by_path.items()
            if is_content(path) and change.before != self.base.id(path)
        )

    @cached_property
    def base_repository(self) -> Repository:
        """The records of the present main branch."""
        return Repository(self.base)

    @cached_property
    def history(self) -> History:
        """The files that it changes as they are now."""
        texts = (path for path in self.existed if is_content(path) and path.endswith(TEXT_SUFFIXES))
        readable = [path for path in sorted(texts) if 0 <= self.base.size(path) <= LARGEST_FILE]
        before = {path: self.base_repository.source(path) for path in readable}
        return History(before, frozenset(path for path in self.by_path if is_content(path)))

    def merged(self, *, without: frozenset[str] = frozenset()) -> Repository:
        """The records as they would be after merging."""
        return Repository(self.base.with_changes(self.by_path).without(without))


def changes_between(objects: GitObjects, base: str, head: str) -> Changes:
    """What merging `head` would change of `base`; both are commits."""
    tree = tree_of(objects, base)
    found = changes_of(objects.folder, base, head)
    new = {
        path: change
        for path, change in found.items()
        if not is_content(path) or change.after != tree.entry(path)
    }
    return Changes(tree, new)


def receipt_of(changes: Changes, head: str) -> tuple[str, Receipt] | None:
    """The receipt that was written for a head, and the id of its dossier."""
    for path in changes.base.paths():
        owner = record_at(path) if path.endswith("/receipt.yml") else None
        if owner is None or not 0 <= changes.base.size(path) <= LARGEST_FILE:
            continue
        if head.encode() in changes.base.read(path):
            model = changes.base_repository.record_at(path).model
            if isinstance(model, Receipt) and model.head == head:
                return owner.id, model
    return None
