"""Where a link in a text leads."""

import pytest

from gzg.repository.links import anchor_of, anchors, file_of, is_elsewhere, scheme_of
from gzg.repository.markdown import Prose

HERE = "content/projects/a/README.md"


@pytest.mark.parametrize(
    ("target", "file"),
    [
        ("plan.pdf", "content/projects/a/plan.pdf"),
        ("./plan.pdf", "content/projects/a/plan.pdf"),
        ("../b/README.md", "content/projects/b/README.md"),
        ("../b/", "content/projects/b"),
        ("..", "content/projects"),
        ("#titel", HERE),
        ("", HERE),
        ("?a=b", HERE),
        ("plan.pdf#page=2", "content/projects/a/plan.pdf"),
        ("plan.pdf?x=1", "content/projects/a/plan.pdf"),
        ("mijn%20plan.pdf", "content/projects/a/mijn plan.pdf"),
        ("caf%C3%A9.md", "content/projects/a/café.md"),
        ("../../../../../etc/passwd", "../../etc/passwd"),
        ("%2e%2e/%2e%2e/%2e%2e/%2e%2e/x", "../x"),
        ("/content/news/a.md", "/content/news/a.md"),
    ],
)
def test_a_relative_link_names_a_path(target: str, file: str) -> None:
    assert file_of(HERE, target) == file


@pytest.mark.parametrize(
    ("target", "leaves"),
    [
        ("https://www.example.org", True),
        ("HTTP://www.example.org", True),
        ("mailto:info@example.org", True),
        ("//www.example.org/a", True),
        ("tel:+3220000000", True),
        ("a/b:c.md", False),
        ("plan.pdf", False),
        ("#a:b", False),
        ("", False),
    ],
)
def test_a_link_with_a_scheme_leaves_the_tree(target: str, leaves: bool) -> None:
    assert is_elsewhere(target) is leaves


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("Onze aanpak", "onze-aanpak"),
        ("Wat kost het? (raming)", "wat-kost-het-raming"),
        ("Reünie in België", "reünie-in-belgië"),
        ("Reünie in België", "reunie-in-belgie"),
        ("24/7 – altijd open", "247--altijd-open"),
        ("24/7 – altijd open", "247-altijd-open"),
        ("Met sluiting ##", "met-sluiting"),
    ],
)
def test_a_heading_has_the_anchors_that_forges_and_the_site_give_it(
    heading: str, anchor: str
) -> None:
    assert anchor in anchors(Prose("a.md", f"# Titel\n\n## {heading}\n"))


def test_an_anchor_is_read_as_it_is_meant() -> None:
    assert anchor_of("a.md#re%C3%BCnie") == "reünie"
    assert anchor_of("a.md") == ""


@pytest.mark.parametrize(
    ("target", "scheme"),
    [
        ("https://www.example.org/a b", "https"),
        ("plan.pdf", ""),
        ("../b/README.md#deel:een", ""),
        ("javascript:alert(1)", "javascript"),
        ("JaVaScRiPt:alert(1)", "javascript"),
        (" java\tscr\nipt:alert(1)", "javascript"),
        ("&#106;avascript&colon;alert(1)", "javascript"),
        ("%6Aavascript%3Aalert(1)", "javascript"),
        ("java\u200bscript:alert(1)", "javascript"),
        ("data:text/html,x", "data"),
        ("//www.example.org", "//"),
        ("/\\www.example.org", "//"),
        ("C:/plan.docx", "c"),
    ],
)
def test_a_scheme_is_seen_however_it_is_written(target: str, scheme: str) -> None:
    assert scheme_of(target) == scheme
