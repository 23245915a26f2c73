"""The past of a record as its page tells it."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from gzg.repository.past import versions
from gzg.site.history import MOST, histories, sentences
from gzg.texts import Language
from tests.site.programmes import ZONE, built, keep_in_git, smallest

PROJECT = "content/projects/voorbeeld/project.yml"
FIRST = "2024-01-02T09:00:00+01:00"


def told(folder: Path, path: str = PROJECT, language: Language = Language.NL) -> tuple[str, ...]:
    return sentences(histories(folder, versions(folder), ZONE)[path], language)


def changed(folder: Path, files: Mapping[str, str], when: str) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    keep_in_git(folder, when)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = smallest(tmp_path / "programme")
    keep_in_git(made, FIRST)
    return made


def own(folder: Path, more: str) -> dict[str, str]:
    return {PROJECT: (folder / PROJECT).read_text("utf-8") + more}


def test_a_record_that_never_changed_says_since_when_it_is_there(folder: Path) -> None:
    assert told(folder) == ("2 januari 2024: opgenomen in de catalogus",)
    assert told(folder, language=Language.EN) == ("2 January 2024: added to the catalogue",)


def test_a_change_is_told_by_the_titles_of_its_fields(folder: Path) -> None:
    changed(
        folder, own(folder, "amounts:\n  granted:\n    value: 1000\n"), "2024-02-03T09:00:00+01:00"
    )
    text = (folder / PROJECT).read_text("utf-8").replace("1000", "2000")
    changed(folder, {PROJECT: text}, "2024-03-04T09:00:00+01:00")
    assert told(folder)[:2] == (
        "4 maart 2024: bedragen (toegekend) gewijzigd",
        "3 februari 2024: bedragen toegevoegd",
    )
    assert told(folder, language=Language.EN)[0] == "4 March 2024: amounts (granted) changed"


def test_a_text_and_a_file_of_a_record_count_too(folder: Path) -> None:
    readme = "content/projects/voorbeeld/README.md"
    changed(folder, {readme: "# Voorbeeld\n\nAnders.\n"}, "2024-02-03T09:00:00+01:00")
    blueprint = "content/blueprints/voorbeeld/files/plan.csv"
    changed(folder, {blueprint: "a,b\n"}, "2024-03-04T09:00:00+01:00")
    assert told(folder)[0] == "3 februari 2024: tekst gewijzigd"
    other = told(folder, "content/blueprints/voorbeeld/blueprint.yml")
    assert other[0] == "4 maart 2024: bestanden toegevoegd"


def test_a_new_layout_is_not_told(folder: Path) -> None:
    changed(folder, own(folder, "# een opmerking\n"), "2024-02-03T09:00:00+01:00")
    assert told(folder) == ("2 januari 2024: opgenomen in de catalogus",)


def test_only_the_latest_changes_are_told(folder: Path) -> None:
    for day in range(1, MOST + 3):
        changed(folder, {PROJECT: f"id: voorbeeld\ntitle: {day}\n"}, f"2024-02-0{day}T09:00:00Z")
    found = told(folder)
    assert len(found) == MOST + 1
    assert found[-1] == "Daarvoor is de pagina op nog 2 dagen gewijzigd."


def test_a_word_that_the_format_no_longer_knows_is_told_as_other_data(folder: Path) -> None:
    changed(folder, own(folder, "vroeger: iets\n"), "2024-02-03T09:00:00+01:00")
    assert told(folder)[0] == "3 februari 2024: andere gegevens toegevoegd"


def test_a_page_shows_its_past_without_names(folder: Path, tmp_path: Path) -> None:
    changed(
        folder, own(folder, "amounts:\n  granted:\n    value: 1000\n"), "2024-02-03T09:00:00+01:00"
    )
    site = built(folder, tmp_path / "site")
    dutch = (site / "projecten/voorbeeld/index.html").read_text("utf-8")
    english = (site / "en/projects/voorbeeld/index.html").read_text("utf-8")
    assert "3 februari 2024: bedragen toegevoegd" in dutch
    assert "3 February 2024: amounts added" in english
    assert "test@example.org" not in dutch + english
