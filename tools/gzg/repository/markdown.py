"""What rules need of a Markdown text: its headings, links, images and HTML, with their places.

Positions come from the parser: it is told to note where in its text a link or image begins.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from gzg.diagnostics import Span
from gzg.repository.plain_links import plain_links

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_ATX = re.compile(r"\n(#{1,6})(?: |$)", re.MULTILINE)
LONGEST_PROSE = 100_000
"""Signs of a Markdown text that is still read: reading one takes far longer than reading data."""

MOST_SIGNS = {
    "](": 1000, "[": 3000, "<": 3000, "&": 3000, "`": 3000, "*": 8000, "_": 8000, "\\": 5000,
    "\n#": 500, "\n=": 500, "\n--": 500,
}  # fmt: skip
"""What no text for people has more of; some texts full of one sign take minutes to be read."""

_TOO_SHORT = min(len(sign) * most for sign, most in MOST_SIGNS.items())
"""A text with no more signs than these cannot have too many of any."""

_DEEP_BLOCKS = re.compile(r"\n(?:[ \t]*(?:>|[-+*]|\d{1,9}[.)])){13}")
"""Quotes and lists within each other, to be searched behind a line end as the next pattern is."""
_DEEP_SIGNS = re.compile(r"[\[(*_`!<]\s*(?:[\[(*_`!<]\s*){59}")
_NOT_PLAIN = re.compile(r"[`~<>\t\r]")
_NOT_PLAIN_LINE = re.compile(r"\n(?:[ \d.)*+-]+#| *(?:=+|-+) *$| {0,3}\[)", re.MULTILINE)
"""To be searched behind a line end: a pattern that begins with a line end is found fast."""
_MAY_LINK = re.compile(r"\][(\[:]|<[^\s>]")
_MAY_BE_HTML = re.compile(r"<(?:[A-Za-z][A-Za-z0-9-]*[\s/>]|/[A-Za-z]|[!?])")
_NEARLY_HTML = re.compile(
    r"(?<![\\(])<(?:[A-Za-z][A-Za-z0-9-]*[\s/>]|/[A-Za-z]|[!?])[^\n>]{0,200}>?"
)
_INLINE_CODE = re.compile(r"(?<!`)(`{1,9})(?!`)[^`]{1,1000}(?<!`)\1(?!`)")
_LINE_END = re.compile(r"\r\n?|\n")
_DOTTED = re.compile(r"[^\n]")


def is_quick_to_read(text: str) -> bool:
    """Whether a reader of Markdown is done with the text in a moment."""
    return (
        len(text) <= LONGEST_PROSE
        and (len(text) <= _TOO_SHORT or _has_few_signs(text))
        and not _DEEP_SIGNS.search(text)
        and not _DEEP_BLOCKS.search(f"\n{text}")
    )


def _has_few_signs(text: str) -> bool:
    return all(text.count(sign) <= most for sign, most in MOST_SIGNS.items())


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


class _BlockLine(NamedTuple):
    """A line of a block: where it begins and ends in the block's text, and where in the file."""

    start: int
    end: int
    number: int
    lead: int


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
        if _NOT_PLAIN.search(self.text) or _NOT_PLAIN_LINE.search(f"\n{self.text}"):
            return tuple(self._parsed_headings())
        return tuple(self._plain_headings())

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """Every link and image, in order."""
        if not _MAY_LINK.search(self.text):
            return ()
        if (links := plain_links(self.text)) is not None:
            return tuple(
                Target(link.target, "", is_image=False, span=self.span_of(link.start, link.end))
                for link in links
            )
        return tuple(self._targets())

    @cached_property
    def raw_html(self) -> tuple[Span, ...]:
        """Every tag, comment or other piece of HTML, and what only looks like it, in order.

        What CommonMark takes for text may be a tag to others: `<img onerror=a=b>`.
        """
        if not _MAY_BE_HTML.search(self.text):
            return ()
        found = [*self._raw_html()]
        told = {span.line for span in found}
        for match in _NEARLY_HTML.finditer(self.without_code):
            span = self.span_of(*match.span())
            if span.line not in told:
                found.append(span)
        return tuple(sorted(found))

    @cached_property
    def without_code(self) -> str:
        """The text with dots for what is shown as code."""
        lines = self.text.split("\n")
        for token in self._tokens:
            if token.type in {"fence", "code_block"} and token.map:
                begin, end = token.map
                lines[begin:end] = ["." * len(line) for line in lines[begin:end]]
        return _INLINE_CODE.sub(lambda found: _DOTTED.sub(".", found[0]), "\n".join(lines))

    @cached_property
    def _tokens(self) -> "list[Token]":
        return _parser().parse(self.text)

    @cached_property
    def _lines(self) -> list[str]:
        """The lines as the parser counts them."""
        return _LINE_END.split(self.text) if "\r" in self.text else self.text.split("\n")

    def line(self, number: int) -> str:
        """The text of a line, by the number that spans give it."""
        return self._lines[number - self.first_line]

    def _plain_headings(self) -> Iterator[Heading]:
        for match in _ATX.finditer(f"\n{self.text}"):
            number = self.text.count("\n", 0, match.start()) + self.first_line
            yield Heading(len(match[1]), self._span_of_line(number))

    def _parsed_headings(self) -> Iterator[Heading]:
        for token in self._tokens:
            if token.type == "heading_open" and token.map:
                span = self._span_of_line(token.map[0] + self.first_line)
                yield Heading(int(token.tag[1]), span)

    def _targets(self) -> Iterator[Target]:
        for block in self._tokens:
            found = [each for each in block.children or () if each.type in _POINTING]
            lines = self._lines_of(block) if found else []
            for token in found:
                target = str(token.attrGet(_POINTING[token.type]) or "")
                span = self._span_in(lines, token)
                yield Target(target, token.content, token.type == "image", span)

    def _raw_html(self) -> Iterator[Span]:
        for block in self._tokens:
            if block.type == "html_block" and block.map:
                yield self._span_of_line(block.map[0] + self.first_line)
            pieces = [each for each in block.children or () if each.type == "html_inline"]
            lines = self._lines_of(block) if pieces else []
            yield from (self._span_in(lines, piece) for piece in pieces)

    def span_of(self, start: int, end: int) -> Span:
        """The span of a stretch of the text that does not run over a line's end."""
        line = self.text.count("\n", 0, start)
        column = start - (self.text.rfind("\n", 0, start) + 1) + 1
        number = line + self.first_line
        return Span(number, column, number, column + end - start)

    def _span_of_line(self, line: int) -> Span:
        width = len(self._lines[line - self.first_line].rstrip())
        return Span(line, 1, line, width + 1)

    def _lines_of(self, block: "Token") -> list[_BlockLine]:
        """The lines of a block's text, which lacks what stands before it on a line of the file:
        indentation, marks of lists and quotes; and, above it, lines with spaces of other kinds.
        """
        assert block.map is not None
        found, start = [], 0
        contents = block.content.split("\n")
        lines = range(*block.map)
        first = next((each for each in lines if contents[0] in self._lines[each]), lines[0])
        for number, content in enumerate(contents, start=first):
            lead = max(0, self._lines[number].find(content))
            found.append(_BlockLine(start, start + len(content), number + self.first_line, lead))
            start += len(content) + 1
        return found

    def _span_in(self, lines: list[_BlockLine], token: "Token") -> Span:
        """Where an inline token stands: the parser noted offsets in the text of its block."""
        begin, end = token.meta["span"]
        line = lines[bisect_right(lines, begin, key=lambda each: each.start) - 1]
        column = line.lead + begin - line.start + 1
        return Span(line.number, column, line.number, column + min(end, line.end) - begin)


_POINTING = {"link_open": "href", "image": "src"}
"""Inline tokens that point at something, and the attribute that says at what."""

_NOTED = {*_POINTING, "html_inline"}


@cache
def _parser() -> "MarkdownIt":
    """CommonMark, and a note of where each link, image and tag stands.

    A link that could run is a link too here: other readers of Markdown make it one, so the rules
    must see it.
    """
    # Few texts need it, and it takes long to load: only links, pictures and HTML are looked for.
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark")
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    for name in ("link", "image", "autolink", "html_inline"):
        rule = _noted(_inline_rule(parser, name))
        parser.inline.ruler.at(name, rule)
    return parser


def _inline_rule(parser: "MarkdownIt", name: str) -> Any:
    names = parser.get_active_rules()["inline"]
    return parser.inline.ruler.getRules("")[names.index(name)]


def _noted(rule: Any) -> Any:
    """The parser's own inline rule, with the stretch of text it read kept in its first token."""

    def read(state: "StateInline", silent: bool) -> bool:
        begin, count = state.pos, len(state.tokens)
        found = bool(rule(state, silent))
        if found and not silent and len(state.tokens) > count:
            for token in state.tokens[count:]:
                if token.type in _NOTED and "span" not in token.meta:
                    token.meta["span"] = (begin, state.pos)
                    break
        return found

    return read
