"""Rules about files and versions, on the smallest valid tree with one thing changed."""

from collections.abc import Collection, Mapping

import pytest

from gzg.engine.judge import judge
from gzg.repository.catalogue import Catalogue
from gzg.repository.history import NO_HISTORY, History
from gzg.repository.repository import Repository
from gzg.repository.tree import MemoryTree
from gzg.rules import gzg021_too_many_annexes
from gzg.rules.registry import rules
from gzg.rules.rule import Context
from tests.rules.examples import smallest_files
from tests.rules.test_cards import NOW

PROJECT = "content/projects/voorbeeld"
PROGRAMME = "content/programme.yml"


def found(
    files: Mapping[str, bytes],
    *,
    history: History = NO_HISTORY,
    paths: Collection[str] | None = None,
    links: frozenset[str] = frozenset(),
) -> list[tuple[str, str, object]]:
    """Code, path and what is offered instead, of each diagnostic."""
    catalogue = Catalogue(Repository(MemoryTree(files, links)))
    diagnostics = judge(Context(catalogue, NOW, history), rules(), paths)
    return [
        (each.code, each.path, each.values.get("misnamed") or each.values.get("suggestion"))
        for each in diagnostics
    ]


def renamed(old: str, new: str) -> dict[str, bytes]:
    files = smallest_files()
    files[new] = files.pop(old)
    return files


@pytest.mark.parametrize("name", ["readme.md", "README.txt", "Readme.markdown"])
def test_a_misnamed_text_of_a_record_gives_one_diagnostic_at_that_file(name: str) -> None:
    path = f"{PROJECT}/{name}"

    assert found(renamed(f"{PROJECT}/README.md", path)) == [("GZG013", path, name)]


def test_a_text_that_is_absent_is_told_at_the_record() -> None:
    files = smallest_files()
    del files[f"{PROJECT}/README.md"]

    assert found(files) == [("GZG013", f"{PROJECT}/project.yml", None)]


def test_a_misnamed_record_is_an_error_that_says_how_to_rename_it() -> None:
    files = renamed(f"{PROJECT}/project.yml", f"{PROJECT}/project.yaml")
    about_files = [each for each in found(files) if each[0] in {"GZG012", "GZG013"}]

    assert about_files == [("GZG013", f"{PROJECT}/project.yaml", "project.yaml")]


def test_a_misnamed_file_beside_the_right_one_is_only_out_of_place() -> None:
    files = {**smallest_files(), f"{PROJECT}/readmee.md": b"# x\n"}

    assert found(files) == [("GZG012", f"{PROJECT}/readmee.md", None)]


def test_a_misnamed_file_whose_name_some_computers_take_for_the_right_one_is_told_so() -> None:
    files = {**smallest_files(), f"{PROJECT}/readme.md": b"# x\n"}

    assert found(files) == [("GZG016", f"{PROJECT}/readme.md", None)]


def test_a_file_in_a_misnamed_folder_is_told_where_it_belongs() -> None:
    files = {**smallest_files(), "content/project/x/project.yml": b"id: [\n"}

    assert found(files) == [
        ("GZG012", "content/project/x/project.yml", "content/projects/x/project.yml")
    ]


def test_a_link_out_of_place_is_only_a_link() -> None:
    link = f"{PROJECT}/foto.jpg"

    assert found(smallest_files(), links=frozenset({link})) == [("GZG010", link, None)]


def test_nothing_is_asked_of_a_file_for_download() -> None:
    path = "content/blueprints/voorbeeld/files/data.yml"

    assert found({**smallest_files(), path: b"a: &x\t!!int \xff\n---\n"}) == []


def test_a_later_format_is_all_that_is_told_wherever_a_check_looks() -> None:
    files = smallest_files()
    files[PROGRAMME] = files[PROGRAMME].replace(b"format: 1", b"format: 2") + b"later: x\n"
    files[f"{PROJECT}/project.yml"] += b"later: x\n"

    for paths in (None, {f"{PROJECT}/project.yml"}):
        assert found(files, paths=paths) == [("GZG901", PROGRAMME, None)]


def test_an_incomplete_history_is_told_within_what_is_checked() -> None:
    path = f"{PROJECT}/README.md"
    history = History(touched=frozenset({path}), is_complete=False)

    assert found(smallest_files(), history=history, paths={path}) == [("GZG902", path, None)]
    assert found(smallest_files(), history=History(is_complete=False)) == [
        ("GZG902", PROGRAMME, None)
    ]


def test_an_unreadable_programme_gives_no_other_diagnostic_than_its_own() -> None:
    files = smallest_files()
    files[PROGRAMME] += b"title: twice\n"

    assert found(files) == [("GZG004", PROGRAMME, None)]


def test_an_empty_tree_breaks_nothing() -> None:
    assert found({}) == []


def test_a_new_folder_named_as_an_old_one_is_told_where_it_is_new() -> None:
    files = smallest_files()
    new = f"{PROJECT.rpartition('/')[0]}/Voorbeeld/README.md"
    files[new] = b"# Voorbeeld\n"

    judged = found(files, paths=[new])

    assert ("GZG016", new, None) in judged
    assert {path for _, path, _ in judged} == {new}


def test_a_change_is_not_told_of_names_alike_that_were_there_before() -> None:
    files = smallest_files()
    files["content/Projects/ander/README.md"] = b"# Ander\n"
    files["content/projects/derde/README.md"] = b"# Derde\n"
    changed = [path for path in files if path.startswith(f"{PROJECT}/")]

    assert "GZG016" in {code for code, _, _ in found(files)}
    assert found(files, paths=changed) == []


def test_annexes_that_are_too_large_together_are_told() -> None:
    folder = "submissions/voorbeeldoproep/voorbeeld/annexes"
    large = bytes(20_000_000)
    four = smallest_files() | {f"{folder}/deel-{number}.txt": large for number in range(4)}
    five = four | {f"{folder}/deel-5.txt": b"nog een regel\n"}
    for files, expected in ((four, []), (five, [(f"{folder}/deel-0.txt", 5, 81)])):
        catalogue = Catalogue(Repository(MemoryTree(files)))
        context = Context(catalogue, NOW, NO_HISTORY)
        findings = gzg021_too_many_annexes.RULE.check(catalogue.repository.paths, context)
        assert [
            (each.place.path, each.values["count"], each.values["size"]) for each in findings
        ] == expected
