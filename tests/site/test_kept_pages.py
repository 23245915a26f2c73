"""After any change of files no page is kept that would be another one, and no other is made."""

import os
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gzg.repository import layout
from gzg.site.edition_pages import EditionPages
from gzg.site.former_pages import NOTHING, FormerPages, basis_of, read, remember
from gzg.site.history import Change, History
from gzg.site.lookups import Lookup
from gzg.texts import Language
from tests.site.every_field import DOSSIER, PROJECT
from tests.site.kept_pages import BASE, COMMITTED, ROOT, Files, Site, built, edition

README = "content/projects/voorbeeld/README.md"
PAGE = "projecten/voorbeeld/index.md"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return built(tmp_path)


def without(*starts: str) -> Files:
    return {path: text for path, text in BASE.items() if not path.startswith(starts)}


def renamed(old: str, new: str) -> Files:
    return {path.replace(old, new): text for path, text in BASE.items()}


def written(path: str, text: str) -> Files:
    return BASE | {path: text.encode()}


def replaced(path: str, old: str, new: str) -> Files:
    assert old.encode() in BASE[path]
    return BASE | {path: BASE[path].replace(old.encode(), new.encode())}


FOLDERS = sorted({layout.folder_of(path) for path in BASE if path.count("/") > 2})

CHANGES: dict[str, Files] = {
    **{f"gone: {folder}": without(folder) for folder in FOLDERS},
    **{f"renamed: {folder}": renamed(folder, f"{folder}-2") for folder in FOLDERS},
    **{f"gone: {path}": without(path) for path in BASE if path.count("/") == 2},
    **{f"empty: {path}": written(path, "") for path in BASE},
    "another text": written(README, "# X\n\nAnders.\n"),
    "a text that came": written("content/projects/voorbeeld/README.en.md", "# X\n\nElse.\n"),
    "a text that cannot be read": BASE | {README: b"\xff"},
    "a record that cannot be read": BASE | {PROJECT: b"\xff"},
    "a project that came": BASE | {PROJECT.replace("voorbeeld", "derde"): BASE[PROJECT]},
    "a translation that came": written(
        "content/news/voorbeeld.en.md", "---\ntitle: Other\ndate: 2022-03-21\n---\n\nSo.\n"
    ),
    "a file for download": written("content/blueprints/voorbeeld/files/nieuw.txt", "Nieuw.\n"),
    "another annex": written(f"{DOSSIER}/annexes/tweede.txt", "Tweede.\n"),
    "a town that ended sooner": replaced(layout.REGISTER, "2024-12-31", "2022-12-31"),
    "another name of the programme": replaced(layout.PROGRAMME, "Voorbeeldprogramma", "Ander"),
    "another word of the programme": replaced(layout.PROGRAMME, "title: Nabij", "title: Dicht"),
    "another first language": replaced(layout.PROGRAMME, "[nl, en]", "[en, nl]"),
}


def test_after_any_change_and_back_every_page_is_what_it_would_be_anew(site: Site) -> None:
    for number, files in enumerate(CHANGES.values()):
        language = list(Language)[number % len(Language)]
        site.build(edition(files, language))
        site.build(edition(BASE, language))


@settings(max_examples=int(os.environ.get("GZG_EXAMPLES", "5")), deadline=None)
@given(names=st.lists(st.sampled_from(sorted(CHANGES)), min_size=2, max_size=5))
def test_after_changes_one_upon_another_every_page_is_what_it_would_be_anew(
    tmp_path_factory: pytest.TempPathFactory, names: list[str]
) -> None:
    site, files = Site(tmp_path_factory.mktemp("site")), BASE
    for name in names:
        gone = BASE.keys() - CHANGES[name].keys()
        new = {path: text for path, text in CHANGES[name].items() if BASE.get(path) != text}
        files = {path: text for path, text in files.items() if path not in gone} | new
        site.build(edition(files, Language.NL))


def test_a_page_written_by_hand_does_not_hide_a_record(site: Site) -> None:
    """Of two pages with one address the first in the table of kinds is kept."""
    files = written("content/pages/projecten.md", "---\ntitle: Met de hand\n---\n\nX.\n")
    site.build(edition(files, Language.NL))
    assert "Met de hand" not in (site.folder / "nl/projecten/index.md").read_text("utf-8")


def test_a_commit_that_changes_only_history_is_shown(site: Site) -> None:
    for path in sorted(BASE):
        when = {path: COMMITTED + timedelta(days=3)}
        past = {path: History((Change(date(2024, 5, 4)), Change(date(2024, 5, 1), is_new=True)))}
        site.build(edition(BASE, Language.NL, when))
        site.build(edition(BASE, Language.NL, when, past))


def test_where_nothing_changed_no_page_of_a_record_is_made(site: Site) -> None:
    assert site.build(edition(BASE, Language.NL)) == set()


def test_after_a_new_text_only_its_own_page_is_made(site: Site) -> None:
    assert site.build(edition(CHANGES["another text"], Language.NL)) == {PAGE}


def test_a_page_that_somebody_changed_by_hand_is_made_again(site: Site) -> None:
    (site.folder / "nl" / PAGE).write_text("Met de hand.\n")
    assert site.build(edition(BASE, Language.NL)) == {PAGE}


def test_after_a_change_of_the_programme_every_page_is_made(site: Site) -> None:
    made = site.build(edition(CHANGES["another word of the programme"], Language.NL))
    assert {PAGE, "regels/GZG101/index.md"} <= made


def told(folder: Path) -> tuple[Path, str, FormerPages]:
    made_from = edition(BASE, Language.NL)
    work = EditionPages(folder / "docs", made_from, NOTHING)
    work.write_pages(ROOT)
    file, basis = folder / "pages-nl.json", basis_of(made_from)
    remember(file, basis, work.told())
    return file, basis, work.told()


def test_what_was_told_is_read_as_it_was(tmp_path: Path) -> None:
    file, basis, found = told(tmp_path)
    again, text = read(file, basis), file.read_bytes()
    assert again.pages.keys() == found.pages.keys()
    remember(file, basis, again)
    assert again == read(file, basis) != NOTHING
    assert file.read_bytes() == text
    assert read(file, "another program") == NOTHING


def test_lookups_that_no_page_asks_any_more_are_forgotten(tmp_path: Path) -> None:
    file, basis, found = told(tmp_path)
    remember(file, basis, replace(found, pages={PAGE: found.pages[PAGE]}))
    again = read(file, basis)
    assert len(again.lookups) < len(found.lookups)
    assert asked(again, PAGE) == asked(found, PAGE)


def asked(of: FormerPages, page: str) -> list[tuple[Lookup, str]]:
    return [(of.lookups[number], of.digests[number]) for number in of.pages[page].lookups]


def test_what_is_damaged_counts_for_nothing(tmp_path: Path) -> None:
    file, basis, _ = told(tmp_path)
    good = file.read_bytes()
    for place in (0, 40, 100, len(good) // 2, len(good) - 2):
        file.write_bytes(good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :])
        assert read(file, basis) == NOTHING
        file.write_bytes(good[:place])
        assert read(file, basis) == NOTHING
    file.unlink()
    assert read(file, basis) == NOTHING


def test_nothing_is_kept_where_the_programme_cannot_be_read() -> None:
    files = BASE | {layout.PROGRAMME: b"\xff"}
    assert basis_of(edition(files, Language.NL)) == ""
