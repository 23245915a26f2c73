"""Where a link in a Markdown text leads: a file in the tree, a heading, or elsewhere."""

import html
import posixpath
import re
import unicodedata
from urllib.parse import unquote

from gzg.repository.markdown import Prose

SAFE_SCHEMES = frozenset({"http", "https", "mailto"})
"""Following such a link can do no more than open a page or a mail."""

_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|[/\\]{2}")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_IGNORED_BY_BROWSERS = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\ufeff]")
_NOT_IN_ANCHOR = re.compile(r"[^\w\s-]")


def may_point(prose: Prose) -> bool:
    """Whether there can be a link or an image in a text: no way to write one has neither sign."""
    return "]" in prose.text or "<" in prose.text


def is_elsewhere(target: str) -> bool:
    """Whether a link leaves the tree by its own scheme: `https:`, `mailto:`, `//…`."""
    return _ELSEWHERE.match(as_browsers_read(target)) is not None


def as_browsers_read(target: str) -> str:
    """A link's target without the signs and the ways of writing that hide its scheme."""
    if "%" in target or "&" in target or not target.isprintable() or " " in target:
        return _IGNORED_BY_BROWSERS.sub("", unquote(html.unescape(target)))
    return target


def scheme_of(target: str) -> str:
    """The scheme of a link, in lower case; `//` where it has none and names another host."""
    plain = as_browsers_read(target)
    if found := _SCHEME.match(plain):
        return found[1].lower()
    return "//" if _ELSEWHERE.match(plain) else ""


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
