"""Where a link in a Markdown text leads: a file in the tree, a heading, or elsewhere."""

import posixpath
import re
import unicodedata
from urllib.parse import unquote

from gzg.repository.markdown import Prose

_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_NOT_IN_ANCHOR = re.compile(r"[^\w\s-]")


def is_elsewhere(target: str) -> bool:
    """Whether a link leaves the tree by its own scheme: `https:`, `mailto:`, `//…`."""
    return _ELSEWHERE.match(target) is not None


def file_of(path: str, target: str) -> str:
    """The path that a relative link in the file at `path` names; begins with `..` outside the tree.

    A path from the root keeps its first slash: on the site and on a forge it means other things.
    """
    place = unquote(target.partition("#")[0].partition("?")[0])
    if not place:
        return path
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), place))


def anchor_of(target: str) -> str:
    """The part of a link behind `#`, as it is read."""
    return unquote(target.partition("#")[2])


def anchors(prose: Prose) -> frozenset[str]:
    """The anchors of a text's headings, as forges make them and as the site does."""
    titles = (prose.line(each.span.line).strip("# ") for each in prose.headings)
    return frozenset(anchor for title in titles for anchor in _anchors_of(title))


def _anchors_of(title: str) -> tuple[str, str]:
    plain = _NOT_IN_ANCHOR.sub("", title).strip().lower()
    ascii_only = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return plain.replace(" ", "-"), re.sub(r"[-\s]+", "-", ascii_only)
