"""The Markdown of strangers: what runs nowhere, and what is left as it was."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from gzg.site.prose import is_safe

EXTENSIONS = ["toc", "tables", "fenced_code", "gzg.site.prose"]


def html_of(text: str) -> str:
    return str(markdown(text, extensions=EXTENSIONS))


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "a <b onclick='alert(1)'>c</b>",
        "<div>\n\n*d*\n\n</div>",
        "<!-- comment -->",
        "<?php x ?>",
        "<svg/onload=alert(1)>",
        "- <script>\n  alert(1)",
        "> <script>alert(1)</script>",
        "| a |\n| - |\n| <script>alert(1)</script> |",
    ],
)
def test_html_is_shown_as_text(text: str) -> None:
    tags = set(re.findall(r"<(/?\w+)", html_of(text)))
    plain = {"p", "em", "ul", "li", "blockquote", "table", "thead", "tbody", "tr", "th", "td"}
    assert {tag.lstrip("/") for tag in tags} <= plain
    assert "&lt;" in html_of(text)


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\tscript:alert(1)",
        "&#106;avascript:alert(1)",
        "javascript&colon;alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
    ],
)
@pytest.mark.parametrize("form", ["[x]({})", "![x]({})", "[x][y]\n\n[y]: {}"])
def test_a_link_that_could_run_loses_its_target(target: str, form: str) -> None:
    assert not re.search(r'(?:href|src)="(?!#)', html_of(form.format(target)))


@pytest.mark.parametrize(
    "target", ["https://a.test/b?c=d&e", "../andere/", "#deel", "mailto:dienst@a.test", "x.pdf"]
)
def test_a_link_to_a_page_or_a_mailbox_stays(target: str) -> None:
    assert is_safe(target)
    assert "href=" in html_of(f"[x]({target})")


def test_an_address_in_angle_brackets_is_a_link() -> None:
    assert 'href="https://a.test/"' in html_of("<https://a.test/>")
    assert "<a href=" in html_of("<dienst@a.test>")


def test_an_image_of_another_host_becomes_a_link_to_it() -> None:
    assert html_of("![plan](https://a.test/plan.png)") == (
        '<p><a href="https://a.test/plan.png">plan</a></p>'
    )


def test_an_image_beside_the_text_stays() -> None:
    assert '<img alt="plan" src="files/plan.png"' in html_of("![plan](files/plan.png)")


def test_code_is_shown_as_it_was_written() -> None:
    assert "<code>&lt;b&gt; &amp;amp;</code>" in html_of("`<b> &amp;`")


@given(st.text(alphabet="<>/!\"'=&;:()[]`*_#- \n\tabjscript{}", max_size=80))
def test_no_text_makes_an_element_that_runs(text: str) -> None:
    found = html_of(text).lower()
    assert not re.search(r"<(?:script|iframe|style|svg|object|embed|form|input|base|meta)\b", found)
    assert not re.search(r"<[^>]*\son\w+\s*=", re.sub(r'"[^"]*"', '""', found))
    assert not re.search(r'(?:href|src)="\s*(?:javascript|data|vbscript):', found)
