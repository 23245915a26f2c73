"""What rules need of a Markdown text: its headings, links and images, with their places.

Positions come from the parser: it is told to note where in its text a link or image begins.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from gzg.diagnostics import Span

_ATX = re.compile(r"^(#{1,6})(?=[ \n]|$)", re.MULTILINE)
_NOT_AT_A_GLANCE = re.compile(
    r"^(?:\s+#|.*[`~<>]|[ \t]*(?:=+|-+)[ \t]*$|\s*(?:[-+*]|\d+[.)])\s+#)", re.MULTILINE
)
_MAY_LINK = re.compile(r"\]\s?[\(\[:]|<\w")


class Heading(NamedTuple):
    """A heading and the line it stands on."""

    level: int
    span: Span


class Target(NamedTuple):
    """What a link or an image points at; `text` is the image's alternative text."""

    target: str
    text: str
    is_image: bool
    span: Span


@dataclass(frozen=True)
class Prose:
    """A Markdown text that begins on line `first_line` of its file."""

    path: str
    text: str
    first_line: int = 1

    @property
    def has_front_matter(self) -> bool:
        """Whether the file's title stands above the text, in its front matter."""
        return self.first_line > 1

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """Every heading, in order; read at a glance where the text is plain enough for that."""
        if _NOT_AT_A_GLANCE.search(self.text):
            return tuple(self._parsed_headings())
        found = []
        for match in _ATX.finditer(self.text):
            line = self.text.count("\n", 0, match.start()) + self.first_line
            found.append(Heading(len(match[1]), self._span_of_line(line)))
        return tuple(found)

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """Every link and image, in order."""
        if not _MAY_LINK.search(self.text):
            return ()
        return tuple(self._targets())

    @cached_property
    def _tokens(self) -> list[Token]:
        return _parser().parse(self.text)

    def _parsed_headings(self) -> Iterator[Heading]:
        for token in self._tokens:
            if token.type == "heading_open" and token.map:
                span = self._span_of_line(token.map[0] + self.first_line)
                yield Heading(int(token.tag[1]), span)

    def _targets(self) -> Iterator[Target]:
        for block in self._tokens:
            if block.type != "inline" or not block.map:
                continue
            for token in block.children or ():
                if token.type in {"link_open", "image"}:
                    is_image = token.type == "image"
                    target = str(token.attrGet("src" if is_image else "href") or "")
                    span = self._span_in(block, token)
                    yield Target(target, token.content, is_image, span)

    def _span_of_line(self, line: int) -> Span:
        width = len(self.text.split("\n")[line - self.first_line].rstrip())
        return Span(line, 1, line, width + 1)

    def _span_in(self, block: Token, token: Token) -> Span:
        """Where an inline token begins and ends: the parser noted offsets in the block's text."""
        begin, end = token.meta.get("span", (0, 0))
        before = block.content[:begin]
        assert block.map is not None
        line = block.map[0] + before.count("\n")
        content_line = block.content.split("\n")[before.count("\n")]
        indent = self.text.split("\n")[line].find(content_line)
        column = max(indent, 0) + begin - (before.rfind("\n") + 1) + 1
        width = len(block.content[begin:end].split("\n")[0])
        place = line + self.first_line
        return Span(place, column, place, column + max(1, width))


@cache
def _parser() -> MarkdownIt:
    """CommonMark, and a note of where each link and image stands."""
    parser = MarkdownIt("commonmark")
    for name in ("link", "image", "autolink"):
        rule = _noted(_inline_rule(parser, name))
        parser.inline.ruler.at(name, rule)
    return parser


def _inline_rule(parser: MarkdownIt, name: str) -> Any:
    names = parser.get_all_rules()["inline"]
    return parser.inline.ruler.getRules("")[names.index(name)]


def _noted(rule: Any) -> Any:
    """The parser's own inline rule, with the stretch of text it read kept in its first token."""

    def read(state: StateInline, silent: bool) -> bool:
        begin, count = state.pos, len(state.tokens)
        found = bool(rule(state, silent))
        if found and not silent and len(state.tokens) > count:
            for token in state.tokens[count:]:
                if token.type in {"link_open", "image"} and "span" not in token.meta:
                    token.meta["span"] = (begin, state.pos)
                    break
        return found

    return read
