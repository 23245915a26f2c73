"""The digest of a submission: one number that changes when anything that was handed in does.

It is the SHA-256 of what `sha256sum` prints for the files in the folder, by path, so that anybody
can compute it again. What the office adds to the folder, such as the receipt, is not in it.
"""

from collections.abc import Iterable
from hashlib import sha256

from gzg.repository import layout
from gzg.repository.tree import Tree


def digest_of(tree: Tree, submission: str) -> str:
    """The digest of a submission's plain files in a tree; links are no contents."""
    inside = (path for path in tree.paths() if layout.handed_in_at(path) == submission)
    paths = sorted(path for path in inside if tree.size(path) >= 0)
    return digest_of_files((path.split("/", 3)[3], tree.read(path)) for path in paths)


def digest_of_files(files: Iterable[tuple[str, bytes]]) -> str:
    """The digest of files given by their path inside the folder, sorted by it."""
    lines = (f"{sha256(raw).hexdigest()}  {path}\n" for path, raw in files)
    return sha256("".join(lines).encode()).hexdigest()
