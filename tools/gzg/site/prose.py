"""A Markdown extension that keeps strangers' text harmless: named in `mkdocs.yml`.

Raw HTML is shown as the text that it is; a link leads to a web or mail address or to a page of
the site, and loses its target otherwise; an image of another host becomes a link to it, because
a page asks nothing of other hosts. It knows nothing of records and pages.
"""

import html
import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, ETX, STX

_ESCAPED = re.compile(f"{STX}(\\d+){ETX}")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_IGNORED_BY_BROWSERS = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\ufeff]")
_ALIGNED = re.compile(r"text-align: (left|center|right);")
ALLOWED_SCHEMES = frozenset({"http", "https", "mailto"})
ALLOWED_ATTRIBUTES = frozenset({"alt", "class", "href", "id", "src", "start", "title"})
_BEFORE_OTHERS = 15
"""After links are in the tree (20), before MkDocs resolves them (0)."""


class Harmless(Treeprocessor):
    """Takes out of a parsed text what could run or call elsewhere."""

    def run(self, root: Element) -> None:
        """Clean every element in place."""
        for element in root.iter():
            if found := _ALIGNED.fullmatch(element.get("style", "")):
                element.set("class", f"align-{found[1]}")  # the site's policy forbids styles
            for name in list(element.keys()):
                if name not in ALLOWED_ATTRIBUTES:
                    del element.attrib[name]
            if element.tag == "a" and not is_safe(element.get("href", "")):
                element.tag = "span"  # MkDocs wants every <a> to have a target
                element.attrib.clear()
            if element.tag == "img":
                _tame_image(element)
            if element.tag == "h1":
                element.tag = "h2"  # the page's own title is its only first heading


class ProseExtension(Extension):
    """Plain prose: Markdown without raw HTML."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  the library's name
        """Leave HTML unread, and clean what was read."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(Harmless(md), "harmless", _BEFORE_OTHERS)


def makeExtension(**options: object) -> ProseExtension:  # noqa: N802  the library's name
    """What Python-Markdown calls for an extension that is named by its module."""
    return ProseExtension(**options)


def plain_target(target: str) -> str | None:
    """A link's target as a browser reads it: placeholders, entities and odd signs resolved.

    None where the library left something in it that only it can read.
    """
    target = target.replace(AMP_SUBSTITUTE, "&")
    target = _ESCAPED.sub(lambda found: chr(int(found[1])), target)
    if STX in target or ETX in target:
        return None
    return _IGNORED_BY_BROWSERS.sub("", html.unescape(target))


def is_safe(target: str) -> bool:
    """Whether following a link can do no more than open a page or a mail."""
    plain = plain_target(target)
    if plain is None:
        return False
    scheme = _SCHEME.match(plain)
    return scheme is None or scheme[1].lower() in ALLOWED_SCHEMES


def _tame_image(image: Element) -> None:
    """An image in the repository stays; of another host only a link to it is left."""
    source = image.attrib.pop("src", "")
    plain = plain_target(source)
    if plain and not _SCHEME.match(plain) and plain[0] not in "/\\":
        image.set("src", source)
        return
    text = image.attrib.pop("alt", "")
    image.attrib.clear()
    is_web = plain is not None and plain.startswith(("http://", "https://"))
    image.tag = "a" if is_web else "span"
    image.text = text or source[:200]
    if is_web:
        image.set("href", source)
