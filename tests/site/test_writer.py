"""The docs folder: exactly the pages, and front matter that reads back as it was written."""

import os
from collections.abc import Iterable
from pathlib import Path

import yaml
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils import meta

from gzg.repository.repository import Repository
from gzg.repository.tree import MemoryTree
from gzg.site.addresses import Section
from gzg.site.markdown_file import front_matter_and_body, rendered
from gzg.site.page import Page
from gzg.site.writer import Written, remove_others, write_page
from gzg.texts import Language

NOTHING = Repository(MemoryTree({}))
READABLE = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")


def page(address: str, title: str = "Titel", body: str = "") -> Page:
    return Page(address, Language.NL, title, "prose.html", Section.PAGES, body=body)


def filled(pages: Iterable[Page], docs: Path) -> dict[str, Written]:
    """The docs folder with these pages, and nothing else."""
    found = {name: file for page in pages for name, file in write_page(page, NOTHING, docs).items()}
    remove_others(docs, found)
    return found


def files_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def test_every_page_is_the_index_of_its_own_folder(tmp_path: Path) -> None:
    filled([page(""), page("projecten/index/")], tmp_path)
    assert files_in(tmp_path) == {
        "index.md",
        "projecten",
        "projecten/index",
        "projecten/index/index.md",
    }


def test_what_no_longer_belongs_is_removed(tmp_path: Path) -> None:
    filled([page("a/"), page("b/c/")], tmp_path)
    (tmp_path / "stray.txt").write_text("x")
    (tmp_path / "elsewhere").symlink_to("/")
    filled([page("a/")], tmp_path)
    assert files_in(tmp_path) == {"a", "a/index.md"}


def test_a_page_that_is_right_is_not_written_again(tmp_path: Path) -> None:
    filled([page("a/"), page("b/")], tmp_path)
    for name in ("a", "b"):
        os.utime(tmp_path / name / "index.md", (1, 1))
    filled([page("a/"), page("b/", "Anders")], tmp_path)
    assert (tmp_path / "a/index.md").stat().st_mtime == 1
    assert (tmp_path / "b/index.md").stat().st_mtime > 1


def test_a_link_in_the_docs_folder_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text("keep me")
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "index.md").symlink_to(outside)
    write_page(page(""), NOTHING, docs)
    assert outside.read_text() == "keep me"


def test_files_stand_beside_their_page(tmp_path: Path) -> None:
    repository = Repository(MemoryTree({"content/x.pdf": b"%PDF"}))
    with_file = Page(
        "a/", Language.NL, "A", "prose.html", Section.PAGES, files={"files/x.pdf": "content/x.pdf"}
    )
    write_page(with_file, repository, tmp_path)
    assert (tmp_path / "a/files/x.pdf").read_bytes() == b"%PDF"


@given(st.text(READABLE, max_size=60))
def test_any_title_reads_back_as_it_was_written(title: str) -> None:
    text = rendered(page("a/", title))
    _, front, _ = text.split("---\n", 2) if "---\n" not in title else ("", "", "")
    if front:
        assert yaml.load(front, Loader=yaml.CSafeLoader)["title"] == title


@given(st.text(READABLE, max_size=60))
def test_a_texts_own_front_matter_is_text(body: str) -> None:
    own = f"---\ntemplate: evil.html\n---\n{body}"
    content, found = meta.get_data(rendered(page("a/", body=own)))
    assert found["template"] == "prose.html"
    assert content.startswith("---\ntemplate: evil.html\n---")


def test_half_a_sign_does_not_stop_the_writing() -> None:
    text = rendered(page("a/", "x\ud800y", "z\udfff"))
    assert text.encode("utf-8")
    assert yaml.load(text.split("---\n")[1], Loader=yaml.CSafeLoader)["title"] == "x\ufffdy"


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(READABLE, max_size=9),
                    lambda inner: st.lists(inner, max_size=3)
                    | st.dictionaries(st.text(READABLE, max_size=9), inner, max_size=3),
                    max_leaves=9))  # fmt: skip
def test_the_quick_way_to_read_a_page_gives_what_mkdocs_reads(value: object) -> None:
    made = Page("a/", Language.NL, "T", "prose.html", Section.PAGES, {"x": value}, "---\n\n# Kop\n")
    text = rendered(made)
    body, front = meta.get_data(text)
    assert front_matter_and_body(text) == (front, body)
