"""The templates and styles: every value escaped, every text there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, nodes

from gzg.site.configuration import HEADER
from gzg.site.page import Page
from gzg.site.pages.kinds import all_pages
from gzg.texts import Language, entries
from tests.site.programmes import ROOT, real_edition

THEME = ROOT / "tools" / "theme"
SITE = ROOT / "tools" / "gzg" / "site"
TEMPLATES = sorted(path.relative_to(THEME).as_posix() for path in THEME.rglob("*.html"))
ENVIRONMENT = Environment(loader=FileSystemLoader(THEME), autoescape=False)


def outputs(node: nodes.Node, is_escaped: bool) -> Iterator[tuple[nodes.Node, bool]]:
    """Every value that a template shows, and whether Jinja escapes it there."""
    if isinstance(node, nodes.Block | nodes.Macro):
        is_escaped = is_escaped and isinstance(node, nodes.Macro)
    if isinstance(node, nodes.ScopedEvalContextModifier):
        is_escaped = any(
            option.key == "autoescape" and option.value == nodes.Const(True)
            for option in node.options
        )
    if isinstance(node, nodes.Output):
        for value in node.nodes:
            if not isinstance(value, nodes.TemplateData):
                yield value, is_escaped
    for child in node.iter_child_nodes():
        yield from outputs(child, is_escaped)


def unescaped(source: str) -> list[str]:
    tree = ENVIRONMENT.parse(source)
    return [f"line {node.lineno}" for node, is_escaped in outputs(tree, False) if not is_escaped]


@pytest.mark.parametrize("name", [name for name in TEMPLATES if "language" not in name])
def test_every_value_in_a_template_is_escaped(name: str) -> None:
    assert unescaped((THEME / name).read_text("utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "{{ x }}",
        "{% autoescape false %}{{ x }}{% endautoescape %}",
        "{% autoescape true %}{% block b %}{{ x }}{% endblock %}{% endautoescape %}",
    ],
)
def test_a_value_that_is_not_escaped_is_seen(source: str) -> None:
    assert unescaped(source) == ["line 1"]


def test_only_prose_and_our_own_drawings_are_let_through_unescaped() -> None:
    safe = [
        (name, line.strip())
        for name in TEMPLATES
        for line in (THEME / name).read_text("utf-8").splitlines()
        if re.search(r"\|\s*safe\b", line)
    ]
    assert [name for name, _ in safe] == ["macros.html", "pictures.html"]
    assert "macro prose" in safe[0][1]
    assert "macro show(drawings)" in safe[1][1]


def test_every_template_that_a_page_names_is_there() -> None:
    named = {page.template for page in all_pages(real_edition())}
    assert named <= set(TEMPLATES)


def keys_in_templates() -> set[str]:
    text = "\n".join((THEME / name).read_text("utf-8") for name in TEMPLATES)
    code = "\n".join(re.findall(r"\{[{%].*?[%}]\}", text, re.DOTALL))
    return set(re.findall(r"\bt\.(\w+)", code)) | set(re.findall(r"\bt\[[\"']([\w.-]+)", code))


def test_every_text_that_a_template_shows_exists() -> None:
    assert keys_in_templates() - entries("site").keys() == set()


def keys_in_code() -> set[str]:
    """Keys written out, and those made of a family and a word: `fact.` and `Row("status", …)`."""
    code = "\n".join(path.read_text("utf-8") for path in SITE.rglob("*.py"))
    words = set(re.findall(r"\"([\w.-]+)\"", code))
    rows = {f"{family}.{word}" for family in ("fact", "organisation") for word in words}
    made = {re.escape(family) for family in re.findall(r"f\"([a-z_.-]+[.-])\{", code)}
    made |= {rf"{name}\.(?:until|months|months-from)" for name in ("term", "start_rule")}
    either = re.compile("|".join(sorted(made)))
    return words | rows | {key for key in entries("site") if either.match(key)}


def test_no_text_of_the_site_is_superfluous() -> None:
    assert entries("site").keys() - keys_in_templates() - keys_in_code() == set()


@pytest.mark.parametrize("key", sorted(entries("site")))
def test_every_text_of_the_site_is_there_in_both_languages(key: str) -> None:
    text = entries("site")[key]
    assert set(text) == set(Language)
    placeholders = {tuple(sorted(re.findall(r"\{\w+\}", sentence))) for sentence in text.values()}
    assert len(placeholders) == 1


def test_the_header_names_sections_that_have_a_text() -> None:
    assert {f"section.{section}" for section in HEADER} <= entries("site").keys()


def test_the_fonts_have_their_licence_beside_them() -> None:
    fonts = THEME / "assets/gzg/fonts"
    assert "SIL Open Font License" in (fonts / "LICENSE.txt").read_text("utf-8")
    css = (THEME / "assets/gzg/tokens.css").read_text("utf-8")
    assert set(re.findall(r"fonts/([\w.-]+)", css)) == {path.name for path in fonts.glob("*.woff2")}


def addresses(pages: Iterator[Page]) -> list[str]:
    return [page.address for page in pages]


@pytest.mark.parametrize("language", Language)
def test_no_two_pages_of_the_real_programme_have_one_address(language: Language) -> None:
    found = addresses(all_pages(real_edition(language)))
    assert len(found) == len(set(found)) > 100


def test_the_two_languages_have_no_address_in_common() -> None:
    dutch, english = (addresses(all_pages(real_edition(language))) for language in Language)
    assert not set(dutch) & set(english)


def test_the_theme_has_no_file_that_nothing_uses(tmp_path: Path) -> None:
    used = {page.template for page in all_pages(real_edition())}
    frame = {"base.html", "macros.html", "pictures.html", "main.html", "404.html"} | {
        name for name in TEMPLATES if name.startswith("partials/")
    }
    assert set(TEMPLATES) == used | frame
