"""Links read at a glance: the same as a reader of Markdown finds, or no answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzg.repository.markdown import Prose
from gzg.repository.plain_links import PlainLink, plain_links

PIECES = (
    "[words](place.md)", "[a](https://a.be/x#y)", "[a b](../x/y.md)", "[](x)", "[*a*](b)",
    "[a](b c)", "[a]( b)", "[a](b#)", "[a](//x)", "[a](xn--a.b)", "[a](https://)",
    "[a](http://A.b/../c)", "[a](.)", "[a](#)", "[x]", "[", "]", "(", ")", "!",
    "# ", "## ", "#", "- ", "* ", "1. ", "1)", "+ ", "---", "===", "*", "_", "**",
    "\n", "\n\n", " ", "  ", "   ", "text", "\x0c", "\u00a0", "\x00", "\u2028", '"', ":", "{",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=14).map("".join)


@given(TEXTS)
def test_what_is_found_at_a_glance_is_what_a_reader_of_markdown_finds(text: str) -> None:
    if (links := plain_links(text)) is not None:
        prose = Prose("text.md", text)
        # A definition makes a reader parse the text, and changes nothing in what stands above it.
        parsed = Prose("text.md", f"{text}\n\n[to be parsed]: x")
        assert len(links) == len(parsed.targets)
        assert prose.targets == parsed.targets


def test_a_link_is_told_with_the_stretch_it_takes() -> None:
    assert plain_links("- see [the call](../call.md), now") == (PlainLink("../call.md", 6, 28),)


@pytest.mark.parametrize(
    "text",
    [
        "`[code](x)`",
        "    [code](x)",
        "\t[code](x)",
        "~~~\n[code](x)",
        "<b title='[html](x)'>",
        "\\[no link](x)",
        "[a\nb](x)",
        '[a](x "title")',
        "[a](<x>)",
        "[a](caf%C3%A9)",
        "![image](x.png)",
        "[![image](x.png)](y)",
        "[[a](x)",
        "[a][b] [c](x)",
        "[a]: y\n\n[a] [c](x)",
        "> [quoted](x)",
        "- - - - [deep](x)",
    ],
)
def test_a_text_with_anything_else_is_left_to_the_reader(text: str) -> None:
    assert plain_links(text) is None
