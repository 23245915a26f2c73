"""The list of a call's questions as Markdown."""

import re
from collections.abc import Iterable, Iterator

from gzg.wizard.question_list import Block, Look

_STARTS = {
    Look.TITLE: "# ",
    Look.CHAPTER: "## ",
    Look.QUESTION: "### ",
    Look.PART: "#### ",
    Look.WARNING: "> ",
    Look.ITEM: "- ",
    Look.INNER_ITEM: "  - ",
}
_ITEMS = {Look.ITEM, Look.INNER_ITEM}
_SPECIAL = re.compile(r"([\\`*_\[\]<>|])")


def rendered(blocks: Iterable[Block]) -> str:
    """The text of the file."""
    return "\n".join(_lines(blocks)) + "\n"


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    before: Block | None = None
    for block in blocks:
        if before and not (block.look in _ITEMS and before.look in _ITEMS):
            yield ""
        yield _line(block)
        before = block


def _line(block: Block) -> str:
    if block.look is Look.ANSWER:
        return f"*{_plain(block.text)}*"
    lead = f"**{_plain(block.lead)}** " if block.lead else ""
    return f"{_STARTS.get(block.look, '')}{lead}{_plain(block.text)}".rstrip()


def _plain(text: str) -> str:
    """Text that means nothing to Markdown; it may come from anybody's content."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
